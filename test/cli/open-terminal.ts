// A place and a command line → the real program in a terminal, by way of tmux: keys in, the screen out.

import { execFileSync, spawnSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { type Place, PROGRAM } from "./run-program.ts";

export const hasTmux = spawnSync("tmux", ["-V"]).status === 0;

export interface Typing {
  /** Keys as tmux names them, or text. */
  press(...keys: string[]): void;
  /** As a terminal pastes: between marks, if the program asked for them. */
  paste(text: string): void;
  look(): string;
  /** Waits until the screen shows it; the test's own time limit ends a vain wait. */
  waitFor(expected: RegExp): Promise<string>;
}

/** A server of its own for each: one that ends would take the next one with it. */
let opened = 0;

export async function openTerminal(
  place: Place,
  words: readonly string[],
  columns = 80,
  extra: Readonly<Record<string, string>> = {},
): Promise<Typing> {
  opened += 1;
  const socket = `${place.home}/tmux-${opened}`;
  const tmux = (...rest: string[]): string =>
    execFileSync("tmux", ["-S", socket, "-f", "/dev/null", ...rest], { encoding: "utf8" });
  const set = Object.entries({ ...place.environment, ...extra }).map(
    ([key, value]) => `${key}=${value}`,
  );
  const quoted = ["env", ...set, process.execPath, PROGRAM, ...words].map(
    (word) => `'${word.replaceAll("'", "'\\''")}'`,
  );
  const line = `cd '${place.folder}'; ${quoted.join(" ")}; echo "exit code $?"; cat`;
  tmux("new-session", "-d", "-x", String(columns), "-y", "45", "sh", "-c", line);
  onTestFinished(() => void spawnSync("tmux", ["-S", socket, "kill-server"]));
  const look = (): string => tmux("capture-pane", "-p", "-t", "0");
  return {
    press: (...keys) => void tmux("send-keys", "-t", "0", ...keys),
    paste: (text) => {
      const load = ["-S", socket, "load-buffer", "-b", "pasted", "-"];
      execFileSync("tmux", load, { input: text });
      tmux("paste-buffer", "-p", "-b", "pasted", "-t", "0");
    },
    look,
    waitFor: async (expected) => {
      for (;;) {
        const screen = look();
        if (expected.test(screen)) return screen;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
