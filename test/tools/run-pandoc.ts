// A text and options → what the real Pandoc makes of it.

import { execFileSync } from "node:child_process";
import { findTool } from "./find-tool.ts";

/** Absent where Pandoc is not installed. */
export const pandoc: string | undefined = findTool("Pandoc", ["pandoc"]);

export function runPandoc(input: string, options: readonly string[], folder?: string): string {
  return execFileSync(pandoc ?? "pandoc", options, {
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
    ...(folder !== undefined && { cwd: folder }),
  });
}
