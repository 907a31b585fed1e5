// Sources → whose text they carry too, on whom they say they rest, and how many voices they are, in words.

import type { AnswerOutcome, Source } from "../core/answer.ts";
import type { OneVoice, Reuse, TracedReliance } from "../core/lineage.ts";

/** Articles named at most; the rest are counted. */
const NAMED = 3;

/** No line for an article that stands alone. Plain text, not yet made safe. */
export function describeLineage({
  copies = [],
  reuses = [],
  restsOn = [],
}: Source): readonly string[] {
  const name = (isTold: boolean): readonly string[] =>
    restsOn.filter(({ isCredit = false }) => isCredit !== isTold).map(nameReliance);
  const tell = (what: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${what} ${listNames(names)}`];
  return [
    ...tell("credits", name(false)),
    ...tell("same text as", copies),
    ...describeReuses(reuses),
    ...tell("says it has something from", name(true)),
  ];
}

/** The brief that it is quoted from, copies and follow-ups, one sentence a line: often none. Not yet made safe. */
export function describeTrace(source: Source): readonly string[] {
  const lineage = describeLineage(source).map(
    (line) => line.slice(0, 1).toUpperCase() + line.slice(1),
  );
  if (source.about === undefined) return lineage;
  const by = source.publisher === undefined ? "" : ` (${source.publisher})`;
  return [`Quoted from a brief: ${source.title ?? source.articleId}${by}`, ...lineage];
}

/**
 * `3 articles, 2 independent: two carry the same Reuters text`; nothing when every source is a voice
 * of its own.
 */
export function countVoices({
  sources,
  independent,
  oneVoice = [],
}: Pick<AnswerOutcome, "sources" | "independent" | "oneVoice">): readonly string[] {
  if (independent === undefined) return [];
  const reasons = oneVoice.map((voice) => describeVoice(voice, sources));
  const counted = `${sources.length} articles, ${independent} independent`;
  return [reasons.length === 0 ? counted : `${counted}: ${reasons.join("; ")}`];
}

function describeVoice(
  { because, articleIds, name }: OneVoice,
  sources: readonly Source[],
): string {
  const count = articleIds.length;
  if (because === "rests-on") {
    const own = sources.filter(({ publisher }) => publisher === name).map((one) => one.articleId);
    const resting = articleIds.filter((id) => !own.includes(id)).length;
    return `${nameNumber(resting)} ${resting === 1 ? "has" : "have"} it from ${name ?? "another"}`;
  }
  const what = because === "same-text" ? "text" : "passage";
  const all = count === sources.length;
  const who = all ? (count === 2 ? "both" : "all") : nameNumber(count);
  return `${who} carry the same ${name === undefined ? "" : `${name} `}${what}`;
}

/** `shares 2 paragraphs with two.txt and three.txt`, `shares a passage of 34 words with two.txt`. */
function describeReuses(reuses: readonly Reuse[]): readonly string[] {
  const sharers = new Map<string, string[]>();
  for (const reuse of reuses) {
    const extent = measureReuse(reuse);
    sharers.set(extent, [...(sharers.get(extent) ?? []), reuse.articleId]);
  }
  return [...sharers].map(
    ([extent, articleIds]) => `shares ${extent} with ${listNames(articleIds)}`,
  );
}

function measureReuse({ paragraphs, passages }: Reuse): string {
  if (paragraphs > 0) return paragraphs === 1 ? "a paragraph" : `${paragraphs} paragraphs`;
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  return passages.length === 1 ? `a passage of ${words} words` : `passages of ${words} words`;
}

/** `CNN (morale.txt)` where an article of the publisher's is known to be meant. */
function nameReliance({ name, articles = [] }: TracedReliance): string {
  return articles.length === 0 ? name : `${name} (${listNames(articles)})`;
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function nameNumber(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function listNames(names: readonly string[]): string {
  const named = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
  const rest = names.length - named.length;
  const all = rest > 0 ? [...named, `${rest} more`] : named;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "");
}
