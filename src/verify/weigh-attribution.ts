// Who and where a document says a quotation is from, and a place in an article → whether that agrees.

import type { Quotation } from "../core/check.ts";
import type { Span } from "../core/span.ts";
import type { Attribution } from "../core/speech.ts";
import { attributeSpan } from "../english/speech/attribute-span.ts";
import { boundSentence } from "../english/speech/bound-sentence.ts";
import { PAPERS } from "../english/speech/chain-forms.ts";
import { findPersons } from "../english/speech/find-persons.ts";
import { isSpoken } from "../english/speech/find-speaker.ts";
import { isSpeaker, listNameWords } from "../english/speech/is-speaker.ts";
import { BLOT } from "../english/speech/mask-quotations.ts";
import { type Paragraph, readBefore, readParagraph } from "../english/speech/read-paragraph.ts";
import { isKnown, PERSONAL_ROLE } from "../english/speech/resolve-pronoun.ts";
import type { JudgedArticle } from "../quote/judged-article.ts";

/** `unsaid`: the document does not say; `unnamed`: the document does, and the article does not. */
export type Agreement =
  | { readonly kind: "agrees" }
  | { readonly kind: "unsaid" }
  | { readonly kind: "unnamed" }
  | { readonly kind: "differs"; readonly reason: string };

const ORGANISATION =
  /\b(?:News|Times|Post|Journal|Tribune|Herald|Press|Guardian|Agency|Network|Daily|Weekly|Magazine|Observer|Telegraph|Today|Radio|TV|Television|Gazette|Chronicle|Wire|Media|Reuters|Bloomberg|Globe|Echo|Courier|Outlook|Review)\b|^\p{Lu}{2,6}$/u;

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

/** `undefined` where the document is silent. */
function weighSpeaker(
  speaker: string | undefined,
  article: JudgedArticle,
  span: Span,
): Agreement | undefined {
  if (speaker === undefined) return undefined;
  if (isOf(speaker, article)) return { kind: "agrees" };
  const { text } = article.source;
  const quoted = expandToMarks(text, span);
  const { speaker: said, chain = [] } = attributeWords(text, quoted);
  if (said === undefined) return weighUnnamed(speaker, article, quoted);
  const isCalled = isFirstName(said.name, speaker, text);
  if (
    isCalled ||
    isSpeaker(said, speaker) ||
    chain.some(({ start, words }) => start !== said.start && isSpeaker({ name: words }, speaker))
  ) {
    return { kind: "agrees" };
  }
  // "… he told the Northern Wire": the paper has the words from him, and may be named for them.
  const { words } = readParagraph(text, quoted.start);
  const isCarried =
    sharesName(speaker, words) || (span.start <= said.start && said.end <= span.end);
  if (ORGANISATION.test(speaker) && isCarried) return { kind: "unsaid" };
  if (said.name !== undefined) return differ(said.name, speaker);
  return mayHold(speaker, said, text) ? { kind: "unsaid" } : differ(said.role ?? "", speaker);
}

/** Words without marks of their own are whose the sentence is that they stand in, if it says before or behind them. */
function attributeWords(text: string, span: Span): ReturnType<typeof attributeSpan> {
  const own = attributeSpan(text, span);
  if (own.speaker !== undefined || own.manner === "quotation") return own;
  const paragraph = readParagraph(text, span.start);
  const bounds = boundSentence(paragraph, span.start - paragraph.start);
  const sentence = { start: paragraph.start + bounds.start, end: paragraph.start + bounds.end };
  const whole = attributeSpan(text, sentence);
  const { start, end } = whole.speaker ?? span;
  return start >= span.end || end <= span.start ? whole : own;
}

type Said = NonNullable<Attribution["speaker"]>;

/** How far from a name the role of its bearer may stand, and how far before "the mayor" her name. */
const [BESIDE, BEFORE] = [60, 700];

/** Nobody holds a release or a filing as a role. */
const PAPER = new RegExp(`^(?:${PAPERS})$`, "iu");

