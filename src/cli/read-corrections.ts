// Settings → the user's corrections of names, where there is a file of them.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ListOptions, PullquoteError } from "../index.ts";
import type { Settings } from "./settings/resolve-settings.ts";

/** No ending of an article's: it may lie among them. */
const CORRECTIONS_FILE = "pullquote.entities";

/**
 * Beside `pullquote.json` where there is one, else in the folder.
 * @throws PullquoteError `bad-config` for a file that cannot be read
 */
export function readCorrections({ configFile }: Settings): Pick<ListOptions, "corrections"> {
  const folder = configFile === undefined ? process.cwd() : dirname(configFile);
  const file = join(folder, CORRECTIONS_FILE);
  try {
    return { corrections: { text: readFileSync(file, "utf8").replace(/^\uFEFF/, ""), file } };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return {};
    throw new PullquoteError({
      code: "bad-config",
      message: `The corrections in ${file} cannot be read (${code}).`,
      hint: "Make the file readable, or move it away.",
      cause,
    });
  }
}
