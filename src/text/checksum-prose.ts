// Blocks of prose → one checksum of what a reader gets of them.

import { checksum } from "./checksum.ts";
import type { ProseBlock } from "./prose.ts";

/** Of their words and the targets of their links, whatever the white space between words. */
export function checksumProse(blocks: readonly ProseBlock[]): string {
  const lines = blocks.map(({ text, pointers }) =>
    [text.replace(/\s+/g, " ").trim(), ...pointers.map(({ target }) => target)].join("\n"),
  );
  return checksum(lines.join("\n\n"));
}
