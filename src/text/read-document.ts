// A document's name and text → its prose, read as Markdown, HTML, plain text, JSON-LD of ours or other markup.

import { readHtmlProse } from "./html-prose.ts";
import { readJsonProse } from "./json-prose.ts";
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
  /** What may quote, or bring in another file, and is not understood. */
  readonly unknown?: RegExp;
}

/** Commands of LaTeX that quote nothing: what stands in their braces is prose, or is not shown. */
const KNOWN_COMMANDS =
  "(?:(?:auto|foot|full|paren|smart|super|text)?[cC]ite|(?:re)?new|provide|set|page|name|eq|auto|[cC])\\w*|text\\w+|math\\w+|(?:sub)*(?:section|paragraph)|part|chapter|[a-z]*title|author|date|thanks|emph|underline|footnote\\w*|endnote|marginpar|caption\\w*|href|url|ref|label|item|use\\w+|documentclass|hyphenation|enquote|blockquote|blockcquote|foreignquote|hyphenquote|say|mbox|[fpm]box|parbox|color\\w*|index|glossary|bibliography\\w*|addbibresource|include(?:graphics|only)|begin|end|def|let|today|uppercase|lowercase|MakeUppercase|MakeLowercase|sout|hl|ul|address|signature|opening|closing|frametitle|keywords|abstract|nolinkurl|DeclareQuoteStyle|hypersetup|geometry|pagestyle";
