// A speaker as an article names it and whom the article names → which of these it is.
// "the judge", where one judge alone is named → that judge · "the Rusk statement" → Rusk

import type { Span } from "../core/span.ts";
import { listNameParts } from "../english/entities/alias-rules.ts";
import type { SpanAttribution } from "../english/speech/attribute-span.ts";
import { BLOT } from "../english/speech/mask-quotations.ts";
import { TITLES } from "../english/speech/name-patterns.ts";
import { readParagraph } from "../english/speech/read-paragraph.ts";
import type { MergedEntity } from "./merge-entities.ts";

/** Where an article names an entity; `name` is the fuller one that the article has. */
export interface NamedPlace extends Span {
  readonly name: string;
  readonly entity: MergedEntity;
}

/** By a key, whom alone it stands for; `undefined` for more than one. */
type Unique = ReadonlyMap<string, MergedEntity | undefined>;

export interface ArticleNames {
  /** In the order of the text. */
  readonly places: readonly NamedPlace[];
  readonly forms: Unique;
  /** By a title in lower case: "Judge Ada Roe" is "the judge". */
  readonly titled: Unique;
}

type Speaker = NonNullable<SpanAttribution["speaker"]>;

export function readNames(text: string, places: readonly NamedPlace[]): ArticleNames {
  const forms = places.flatMap(({ start, end, name, entity }) =>
    [text.slice(start, end), name].map((form) => [plainName(form), entity] as const),
  );
  const titled = places.flatMap(({ start, entity }) => {
    const before = text.slice(Math.max(0, start - 30), start);
    const title = /(?:^|\s)(\p{Lu}[\p{L}.]+)\s$/u.exec(before)?.[1];
    const isTitle = title !== undefined && TITLES.test(title) && entity.kind === "person";
    return isTitle ? [[title.toLowerCase(), entity] as const] : [];
  });
  return { places, forms: keepUnique(forms), titled: keepUnique(titled) };
}

function keepUnique(pairs: readonly (readonly [string, MergedEntity])[]): Unique {
  const unique = new Map<string, MergedEntity | undefined>();
  for (const [key, entity] of pairs) {
    unique.set(key, unique.has(key) && unique.get(key) !== entity ? undefined : entity);
  }
  return unique;
}

/** Folded, without titles: "Rep. Ada Roe" → "ada roe". */
export function plainName(name: string): string {
  const words = name.trim().split(/\s+/);
  const kept = words.filter((word, at) => at === words.length - 1 || !TITLES.test(word));
  return listNameParts(kept.join(" ")).join(" ");
}

/** @param before who spoke right before; nobody where it is left open. */
export function identifySpeaker(
  text: string,
  speaker: Speaker,
  names: ArticleNames,
  before: readonly MergedEntity[] = [],
): readonly MergedEntity[] {
  if (speaker.name === undefined) return findByRole(text, speaker, names, before);
  const there = names.places.filter(({ start, end }) => start < speaker.end && speaker.start < end);
  const isTwo = there.length === 2 && text.slice(there[0]?.end, there[1]?.start) === " and ";
  if (there.length > 0) return there.slice(isTwo ? 0 : -1).map(({ entity }) => entity);
  const own = names.forms.get(plainName(speaker.name));
  return own === undefined ? [] : [own];
}

const DOCUMENT =
  /^(?:the\s|an?\s)?(?:[\p{L}’'.-]+\s)*?(?:[’']s?\s)?(?:statement|report|website|announcement|release|filing|letter|guidance|bulletin|study|survey)$/iu;
const BODY_NOUN =
  /^the\s(?:[\p{Ll}-]+\s){0,2}(?:airline|carrier|company|firm|agency|group|label|ministry|department|party|union|bank|court|council|committee|commission|board|university|museum|organi[sz]ation|association|paper|newspaper|studio|network|team|club|charity|regulator|retailer|manufacturer|automaker|maker|watchdog|operator|platform|start-?up)$/iu;

/** By what only they are: an aside behind a name, a paper of theirs, a title, or what a body is. */
function findByRole(
  text: string,
  { start, end }: Speaker,
  { places, titled }: ArticleNames,
  before: readonly MergedEntity[],
): readonly MergedEntity[] {
  const role = text.slice(start, end);
  const aside = places.find((one) => text.slice(one.end, start) === ", ");
  if (aside !== undefined && /^an?\s/u.test(role))
    return opensClause(text, aside) ? [aside.entity] : [];
  const inside = places.filter((one) => start <= one.start && one.end <= end);
  const [holder] = inside;
  if (holder?.entity.kind === "body" && inside.length === 1) {
    return DOCUMENT.test(role) ? [holder.entity] : [];
  }
  const title = /^the\s(\p{Ll}+)$/iu.exec(role)?.[1] ?? "";
  const bearer = titled.get(title.toLowerCase());
  return bearer === undefined ? findBody(role, before) : [bearer];
}

/** "The airline" is the body that spoke right before. */
function findBody(role: string, before: readonly MergedEntity[]): readonly MergedEntity[] {
  const isBody = before.length === 1 && before[0]?.kind === "body";
  return isBody && BODY_NOUN.test(role) ? before : [];
}

/** "…,” Dr. Ada Roe, a diver": nobody is met before whom the aside might go on from. */
function opensClause(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return /(?:^|[\n.!?”"]\s?)(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?$/u.test(before);
}

/** "… ,” read a letter, signed by the club's chair, Ada Roe": the first person named behind the paper. */
export function findSigned(
  text: string,
  { start, end }: Span,
  places: readonly NamedPlace[],
): NamedPlace | undefined {
  const { start: from, masked } = readParagraph(text, start);
  const words = masked.slice(start - from, end - from);
  const paper = PAPER.exec(words);
  if (paper === null || !READS.test(words)) return undefined;
  // Where nothing is quoted the paper must be what the sentence is about.
  if (!words.includes(BLOT) && !/^(?:An?|The)\s$/u.test(words.slice(0, paper.index)))
    return undefined;
  const at = start + paper.index + paper[0].length;
  const signer = places.find(
    (one) => one.start >= at && one.end <= end && one.entity.kind === "person",
  );
  if (signer === undefined || !UP_TO_NAME.test(text.slice(at, signer.start))) return undefined;
  return signer;
}

const PAPER =
  /\b(?:letter|statement|note|message|e-?mail|memo|post|tweet)\b(?:\sof\s\p{Ll}+)?(?:\sread)?,?\s(?:from|by|signed\sby)\s/iu;
const READS = /\b(?:read|reads|said|says|stated)\b/u;
/** Titles and an office, nobody else's deed. */
const UP_TO_NAME = /^(?:(?:the|a|an|its|their|former|then-)?\s?[\p{L}’'.-]+,?\s){0,9}$/u;
