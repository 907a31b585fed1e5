// A text in Markdown → the same length, its elements and shortcodes that quote turned into marks or regions.
// "<q>We wait</q>" → “We wait”, and the tag's other units are filled

import { FILL, type ProseBlock, type ProseDocument } from "./prose.ts";

/** What is quoted as a block of its own, half-open. */
export interface QuoteRegion {
  readonly start: number;
  readonly end: number;
}

interface MarkedRegions {
  readonly text: string;
  readonly regions: readonly QuoteRegion[];
  readonly unread: NonNullable<ProseDocument["unread"]>;
}

/** Tags of HTML and of components, of Hugo, of Jekyll and Liquid, and of WordPress and forums. */
const DELIMITERS: readonly RegExp[] = [
  /<(?<close>\/?)(?<name>[a-z][\w:.-]{0,40})(?<rest>(?:\s(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"'])*?)?)(?<self>\/?)>/giu,
  /\{\{[<%]-?\s*(?<close>\/?)\s*(?<name>[\w./-]{1,60})(?<rest>(?:"[^"]{0,4000}"|[^<>{}"])*?)(?<self>\/?)\s*-?[>%]\}\}/gu,
  /(?<!\{)\{%-?\s*(?<close>end)?(?<name>[\w-]{1,60})(?<rest>(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^%"'])*?)(?<self>)-?%\}/gu,
  /\[(?<close>\/?)(?<name>[a-z_-]{0,20}quote[\w-]{0,20})(?<rest>(?:[\s=][^\]\n]{0,400})?)(?<self>)\](?![(:[])/giu,
];
/** A fenced block, and code in a line: what stands there quotes nothing. */
const CODE =
  /^ {0,3}(?<fence>`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\k<fence>|(?![\s\S]))|(?<!`)(?<ticks>`+)(?!`)[^`\n]+\k<ticks>(?!`)/gmu;
const INLINE = /^(?:q|span|em|i|b|strong|cite|mark|small|u|font)$/i;
const WORDS_ATTRIBUTE =
  /(?:^|\s)(?:text|quote|content|body|words|quotation|value)\s*=\s*\{?\s*(?<mark>["'`])(?<words>[\s\S]*?)\k<mark>/u;
const POSITIONAL =
  /^\s*(?<mark>["'`])(?<words>(?:(?!\k<mark>)[\s\S])*?(?:\s(?:(?!\k<mark>)[\s\S])*?){2,})\k<mark>/u;

interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly rest: string;
  readonly restStart: number;
  readonly closes: boolean;
  readonly isAlone: boolean;
  /** A tag of HTML is markup without a quotation unless it says that it quotes; a shortcode is anything. */
  readonly isShortcode: boolean;
}

/** Pairs that quote become marks within a line, else a region; what they say in an attribute is a region too. */
export function markRegions(text: string): MarkedRegions {
  if (!/quote|<q\b|\{%|\{\{/i.test(text)) return { text, regions: [], unread: [] };
  const delimiters = listDelimiters(text);
  const marker = new RegionMarker(text, delimiters);
  for (const delimiter of delimiters) marker.take(delimiter);
  return marker.finish();
}

/** The same length and lines, with nothing in them. */
export function blank(part: string): string {
  return part.replace(/[^\n]/g, " ");
}

function listDelimiters(text: string): readonly Delimiter[] {
  const bare = text.replace(CODE, blank);
  const found = DELIMITERS.flatMap((pattern, form) =>
    Array.from(bare.matchAll(pattern), ({ index, 0: whole, groups = {} }) => {
      const { name = "", rest = "", close = "", self = "" } = groups;
      const restStart = index + whole.indexOf(rest, whole.indexOf(name) + name.length);
      return {
        start: index,
        end: index + whole.length,
        name: name.replace(/^\//, "").toLowerCase(),
        rest: text.slice(restStart, restStart + rest.length),
        restStart,
        closes: close !== "",
        isAlone: self !== "",
        isShortcode: form === 1 || form === 2,
      };
    }),
  );
  return found.sort((one, other) => one.start - other.start);
}

class RegionMarker {
  readonly #text: string;
  readonly #units: string[];
  /** Where the last delimiter that closes stands, by name. */
  readonly #closings: ReadonlyMap<string, number>;
  readonly #regions: QuoteRegion[] = [];
  readonly #unread: { readonly start: number; readonly what: string }[] = [];
  #open: { delimiter: Delimiter; depth: number; isInline: boolean } | undefined;

  constructor(text: string, delimiters: readonly Delimiter[]) {
    this.#text = text;
    this.#units = text.split("");
    this.#closings = new Map(
      delimiters.filter(({ closes }) => closes).map(({ name, start }) => [name, start]),
    );
  }

  take(delimiter: Delimiter): void {
    const open = this.#open;
    if (open === undefined) {
      if (!delimiter.closes) this.#begin(delimiter);
    } else if (delimiter.name === open.delimiter.name && !delimiter.isAlone) {
      if (!delimiter.closes) open.depth += 1;
      else if (open.depth > 0) open.depth -= 1;
      else this.#close(open.delimiter, delimiter, open.isInline);
    }
  }

  #begin(delimiter: Delimiter): void {
    const { name, rest, start, isAlone, isShortcode } = delimiter;
    if (!quotes(name, rest, isShortcode)) {
      if (isShortcode && !this.#isPaired(delimiter)) this.#skip(delimiter);
      return;
    }
    if (this.#takeAttribute(delimiter)) return;
    if (isAlone || !this.#isPaired(delimiter)) this.#skip(delimiter);
    else this.#open = { delimiter, depth: 0, isInline: INLINE.test(name) || this.#isInline(start) };
  }

  #isPaired({ name, end }: Delimiter): boolean {
    return (this.#closings.get(name) ?? -1) >= end;
  }

  /** Words of a sentence stand before it in its line. */
  #isInline(start: number): boolean {
    const line = this.#text.slice(this.#text.lastIndexOf("\n", start - 1) + 1, start);
    return /[\p{L}\p{N}][^<>\n]*$/u.test(line.replace(/<[^<>]*>/g, ""));
  }

  #skip({ start, end }: Delimiter): void {
    const what = this.#text.slice(start, Math.min(end, start + 60)).replace(/\s+/g, " ");
    this.#unread.push({ start, what });
  }

  #takeAttribute({ rest, restStart, start, end }: Delimiter): boolean {
    const said = WORDS_ATTRIBUTE.exec(rest) ?? POSITIONAL.exec(rest);
    const words = said?.groups?.["words"] ?? "";
    if (said === null || words.trim() === "") return false;
    const from = restStart + said.index + said[0].lastIndexOf(words);
    fill(this.#units, start, from);
    fill(this.#units, from + words.length, end);
    this.#regions.push({ start: from, end: from + words.length });
    return true;
  }

  #close(opening: Delimiter, closing: Delimiter, isInline: boolean): void {
    this.#open = undefined;
    fill(this.#units, opening.start, opening.end);
    fill(this.#units, closing.start, closing.end);
    if (isInline) {
      this.#units[opening.start] = "“";
      this.#units[closing.end - 1] = "”";
    } else this.#regions.push({ start: opening.end, end: closing.start });
  }

  finish(): MarkedRegions {
    if (this.#open !== undefined) this.#skip(this.#open.delimiter);
    return { text: this.#units.join(""), regions: this.#regions, unread: this.#unread };
  }
}

/** Takes out all of `[start, end)` but its line ends. */
export function fill(units: string[], start: number, end: number): void {
  for (let at = start; at < end; at += 1) if (!/[\r\n]/.test(units[at] ?? "")) units[at] = FILL;
}

/** By its name or its class: `blockquote`, `PullQuote`, `<div class="pull-quote">`, `{% include quote.html %}`. */
function quotes(name: string, rest: string, isShortcode: boolean): boolean {
  if (name === "q" || /quote/i.test(name)) return true;
  if (isShortcode) return /^include/i.test(name) && /^\s*\S*quote/i.test(rest);
  return /\s(?:class|classname|role|type|epub:type)\s*=\s*["'{`]*[^"'>]*quote/i.test(rest);
}

/** The blocks with those parts of them that lie in a region as quotations of their own. */
export function applyRegions(
  blocks: readonly ProseBlock[],
  regions: readonly QuoteRegion[],
): readonly ProseBlock[] {
  return regions.reduce<readonly ProseBlock[]>(
    (all, region) => all.flatMap((block) => cutBlock(block, region)),
    blocks,
  );
}

function cutBlock(block: ProseBlock, { start, end }: QuoteRegion): readonly ProseBlock[] {
  const { places, text } = block;
  const from = places.findIndex((place) => place >= start);
  const past = places.findIndex((place) => place >= end);
  const to = past === -1 ? text.length : Math.min(past, text.length);
  if (from === -1 || from >= to) return [block];
  return [
    ...sliceBlock(block, 0, from, block.kind),
    ...sliceBlock(block, from, to, "quotation"),
    ...sliceBlock(block, to, text.length, block.kind),
  ];
}

/** `[from, to)` of a block, as a block. */
export function sliceBlock(
  { text, places, pointers }: ProseBlock,
  from: number,
  to: number,
  kind: ProseBlock["kind"],
): readonly ProseBlock[] {
  const words = text.slice(from, to);
  if (!/\S/.test(words)) return [];
  const own = pointers
    .filter(({ start }) => start >= from && start <= to)
    .map(({ start, end, target }) => ({ start: start - from, end: end - from, target }));
  return [{ kind, text: words, places: places.slice(from, to + 1), pointers: own }];
}
