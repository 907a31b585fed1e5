// An article and the entities that it names → its sentences that are somebody's words, each with which of them speaks.

import type { Article } from "../core/article.ts";
import type { Span } from "../core/span.ts";
import { listNameParts } from "../english/entities/alias-rules.ts";
import { attributeSpan, type SpanAttribution } from "../english/speech/attribute-span.ts";
import { BLOT } from "../english/speech/mask-quotations.ts";
import { TITLES } from "../english/speech/name-patterns.ts";
import { readParagraph } from "../english/speech/read-paragraph.ts";
import { splitSentences } from "../english/split-sentences.ts";
import type { MergedEntity } from "./merge-entities.ts";

/** Where an article names an entity; `name` is the fuller one that the article has. */
export interface NamedPlace extends Span {
  readonly name: string;
  readonly entity: MergedEntity;
}

export interface SpokenSentence extends Span {
  readonly manner: SpanAttribution["manner"];
  /** One, or two that are told as saying the same. */
  readonly entities: readonly MergedEntity[];
  /** Where the article names who speaks, and what it says they are. */
  readonly speaker: Span & { readonly role?: string };
  /** Read from a paper of theirs that the sentence names: a letter, a statement. */
  readonly isSigned: boolean;
}

const NOBODY: readonly MergedEntity[] = [];

type Speaker = NonNullable<SpanAttribution["speaker"]>;

/**
 * Precision before coverage: a sentence is somebody's where the article names them beside it by a name that
 * stands for nobody else there, or by what only they are.
 */
export function attributeArticle(
  article: Article,
  places: readonly NamedPlace[],
): readonly SpokenSentence[] {
  const { text, blocks } = article;
  const sentences = blocks
    .filter(({ kind }) => kind !== "heading")
    .flatMap((block) => splitSentences(text, block));
  const told = sentences.map((span) => ({ span, ...attributeSpan(text, span) }));
  const forms = listForms(text, places);
  const titled = listTitled(text, places);
  const spoken: (SpokenSentence | undefined)[] = [];
  // Sentences of one quotation have their paper at the same place; one of them names who signed it.
  const signers = new Map(
    told.flatMap(({ span, manner, speaker }) => {
      const signer =
        speaker?.name === undefined ? findSigned(text, span, places, manner) : undefined;
      return signer === undefined ? [] : [[speaker?.start ?? span.start, signer] as const];
    }),
  );
  for (const [at, { span, manner, speaker }] of told.entries()) {
    const last = spoken[at - 1];
    const before = last !== undefined && isNear(text, last, span) ? last : undefined;
    const found =
      manner === "statement"
        ? NOBODY
        : speaker === undefined
          ? goesOn(text, span, before)
          : speaker.name === undefined
            ? findByRole(text, speaker, places, titled, before)
            : findNamed(text, speaker, places, forms);
    const signed = found.length > 0 ? undefined : signers.get(speaker?.start ?? span.start);
    const entities = signed === undefined ? found : [signed.entity];
    const told = signed ?? speaker ?? before?.speaker ?? span;
    const role = speaker?.role;
    const named = { start: told.start, end: told.end, ...(role !== undefined && { role }) };
    const isSigned = signed !== undefined || (before?.isSigned === true && speaker === undefined);
    spoken.push(
      entities.length === 0
        ? undefined
        : {
            ...span,
            manner: manner === "statement" ? "reported" : manner,
            entities,
            speaker: named,
            isSigned,
          },
    );
  }
  return carryBack(text, told, spoken).flatMap((one) => one ?? []);
}

interface Told extends SpanAttribution {
  readonly span: Span;
}

/** A quotation that goes on into the next sentence is of whom that one names. */
function carryBack(
  text: string,
  told: readonly Told[],
  spoken: readonly (SpokenSentence | undefined)[],
): readonly (SpokenSentence | undefined)[] {
  const carried = [...spoken];
  for (let at = told.length - 2; at >= 0; at -= 1) {
    const [one, next] = [told[at], carried[at + 1]];
    if (one === undefined || next === undefined || carried[at] !== undefined) continue;
    if (one.manner !== "quotation" || one.speaker !== undefined) continue;
    const { start, masked } = readParagraph(text, one.span.start);
    const gap = masked.slice(one.span.end - start - 1, next.start - start + 1);
    if (gap.length > 2 && gap.length < 5 && gap.split("").every((unit) => unit === BLOT)) {
      carried[at] = { ...next, ...one.span, manner: "quotation" };
    }
  }
  return carried;
}

/** By the last name where the speaker is named; where a pronoun stands there, by the name it stands for. */
function findNamed(
  text: string,
  speaker: Speaker,
  places: readonly NamedPlace[],
  forms: ReadonlyMap<string, MergedEntity | undefined>,
): readonly MergedEntity[] {
  const there = places.filter(({ start, end }) => start < speaker.end && speaker.start < end);
  const isTwo = there.length === 2 && text.slice(there[0]?.end, there[1]?.start) === " and ";
  if (there.length > 0) return there.slice(isTwo ? 0 : -1).map(({ entity }) => entity);
  const own = forms.get(plainName(speaker.name ?? ""));
  return own === undefined ? [] : [own];
}

