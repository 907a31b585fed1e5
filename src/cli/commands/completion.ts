// A shell's name → its completion script on stdout.

import { PullquoteError } from "../../index.ts";
import { SHELLS } from "../completion-scripts.ts";
import { EXIT } from "../exit-codes.ts";
import type { RunCommand } from "../invocation.ts";

export const run: RunCommand = async ({ words, screen }) => {
  const write = SHELLS.get(words[0] ?? "");
  if (write === undefined) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `There is no completion script for ${JSON.stringify(words[0])}.`,
      hint: `Shells: ${[...SHELLS.keys()].join(", ")}`,
    });
  }
  screen.print(write().trimEnd());
  return EXIT.answered;
};
