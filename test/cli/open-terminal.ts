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
  /** Before another one is opened in the same place. */
  end(): void;
  /** Waits until the screen shows it; the test's own time limit ends a vain wait. */
  waitFor(expected: RegExp): Promise<string>;
}

export async function openTerminal(
  place: Place,
  words: readonly string[],
  columns = 80,
  extra: Readonly<Record<string, string>> = {},
): Promise<Typing> {
  const socket = `${place.home}/tmux`;
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
  const end = (): void => void spawnSync("tmux", ["-S", socket, "kill-server"]);
  onTestFinished(end);
  const look = (): string => tmux("capture-pane", "-p", "-t", "0");
  return {
    press: (...keys) => void tmux("send-keys", "-t", "0", ...keys),
    paste: (text) => {
      const load = ["-S", socket, "load-buffer", "-b", "pasted", "-"];
      execFileSync("tmux", load, { input: text });
      tmux("paste-buffer", "-p", "-b", "pasted", "-t", "0");
    },
    look,
    end,
    waitFor: async (expected) => {
      for (;;) {
        const screen = look();
        if (expected.test(screen)) return screen;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
