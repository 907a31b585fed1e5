// A command in a folder with its own home → its output, or an error that shows what it printed.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Question and words that any good answer from the shipped briefs holds. */
export const sampleQuestion = "How many foreign fighters arrive each month?";

/** An environment in which state, cache and settings lie below `home`, and `bin` comes first. */
export function isolateEnvironment(home, bin) {
  mkdirSync(home, { recursive: true });
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:PULLQUOTE_|XDG_|npm_(?!config_))/.test(name),
  );
  const path = bin === undefined ? process.env.PATH : `${bin}${delimiter}${process.env.PATH}`;
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    LOCALAPPDATA: join(home, "local"),
    APPDATA: join(home, "roaming"),
    PATH: path,
    NO_COLOR: "1",
  };
}

/** Runs to the end and returns stdout. Any exit code but 0 is an error that shows both streams. */
export function run(command, words, options) {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    ...options,
  });
  if (status !== 0) {
    const shown = [command, ...words].join(" ");
    throw new Error(`${shown}: exit ${status} ${error ?? ""}\n${stdout}\n${stderr}`);
  }
  return stdout;
}

/** Throws unless the text is an answer from the briefs: quotes in typographic marks and sources. */
export function requireAnswer(text) {
  // A long path is wrapped.
  const unwrapped = text.replace(/\n\s*/g, "");
  for (const wanted of [/“[^”]+”/, /\[1\]/, /\[2\]/, /corpus[\\/][\w-]+\.md/, /200 a month/]) {
    if (!wanted.test(unwrapped)) throw new Error(`no ${wanted} in the answer:\n${text}`);
  }
}
