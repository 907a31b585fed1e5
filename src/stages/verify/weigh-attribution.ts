// Who and where a document says a quotation is from, and a place in an article → whether that agrees.

import type { Quotation } from "../../model/check.ts";
import type { Span } from "../../model/span.ts";
import { attributeSpan } from "../../text/speech/attribute-span.ts";
import { findSpeaker, isSpoken } from "../../text/speech/find-speaker.ts";
import type { JudgedArticle } from "./judged-article.ts";

/** `unsaid`: nothing in the document says, or the article does not. */
export type Agreement =
  | { readonly kind: "agrees" }
  | { readonly kind: "unsaid" }
  | { readonly kind: "differs"; readonly reason: string };

const ORGANISATION =
  /\b(?:News|Times|Post|Journal|Tribune|Herald|Press|Guardian|Agency|Network|Daily|Weekly|Magazine|Observer|Telegraph|Today|Radio|TV|Television|Gazette|Chronicle|Wire|Media|Reuters|Bloomberg|Globe|Echo|Courier|Outlook|Review)\b|^\p{Lu}{2,6}$/u;
const CLOSE_MARK = /[”"»’]/;

/** Links and notes first: they name the article; then the speaker. */
export function weighAttribution(
  quotation: Quotation,
  article: JudgedArticle,
  span: Span,
): Agreement {
  const pointed = quotation.pointers.map((pointer) => weighPointer(pointer, article));
  if (pointed.includes("yes"))
    return weighSpeaker(quotation.speaker, article, span) ?? { kind: "agrees" };
  if (pointed.includes("no")) {
    return { kind: "differs", reason: `the document points to ${quotation.pointers[0]}` };
  }
  return weighSpeaker(quotation.speaker, article, span) ?? { kind: "unsaid" };
}

type Pointed = "yes" | "no" | "unknown";

/** Whether a link or note names the article: by its address, its file or its title. */
function weighPointer(pointer: string, { source, metadata }: JudgedArticle): Pointed {
  const url = metadata.url?.value;
  const file = source.id.split("/").at(-1) ?? source.id;
  if (pointer.includes(file)) return "yes";
  const title = metadata.title?.value ?? "";
  if (title.length >= 12 && pointer.toLowerCase().includes(title.toLowerCase())) return "yes";
  const addresses = pointer.match(/https?:\/\/[^\s)>\]]+/g) ?? [];
  if (url !== undefined && addresses.length > 0) {
    return addresses.some((address) => plainUrl(address) === plainUrl(url)) ? "yes" : "no";
  }
  return addresses.length === 0 && /^[^\s]+\.(?:txt|md|markdown)(?:#.*)?$/.test(pointer)
    ? "no"
    : "unknown";
}

function plainUrl(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}

/** `undefined` where either side is silent. */
function weighSpeaker(
  speaker: string | undefined,
  article: JudgedArticle,
  span: Span,
): Agreement | undefined {
  if (speaker === undefined) return undefined;
  if (isOf(speaker, article)) return { kind: "agrees" };
  const { text } = article.source;
  const quoted = widenToMarks(text, span);
  return (
    weighNamed(speaker, text, quoted) ??
    weighCarried(speaker, text, span) ??
    weighSilence(speaker, article, quoted)
  );
}

/** The name beside the quotation in the article. */
function weighNamed(speaker: string, text: string, quoted: Span): Agreement | undefined {
  const named = findSpeaker(text, quoted.start, quoted.end);
  if (named === undefined) return undefined;
  const around =
    text.slice(Math.max(0, quoted.start - 90), quoted.start) +
    text.slice(quoted.end, quoted.end + 90);
  const same = isSameName(speaker, named) || sharesName(speaker, clauseOf(around, named));
  return same ? { kind: "agrees" } : differ(named, speaker);
}

/** A quotation that goes on after its speaker was named, and whose paragraph names nobody else. */
function weighCarried(speaker: string, text: string, span: Span): Agreement | undefined {
  const carried = attributeSpan(text, span).speaker?.name;
  if (carried === undefined || isSameName(speaker, carried)) return undefined;
  return sharesName(speaker, paragraphAt(text, span)) ? undefined : differ(carried, speaker);
}

/** The article names nobody who says it: then its speaker must at least stand somewhere near. */
function weighSilence(
  speaker: string,
  { source: { text }, metadata }: JudgedArticle,
  { start, end }: Span,
): Agreement | undefined {
  const before = text.slice(Math.max(0, start - 1500), start);
  const near = isSpoken(text, start, end) ? before + text.slice(end, end + 200) : text;
  if (sharesName(speaker, near)) return { kind: "unsaid" };
  if (ORGANISATION.test(speaker) && metadata.publisher === undefined) return undefined;
  return { kind: "differs", reason: `${speaker} is not named there in the article` };
}

/** "Emil Sand of the university" is the article's "Sand". */
function isSameName(speaker: string, named: string): boolean {
  return sharesName(speaker, named) || sharesName(named, speaker);
}

function differ(named: string, speaker: string): Agreement {
  return { kind: "differs", reason: `the article has it from ${named}, not from ${speaker}` };
}

function paragraphAt(text: string, { start, end }: Span): string {
  const close = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, close === -1 ? text.length : close);
}

/** The words of the sentence part that names the article's speaker: "Pentagon spokesman Ada Roe". */
function clauseOf(around: string, named: string): string {
  const at = around.indexOf(named);
  return around.slice(Math.max(0, at - 40), at + named.length + 40).replace(/[“”"].*$/s, "");
}

function isOf(speaker: string, { metadata }: JudgedArticle): boolean {
  const { publisher, author, about, title } = metadata;
  const names = [publisher?.value, author?.value, about?.publisher, about?.author, title?.value];
  return names.some((name) => name !== undefined && sharesName(speaker, name));
}

/** The last word of a name, which is what articles go on with, or all of an organisation's. */
function sharesName(speaker: string, text: string): boolean {
  const words = speaker.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const last = foldName(words.at(-1) ?? "");
  if (last === "") return true;
  return (text.match(/[\p{L}\p{M}'’-]+/gu) ?? []).some((word) => foldName(word) === last);
}

function foldName(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s?$/, "");
}

/** From the mark that opens before the span to the one that closes behind it, in its paragraph. */
function widenToMarks(text: string, { start, end }: Span): Span {
  const paragraphStart = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 1200);
  const lineEnd = text.indexOf("\n", end);
  const paragraphEnd = Math.min(lineEnd === -1 ? text.length : lineEnd, end + 1200);
  const before = text.slice(paragraphStart, start);
  const opened = Math.max(before.lastIndexOf("“"), before.lastIndexOf("«"), lastStraight(before));
  const closed = Math.max(before.lastIndexOf("”"), before.lastIndexOf("»"));
  if (opened <= closed || opened === -1) return { start, end };
  const close = text.slice(end, paragraphEnd).search(CLOSE_MARK);
  return {
    start: paragraphStart + opened,
    end: close === -1 ? paragraphEnd : end + close + 1,
  };
}

/** The last straight mark when an odd number of them stands before: it is open. */
function lastStraight(before: string): number {
  const count = (before.match(/"/g) ?? []).length;
  return count % 2 === 1 ? before.lastIndexOf('"') : -1;
}