const KNOWN_ENVIRONMENTS =
  "document|abstract|itemize|enumerate|description|center|flushleft|flushright|figure|table|tabularx?|longtable|minipage|multicols|equation|align|gather|math|displaymath|verbatim|lstlisting|minted|comment|letter|frame|columns?|block|thebibliography|titlepage|appendices|landscape|quote|quotation|displayquote|displaycquote|verse|epigraph|pullquote|small|footnotesize|spacing|doublespace|singlespace|sloppypar";

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
      /(?<!\\)%[^\n]*|\\(?:begin|end)\{[^{}]*\}(?:\[[^\]]*\])?|\\[a-zA-Z]+\*?(?:\[[^\]]*\])*|[{}]/gu,
    unknown: new RegExp(
      `\\\\(?:input|include|subfile|import|subimport)\\*?\\{[^{}]*\\}|\\\\(?!(?:${KNOWN_COMMANDS})\\b)[a-zA-Z@]+\\*?(?:\\[[^\\]]*\\])*\\{(?=[^{}\\s]+\\s+[^{}\\s]+\\s+\\S)|\\\\begin\\{(?!(?:${KNOWN_ENVIRONMENTS})\\*?\\})[^{}]*\\}`,
      "gu",
    ),
  },
  {
    name: "AsciiDoc",
    ending: /\.(?:adoc|asciidoc|asc)$/i,
    block:
      /^(?:\[(?:quote|verse)[^\]\n]*\]\n(?:\.[^\n]*\n)?(?:_{4,}|"{2})?\n?|_{4,}\n)(?<words>[\s\S]*?)(?:\n_{4,}[ \t]*$|\n"{2}[ \t]*$|\n\s*\n|$(?![\s\S]))/gmu,
    silent:
      /^\[[^\]\n]*\]$|^(?:={1,6}|\*{1,5}|\.{1,5})\s|^:[\w-]+:[^\n]*$|`(?=["'])|(?<=["'])`|^\/\/[^\n]*$/gmu,
    unknown: /^include::[^\n]*$/gmu,
  },
  {
    name: "Org",
    ending: /\.org$/i,
    block:
      /^[ \t]*#\+begin_(?<env>quote|verse|pullquote)\b[^\n]*\n(?<words>[\s\S]*?)^[ \t]*#\+end_\k<env>/gimu,
    silent: /^[ \t]*#\+[^\n]*$|^\*+\s|^[ \t]*:[A-Z_]+:[^\n]*$/gmu,
    unknown: /^[ \t]*#\+include:[^\n]*$/gimu,
  },
  {
    name: "reStructuredText",
    ending: /\.(?:rst|rest)$/i,
    block:
      /(?:^\.\.\s+(?:epigraph|pull-quote|highlights|pullquote)::[^\n]*\n+|(?<=\n[ \t]*\n))(?<words>(?:^[ \t]{2,}\S[^\n]*\n?|^[ \t]*\n(?=[ \t]{2,}\S))+)/gmu,
    silent: /^\.\.\s+[\w-]+::[^\n]*$|^\.\.\s[^\n]*$|^[=~^"'#*+-]{4,}$/gmu,
    unknown: /^\.\.\s+(?:include|csv-table|list-table|parsed-literal|raw)::[^\n]*$/gmu,
  },
  {
    name: "Typst",
    ending: /\.typ$/i,
    inline: /#quote\s*(?:\([^()]*\))?\s*(?=\[)/gu,
    silent: /^#(?:set|show|import|let)\b[^\n]*$|^=+\s|\/\/[^\n]*$/gmu,
    unknown:
      /#include\b[^\n]*|#(?!(?:quote|emph|strong|footnote|link|figure|text|block|align|heading|list|enum|box|underline|smallcaps|set|show|import|let)\b)[\w-]+(?:\([^()]*\))?\[/gu,
  },
  {
    name: "wiki markup",
    ending: /\.(?:wiki|mediawiki|wikitext)$/i,
    block:
      /\{\{\s*(?:c|r|block|pull|long)?\s?quot(?:e|ation)\s*\|\s*(?:(?:1|text|quote)\s*=)?(?<words>[^{}|]*)[^{}]*\}\}/giu,
    silent: /^=+|=+$|'{2,}|\[\[(?:[^[\]|]*\|)?|\]\]/gmu,
    unknown:
      /\{\{(?!\s*(?:(?:c|r|block|pull|long)?\s?quot(?:e|ation)|cite[ \w]*|reflist|main|see also|about|short description|sfn|efn)\s*[|}])[^{}|]*/giu,
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
  const { silent } = markup;
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
  const heads = Array.from(tagged.text.matchAll(markup.block ?? NOTHING), ({ index }) => index);
  // AsciiDoc's "[quote]" looks like a shortcode that is never closed.
  const opens = (start: number): boolean => heads.includes(start);
  return {
    blocks: applyRegions(blocks, regions),
    codes: [],
    notes: new Map(),
    unread: [
      ...listUnknown(markup, tagged.text),
      ...tagged.unread.filter(({ start }) => !opens(start)),
    ],
  };
}

/** What is not understood outside comments, and commands that quote and are never closed. */
function listUnknown({ unknown, inline }: Markup, text: string): ProseDocument["unread"] & object {
  const shown = text.replace(COMMENT, (comment) => " ".repeat(comment.length));
  const found = [
    ...shown.matchAll(unknown ?? NOTHING),
    ...Array.from(shown.matchAll(inline ?? NOTHING)).filter(
      ({ index, 0: command }) => findClosing(shown, index + command.length) === undefined,
    ),
  ];
  return found
    .map(({ index, 0: words }) => ({ start: index, what: words.trim().slice(0, 60) }))
    .sort((one, other) => one.start - other.start);
}

/** A comment of LaTeX; no other markup has this sign where it matters. */
const COMMENT = /(?<!\\)%[^\n]*/gu;

const NOTHING = /(?!)/gu;

/** The brace or bracket that closes the one at `from`. */
function findClosing(text: string, from: number): number | undefined {
  const open = text.charAt(from);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) === open) depth += 1;
    else if (text.charAt(at) === PAIRS[open]) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function findBlocks({ block }: Markup, text: string): readonly QuoteRegion[] {
  return Array.from(text.matchAll(block ?? NOTHING), ({ index, 0: whole, groups }) => {
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
  return Array.from(text.matchAll(inline ?? NOTHING)).flatMap(({ index, 0: command }) => {
    const from = index + command.length;
    const to = findClosing(text, from);
    return to === undefined ? [] : [{ start: index, from, to }];
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
  const linked = /\.(?:json|jsonld)$/i.test(name) ? readJsonProse(text) : undefined;
  if (linked !== undefined && linked.codes.length > 0) return linked;
  const markup = MARKUPS.find(({ ending }) => ending.test(name));
  if (markup !== undefined) return readMarkupProse(markup, text);
  return isHtml(name, text) ? readHtmlProse(text) : readMarkdownProse(text);
}
