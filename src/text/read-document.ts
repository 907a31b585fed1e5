// A document's name and text → its prose, read as Markdown, HTML, plain text or other markup.

import { readHtmlProse } from "./html-prose.ts";
import { readMarkdownProse } from "./markdown.ts";
import { type ProseDocument, readPlainProse } from "./prose.ts";
import { applyRegions, fill, markRegions, type QuoteRegion } from "./quote-regions.ts";

interface Markup {
  readonly name: string;
  readonly ending: RegExp;
  /** What begins a quotation in a line, up to its words; a brace or bracket that ends it. */
  readonly inline?: RegExp;
  /** A block whose group `words` is quoted. */
  readonly block?: RegExp;
  /** Commands that show nothing themselves; plain text has none. */
  readonly silent?: RegExp;
}

const MARKUPS: readonly Markup[] = [
  { name: "plain text", ending: /\.(?:txt|text)$/i },
  {
    name: "LaTeX",
    ending: /\.(?:tex|ltx|latex)$/i,
    inline:
      /\\(?:enquote|textquote|foreignquote|blockquote|blockcquote|textcquote|hyphenquote|say)\*?(?:\[[^\]]*\]|\{[^{}]*\}(?=\s*[[{]))*\s*(?=\{)/gu,
    block:
      /\\begin\{(?<env>quot(?:e|ation)|displayquote|displaycquote|verse|epigraph|pullquote)\*?\}(?:\[[^\]]*\]|\{[^{}]*\})?(?<words>[\s\S]*?)\\end\{\k<env>\*?\}/gu,
    silent:
      /(?<!\\)%[^\n]*|\\(?:begin|end)\{[^{}]*\}(?:\[[^\]]*\])?|\\[a-zA-Z]+\*?(?:\[[^\]]*\])?|[{}]/gu,
  },
  {
    name: "AsciiDoc",
    ending: /\.(?:adoc|asciidoc|asc)$/i,
    block:
      /^(?:\[(?:quote|verse)[^\]\n]*\]\n(?:\.[^\n]*\n)?(?:_{4,}|"{2})?\n?|_{4,}\n)(?<words>[\s\S]*?)(?:\n_{4,}[ \t]*$|\n"{2}[ \t]*$|\n\s*\n|$(?![\s\S]))/gmu,
    silent:
      /^\[[^\]\n]*\]$|^(?:={1,6}|\*{1,5}|\.{1,5})\s|^:[\w-]+:[^\n]*$|`(?=["'])|(?<=["'])`|^\/\/[^\n]*$/gmu,
  },
  {
    name: "Org",
    ending: /\.org$/i,
    block:
      /^[ \t]*#\+begin_(?<env>quote|verse|pullquote)\b[^\n]*\n(?<words>[\s\S]*?)^[ \t]*#\+end_\k<env>/gimu,
    silent: /^[ \t]*#\+[^\n]*$|^\*+\s|^[ \t]*:[A-Z_]+:[^\n]*$/gmu,
  },
  {
    name: "reStructuredText",
    ending: /\.(?:rst|rest)$/i,
    block:
      /(?:^\.\.\s+(?:epigraph|pull-quote|highlights|pullquote)::[^\n]*\n+|(?<=\n[ \t]*\n))(?<words>(?:^[ \t]{2,}\S[^\n]*\n?|^[ \t]*\n(?=[ \t]{2,}\S))+)/gmu,
    silent: /^\.\.\s+[\w-]+::[^\n]*$|^\.\.\s[^\n]*$|^[=~^"'#*+-]{4,}$/gmu,
  },
  {
    name: "Typst",
    ending: /\.typ$/i,
    inline: /#quote\s*(?:\([^()]*\))?\s*(?=\[)/gu,
    silent: /^#(?:set|show|import|let)\b[^\n]*$|^=+\s|\/\/[^\n]*$/gmu,
  },
  {
    name: "wiki markup",
    ending: /\.(?:wiki|mediawiki|wikitext)$/i,
    block:
      /\{\{\s*(?:c|r|block|pull|long)?\s?quot(?:e|ation)\s*\|\s*(?:(?:1|text|quote)\s*=)?(?<words>[^{}|]*)[^{}]*\}\}/giu,
    silent: /^=+|=+$|'{2,}|\[\[(?:[^[\]|]*\|)?|\]\]/gmu,
  },
  {
    name: "Textile",
    ending: /\.textile$/i,
    block: /^bq\.(?::\S+)?\s+(?<words>[\s\S]*?)(?=\n\s*\n|$(?![\s\S]))/gmu,
    silent: /^h[1-6]\.\s/gmu,
  },
];

const PAIRS: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** Shortcodes and elements that quote are read in all of them; what is not understood is told. */
function readMarkupProse(markup: Markup, document: string): ProseDocument {
  const { name, silent } = markup;
  const tagged = markRegions(document);
  const units = tagged.text.split("");
  const regions = [...tagged.regions, ...findBlocks(markup, tagged.text)];
  for (const { start, from, to } of findInline(markup, tagged.text)) {
    fill(units, start, from + 1);
    units[from] = "“";
    units[to] = "”";
  }
  for (const { 0: command, index } of silent ? units.join("").matchAll(silent) : [])
    fill(units, index, index + command.length);
  const { blocks } = readPlainProse(units.join(""));
  const what = `the markup of ${name}, but for its quotation marks, blocks and commands`;
  return {
    blocks: applyRegions(blocks, regions),
    codes: [],
    notes: new Map(),
    unread: [...(silent ? [{ start: 0, what }] : []), ...tagged.unread],
  };
}

function findBlocks({ block }: Markup, text: string): readonly QuoteRegion[] {
  if (block === undefined) return [];
  return Array.from(text.matchAll(block), ({ index, 0: whole, groups }) => {
    const words = groups?.["words"] ?? "";
    const start = index + whole.indexOf(words);
    return { start, end: start + words.length };
  });
}

/** A command, the brace behind it and the one that closes that. */
function findInline(
  { inline }: Markup,
  text: string,
): readonly { readonly start: number; readonly from: number; readonly to: number }[] {
  return Array.from(inline === undefined ? [] : text.matchAll(inline)).flatMap((command) => {
    const from = command.index + command[0].length;
    const open = text.charAt(from);
    let depth = 0;
    for (let to = from; to < text.length; to += 1) {
      if (text.charAt(to) === open) depth += 1;
      else if (text.charAt(to) === PAIRS[open]) depth -= 1;
      if (depth === 0) return [{ start: command.index, from, to }];
    }
    return [];
  });
}

/** By the ending of the name; what has none (standard input) by how it begins. */
function isHtml(name: string, text: string): boolean {
  if (/\.(?:html?|xhtml)$/i.test(name)) return true;
  if (/\.(?:md|markdown|mdx|qmd|rmd)$/i.test(name)) return false;
  return /^\s*<(?:!doctype|html|body|article|p|div|h1)\b/i.test(text);
}

/** A document's name and text → its prose, read as Markdown, HTML, plain text or other markup. */
export function readDocument(name: string, text: string): ProseDocument {
  const markup = MARKUPS.find(({ ending }) => ending.test(name));
  if (markup !== undefined) return readMarkupProse(markup, text);
  return isHtml(name, text) ? readHtmlProse(text) : readMarkdownProse(text);
}
