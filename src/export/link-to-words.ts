// A quote and the address of its article → the address that opens the page at the quote's words.

import type { Excerpt, PlacedQuote, Source } from "../core/answer.ts";
import { describePlaces } from "../core/place.ts";
import { percent, safeUrl } from "./cite-sources.ts";

/** Longer quotes, and those with a line end in them, are named by their first and last words. */
const LONGEST_WHOLE = 300;
/** Words at each end of such a quote. */
const END_WORDS = 6;
/** Words before and after a quote whose words occur elsewhere too. */
const CONTEXT_WORDS = 3;

/**
 * A link with a text fragment, `#:~:text=prefix-,start,end,-suffix` (WICG, URL Fragment Text
 * Directives). Prefix and suffix are given only where the article has the words twice: each is one
 * more thing that the page must have letter for letter. `undefined` for an article without an
 * address that may be followed.
 */
export function linkToWords(excerpt: Excerpt, source: Source): string | undefined {
  const url = safeUrl(source)?.replace(/:~:.*$/, "");
  if (url === undefined) return undefined;
  const directive = writeDirective(excerpt);
  if (directive === "") return url;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/**
 * The address of an article's file, made to open at the place: a saved page at the words (WICG, URL Fragment
 * Text Directives), a PDF at its page (RFC 8118, 3). What lies in an archive opens no further than the archive.
 */
export function linkToPlace(file: string, path: string, excerpt: Excerpt, places: Places): string {
  const [step] = places?.[0] ?? [];
  if (step?.kind === "page") return `${file}#page=${step.number}`;
  const directive =
    /\.x?html?$/i.test(path) && step?.kind === "bytes" ? writeDirective(excerpt) : "";
  return directive === "" ? file : `${file}#:~:text=${directive}`;
}

type Places = PlacedQuote["places"];

/** Each step of a path as an address has it; half of a surrogate pair, which it cannot hold, is U+FFFD. */
export function encodePath(path: string): string {
  return encodeURIComponent(path.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("%2F", "/");
}

function writeDirective({ text, prefix, suffix, repeated }: Excerpt): string {
  const words = nameWords(text);
  if (words.length === 0 || repeated !== true) return words.join(",");
  const before = pickWhole(prefix.split(/[\r\n]/).at(-1) ?? "", "end");
  const after = pickWhole(suffix.split(/[\r\n]/)[0] ?? "", "start");
  return [
    ...(before === "" ? [] : [`${encode(before)}-`]),
    ...words,
    ...(after === "" ? [] : [`-${encode(after)}`]),
  ].join(",");
}

/** The whole quote as one, or its first and its last words: each must lie within one paragraph of the page. */
function nameWords(text: string): readonly string[] {
  const lines = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const [first = "", last = first] = [lines[0], lines.at(-1)];
  const opening = first.split(" ");
  const whole = first.length <= LONGEST_WHOLE || opening.length <= 2 * END_WORDS;
  if (lines.length < 2 && whole) return first === "" ? [] : [encode(first)];
  const begin = opening.slice(0, END_WORDS).join(" ");
  const end = last.split(" ").slice(-END_WORDS).join(" ");
  return [encode(begin), encode(end)];
}

/** Words at one end of a line of context, which is cut at 32 units, often inside a word, at the other. */
function pickWhole(line: string, side: "start" | "end"): string {
  const words = line.split(/\s+/);
  const cut = line.length >= 31 ? 1 : 0;
  const whole = side === "end" ? words.slice(cut) : words.slice(0, words.length - cut);
  const kept = whole.filter(Boolean);
  return kept.slice(...(side === "end" ? [-CONTEXT_WORDS] : [0, CONTEXT_WORDS])).join(" ");
}

/** `-`, `,` and `&` mean something in a directive; the rest would mean something in Markdown. */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[^\w%.]|_/g,
    percent,
  );
}

/** Where a quote stands: `line 4, characters 178 to 221` of its article's file, or `page 3, …` of one that is no text. */
export function writePlace(
  { line, places }: Pick<PlacedQuote, "line" | "places">,
  { start, end }: Excerpt,
): string {
  const where = places === undefined ? `line ${line}` : describePlaces(places);
  return `${where}, characters ${start} to ${end}`;
}
