// The platform's conventions → where pullquote keeps caches and state for this user.

import envPaths from "env-paths";

export interface UserFolders {
  /** Indexes of corpora elsewhere: can be made again. */
  readonly cache: string;
  /** The last session and the question history: cannot. */
  readonly state: string;
}

export function findUserFolders(): UserFolders {
  const folders = envPaths("pullquote", { suffix: "" });
  // env-paths calls XDG_STATE_HOME "log"; elsewhere its log folder is for logs only.
  const state = process.platform === "linux" ? folders.log : folders.data;
  return { cache: folders.cache, state };
}
