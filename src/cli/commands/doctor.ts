// The installation and its surroundings → what is well, what is not, and the command that fixes it.

import { sanitizeTerminal } from "../../index.ts";
import { runChecks } from "../doctor/checks.ts";
import { EXIT } from "../exit-codes.ts";
import type { RunCommand } from "../invocation.ts";

const MARKS = { well: "ok  ", note: "note", fault: "FAIL" } as const;

export const run: RunCommand = async ({ settings, screen, signal }) => {
  const checks = await runChecks(settings, screen, signal);
  const healthy = checks.every(({ verdict }) => verdict !== "fault");
  if (settings.values.json) {
    screen.print(JSON.stringify({ healthy, checks }));
  } else {
    for (const { name, verdict, detail, fix } of checks) {
      screen.print(sanitizeTerminal(`${MARKS[verdict]}  ${name.padEnd(12)} ${detail}`));
      if (fix !== undefined) screen.print(sanitizeTerminal(`      fix: ${fix}`));
    }
  }
  return healthy ? EXIT.answered : EXIT.error;
};