/** By a folded form, who alone is called so in the article; `undefined` for more than one. */
function listForms(
  text: string,
  places: readonly NamedPlace[],
): ReadonlyMap<string, MergedEntity | undefined> {
  const forms = new Map<string, MergedEntity | undefined>();
  for (const { start, end, name, entity } of places) {
    for (const form of [text.slice(start, end), name].map(plainName)) {
      forms.set(form, forms.has(form) && forms.get(form) !== entity ? undefined : entity);
    }
  }
  return forms;
}

/** Folded, without titles: "Rep. Ada Roe" → "ada roe". */
export function plainName(name: string): string {
  const words = name.trim().split(/\s+/);
  const kept = words.filter((word, at) => at === words.length - 1 || !TITLES.test(word));
  return listNameParts(kept.join(" ")).join(" ");
}

/** By a title in lower case, whom alone the article gives it: "Judge Ada Roe" is "the judge". */
function listTitled(
  text: string,
  places: readonly NamedPlace[],
): ReadonlyMap<string, MergedEntity | undefined> {
  const titled = new Map<string, MergedEntity | undefined>();
  for (const { start, entity } of places) {
    const title = /(?:^|\s)(\p{Lu}[\p{L}.]+)\s$/u.exec(
      text.slice(Math.max(0, start - 30), start),
    )?.[1];
    if (title === undefined || !TITLES.test(title) || entity.kind !== "person") continue;
    const key = title.toLowerCase();
    titled.set(key, titled.has(key) && titled.get(key) !== entity ? undefined : entity);
  }
  return titled;
}

const DOCUMENT =
  /^(?:the\s|an?\s)?(?:[\p{L}’'.-]+\s)*?(?:[’']s?\s)?(?:statement|report|website|announcement|release|filing|letter|guidance|bulletin|study|survey)$/iu;
const BODY_NOUN =
  /^the\s(?:[\p{Ll}-]+\s){0,2}(?:airline|carrier|company|firm|agency|group|label|ministry|department|party|union|bank|court|council|committee|commission|board|university|museum|organi[sz]ation|association|paper|newspaper|studio|network|team|club|charity|regulator|retailer|manufacturer|automaker|maker|watchdog|operator|platform|start-?up)$/iu;

/** By what only they are: an aside behind a name, a paper of theirs, a title, or what a body is. */
function findByRole(
  text: string,
  { start, end }: Speaker,
  places: readonly NamedPlace[],
  titled: ReadonlyMap<string, MergedEntity | undefined>,
  before: SpokenSentence | undefined,
): readonly MergedEntity[] {
  const role = text.slice(start, end);
  const aside = places.find((one) => text.slice(one.end, start) === ", ");
  if (aside !== undefined && /^an?\s/u.test(role)) {
    const opening = text.slice(Math.max(0, aside.start - 12), aside.start);
    return /(?:^|[\n.!?”"]\s?)(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?$/u.test(opening)
      ? [aside.entity]
      : [];
  }
  const [holder, ...others] = places.filter((one) => start <= one.start && one.end <= end);
  if (holder?.entity.kind === "body" && others.length === 0) {
    return DOCUMENT.test(role) ? [holder.entity] : [];
  }
  const title = /^the\s(\p{Ll}+)$/iu.exec(role)?.[1];
  const bearer = title === undefined ? undefined : titled.get(title.toLowerCase());
  if (bearer !== undefined) return [bearer];
  return isOneBody(before) && BODY_NOUN.test(role) ? (before?.entities ?? NOBODY) : NOBODY;
}

/** "… , it added": the body that spoke right before goes on, and so does whose letter was read. */
function goesOn(
  text: string,
  { start, end }: Span,
  before: SpokenSentence | undefined,
): readonly MergedEntity[] {
  const { start: from, mentions, masked } = readParagraph(text, start);
  const inside = mentions.filter(
    (mention) => from + mention.start < end && start < from + mention.end,
  );
  const pronoun = inside.length === 1 ? inside[0]?.pronoun : undefined;
  if (isOneBody(before)) return pronoun === "it" ? (before?.entities ?? NOBODY) : NOBODY;
  if (before?.isSigned !== true) return NOBODY;
  const isAll =
    inside.length === 0 && /^[\ue000\s]+$/u.test(masked.slice(start - from, end - from));
  return isAll || pronoun === "he" || pronoun === "she" ? before.entities : NOBODY;
}

function isOneBody(before: SpokenSentence | undefined): boolean {
  return before?.entities.length === 1 && before.entities[0]?.kind === "body";
}

/** "… ,” read a letter, signed by the club's chair, Ada Roe": the only person named behind the paper. */
function findSigned(
  text: string,
  { start, end }: Span,
  places: readonly NamedPlace[],
  manner: SpanAttribution["manner"],
): NamedPlace | undefined {
  const { start: from, masked } = readParagraph(text, start);
  const words = masked.slice(start - from, end - from);
  const paper = PAPER.exec(words);
  if (paper === null || !READS.test(words)) return undefined;
  if (manner === "statement" && !/^(?:An?|The)\s$/u.test(words.slice(0, paper.index)))
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

/** Nothing but white space between: the next sentence, or the first of the next paragraph. */
function isNear(text: string, before: Span, { start }: Span): boolean {
  return text.slice(before.end, start).trim() === "";
}
