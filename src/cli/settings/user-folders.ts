// The platform's conventions → where pullquote keeps caches and state for this user.

import { userInfo } from "node:os";
import { isAbsolute, join } from "node:path";
import envPaths from "env-paths";

interface UserFolders {
  /** Indexes of corpora elsewhere: can be made again. */
  readonly cache: string;
  /** The last session and the question history: cannot. */
  readonly state: string;
}

export function findUserFolders(): UserFolders {
  const folders = envPaths("pullquote", { suffix: "" });
  // env-paths calls XDG_STATE_HOME "log"; elsewhere its log folder is for logs only.
  const state = process.platform === "linux" ? folders.log : folders.data;
  return { cache: settle(folders.cache), state: settle(state) };
}

/** An empty or relative HOME would scatter private files over whatever folder the reader stands in. */
function settle(folder: string): string {
  return isAbsolute(folder) ? folder : join(userInfo().homedir, folder);
}
