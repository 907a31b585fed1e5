// A program and its words → it has the terminal until it ends.

import { type ChildProcess, spawn } from "node:child_process";
import { basename } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs a program that reads keys and draws by itself, an editor or a pager. Ctrl-C is that program's
 * meanwhile, not ours. `input` is what it shows, where that is no file.
 * @returns whether there is such a program.
 */
export async function lendTerminal(
  [command = "", ...words]: readonly string[],
  input?: string,
  environment: Environment = process.env,
): Promise<boolean> {
  const listeners = process.listeners("SIGINT");
  const ignore = (): void => {};
  process.removeAllListeners("SIGINT").on("SIGINT", ignore);
  try {
    const child = spawn(command, words, {
      stdio: [input === undefined ? "inherit" : "pipe", "inherit", "inherit"],
      env: { ...environment },
    });
    return await waitForEnd(child, input);
  } finally {
    process.removeListener("SIGINT", ignore);
    for (const listener of listeners) process.on("SIGINT", listener);
  }
}

function waitForEnd(child: ChildProcess, input: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", () => resolve(true));
    // Who leaves the pager early has seen enough.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/** `code --wait` → its words. There is no shell: quotation marks mean nothing. */
export const readCommand = (written: string | undefined): readonly string[] =>
  (written ?? "").split(/\s+/).filter(Boolean);

/** How programs are told a line, by their name; the first entry is what stands behind `FILE`. */
const LINE_FORMS: readonly (readonly [
  names: RegExp,
  words: (file: string, line: number) => readonly string[],
])[] = [
  [
    /^(?:n?vim?|gvim|vimx?|nano|pico|micro|emacs|emacsclient|joe|kak|ne|jed|mg|gedit|less|more|most)$/,
    (file, line) => [`+${line}`, file],
  ],
  [/^(?:code|code-insiders|codium|cursor)$/, (file, line) => ["--goto", `${file}:${line}`]],
  [/^(?:subl|hx|helix|zed|mate)$/, (file, line) => [`${file}:${line}`]],
];

/** A program whose way to name a line is not known gets the file alone. */
export function openAtLine(
  command: readonly string[],
  file: string,
  line: number,
): readonly string[] {
  const name = basename(command[0] ?? "").replace(/\.(?:exe|cmd)$/i, "");
  const form = LINE_FORMS.find(([names]) => names.test(name));
  return [...command, ...(form?.[1](file, line) ?? [file])];
}
