// The flags `-o` and `--force` → a place for Markdown, checked before there is any.

import type { Screen } from "./terminal.ts";
import { checkTarget, writeExport } from "./write-export.ts";

export interface OutputFile {
  write(markdown: string, screen: Screen): Promise<void>;
}

/**
 * `-` is stdout; without `-o` there is no output file.
 * @throws PullquoteError `file-exists` | `file-unwritable`
 */
export function prepareOutput(flags: Readonly<Record<string, unknown>>): OutputFile | undefined {
  const file = flags["output"];
  if (typeof file !== "string") return undefined;
  if (file === "-") {
    return { write: async (markdown, screen) => screen.print(markdown.trimEnd()) };
  }
  const existing = flags["force"] === true ? "replace" : "refuse";
  checkTarget(file, existing);
  return {
    write: async (markdown, screen) => {
      await writeExport(file, markdown, existing);
      screen.note(`written to ${file}`);
    },
  };
}