/** "The mayor said": whoever has that role beside their name, or for a definite one was named before. */
function mayHold(speaker: string, { role = "", start }: Said, text: string): boolean {
  const head =
    role
      .replace(/\s(?:of|for|at|in|with|to|from|who)\s.*/su, "")
      .split(/\s/)
      .at(-1) ?? "";
  if (PAPER.test(head)) return false;
  // "A pupil" and "Roe’s office" are somebody else: nobody named in the sentence before.
  const isApart = /^an?\s|^\p{Lu}[\p{L}-]+[’']s?\s/u.test(role) || /^An?\s/u.test(role);
  const apart = isApart ? /[\n“”"]|(?<=\p{Ll}{2}\.)\s/u : /\n{3}/u;
  const isTied = placesOf(speaker, text).some((at) => {
    const ahead =
      text
        .slice(Math.max(0, at - BESIDE), at)
        .split(apart)
        .at(-1) ?? "";
    const behind = text.slice(at, at + BESIDE).split(apart)[0] ?? "";
    return listNameWords(ahead + behind).includes(head.toLowerCase());
  });
  const before = text.slice(Math.max(0, start - BEFORE), start);
  return (
    isTied ||
    (/^the\s/iu.test(role) && PERSONAL_ROLE.test(`the ${head}`) && sharesName(speaker, before))
  );
}

/** Nobody is named for certain: the paragraph, or for a pronoun what stands before it, must name the speaker. */
function weighUnnamed(
  speaker: string,
  article: JudgedArticle,
  quoted: Span,
): Agreement | undefined {
  const { text } = article.source;
  if (!sharesName(speaker, text)) {
    if (ORGANISATION.test(speaker) && article.metadata.publisher === undefined) return undefined;
    return missing(speaker);
  }
  const paragraph = readParagraph(text, quoted.start);
  const voices = paragraph.mentions.filter(({ link }) => link !== "inside");
  if (voices.length === 0 && namesOthers(speaker, text, quoted)) return missing(speaker);
  if (!isSpoken(text, quoted.start, quoted.end)) return { kind: "unnamed" };
  const near = [paragraph, ...readBefore(text, paragraph, NEAR)].map(({ words }) => words);
  const isOpen = voices.length === 0 || voices.some((voice) => mayBe(speaker, voice, text));
  if (isOpen && sharesName(speaker, near.join("\n"))) return { kind: "unnamed" };
  const other = voices.flatMap(({ name, role }) => name ?? role ?? [])[0];
  return other === undefined ? missing(speaker) : differ(other, speaker);
}

/** The sentence of the words, or their paragraph where it has nobody, has people in it, and the speaker is none of them. */
function namesOthers(speaker: string, text: string, { start }: Span): boolean {
  const paragraph = readParagraph(text, start);
  const bounds = boundSentence(paragraph, start - paragraph.start);
  const [people = []] = [paragraph.masked.slice(bounds.start, bounds.end), paragraph.masked]
    .map((masked) =>
      findPersons(masked).filter((one) => one.name !== undefined && isKnown(one, text)),
    )
    .filter((found) => found.length > 0);
  return people.length > 0 && people.every(({ name = "" }) => !sharesName(speaker, name));
}

function missing(speaker: string): Agreement {
  return { kind: "differs", reason: `${speaker} is not named there in the article` };
}

/** A pronoun may be anybody, and a role whoever has it; a name is its bearer's alone. */
function mayBe(speaker: string, voice: Paragraph["mentions"][number], text: string): boolean {
  const { name, role, pronoun, start } = voice;
  if (pronoun !== undefined) return true;
  if (isSpeaker(voice, speaker)) return true;
  return name === undefined && mayHold(speaker, { role: role ?? "", start, end: start }, text);
}

/** Paragraphs before one, in which "he" or "she" may be named. */
const NEAR = 4;

function differ(named: string, speaker: string): Agreement {
  return { kind: "differs", reason: `the article has it from ${named}, not from ${speaker}` };
}

/** "His sister Runa said", for Runa Berg of the family that the article is about. */
function isFirstName(name: string | undefined, speaker: string, text: string): boolean {
  const [own, wanted] = [listNameWords(name ?? ""), listNameWords(speaker)];
  const isFirst = own.length === 1 && wanted.length > 1 && own[0] === wanted[0];
  return isFirst && sharesName(speaker, text);
}

/** Whose article it is: its publisher or author, or its title in full. */
function isOf(speaker: string, { metadata }: JudgedArticle): boolean {
  const { publisher, author, about, title } = metadata;
  const names = [publisher?.value, author?.value, about?.publisher, about?.author];
  const isTitled = title !== undefined && speaker.toLowerCase().includes(title.value.toLowerCase());
  return isTitled || names.some((name) => name !== undefined && isSpeaker({ name }, speaker));
}

/** The last word of a name, which is what articles go on with, or all of an organisation's. */
function sharesName(speaker: string, text: string): boolean {
  const last = listNameWords(speaker).at(-1);
  return last === undefined || listNameWords(text).includes(last);
}

/** Where a name's last word stands. */
function placesOf(speaker: string, text: string): readonly number[] {
  const last = listNameWords(speaker).at(-1);
  return Array.from(text.matchAll(/[\p{L}\p{M}'’-]+/gu))
    .filter(([word]) => listNameWords(word).at(-1) === last)
    .map(({ index }) => index);
}

/** From the mark that opens before the span to the one that closes behind it, in its paragraph. */
function expandToMarks(text: string, { start, end }: Span): Span {
  const { start: shift, masked } = readParagraph(text, start);
  let [from, to] = [start - shift, Math.min(end - shift, masked.length)];
  if (masked[from] !== BLOT || masked[to - 1] !== BLOT) return { start, end };
  while (masked[from - 1] === BLOT) from -= 1;
  while (masked[to] === BLOT) to += 1;
  return { start: shift + from, end: shift + to };
}
