// Settings → the user's corrections of names, where there is a file of them.

import { dirname, join } from "node:path";
import type { ListOptions } from "../index.ts";
import { readIfThere } from "./settings/read-config.ts";
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
  const text = readIfThere(file, "The corrections in", "move it away");
  return text === undefined ? {} : { corrections: { text, file } };
}
