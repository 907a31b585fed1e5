// Plain text → its prose: paragraphs between empty lines.

import { type ProseBlock, ProseBuilder, type ProseDocument } from "./prose.ts";
import { applyRegions, dropFill, markRegions } from "./quote-regions.ts";

/** As {@link readPlainProse}, with the shortcodes and elements in it that quote. */
export function readTaggedProse(text: string): ProseDocument {
  const tagged = markRegions(text);
  const { blocks, ...rest } = readPlainProse(tagged.text);
  return {
    ...rest,
    blocks: applyRegions(blocks.map(dropFill), tagged.regions),
    unread: tagged.unread,
  };
}

/** Lines that begin with `>` are a quotation, as in mail. */
export function readPlainProse(text: string): ProseDocument {
  const blocks: ProseBlock[] = [];
  const builder = new ProseBuilder();
  let kind: ProseBlock["kind"] = "paragraph";
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    if (/^[\r\n]/.test(line)) {
      if (builder.length > 0) builder.put("\n", index, index + line.length);
      continue;
    }
    const quoted = /^ {0,3}>[ \t]?/.exec(line)?.[0].length ?? 0;
    const now = quoted > 0 ? "quotation" : "paragraph";
    if (line.trim() === "" || now !== kind || endsParagraph(text, index)) {
      blocks.push(...builder.finish(kind));
      kind = now;
    }
    builder.copy(line.slice(quoted), index + quoted);
  }
  blocks.push(...builder.finish(kind));
  return { blocks, codes: [], notes: new Map() };
}

function endsParagraph(text: string, start: number): boolean {
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, start - 8), start));
}
