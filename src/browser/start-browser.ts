// An address → the platform's opener started with it, or the news that there is none.

import { spawn } from "node:child_process";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  // `start` is a word of the shell; the empty word is the window's title.
  win32: ["cmd", "/c", "start", ""],
};

/** Resolves to whether it could be started; what the browser then does nobody tells. */
export function startBrowser(address: string): Promise<boolean> {
  const [command, ...words] = OPENERS[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(command, [...words, address], { detached: true, stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
