// A source → whose text it carries too, and on whom it says it rests, in words.

import type { AnswerOutcome, Source } from "../../model/answer.ts";

/** Copies named at most; the rest are counted. */
const NAMED = 3;

/** No line for an article that stands alone. Plain text, not yet made safe. */
export function describeLineage({ copies = [], restsOn = [] }: Source): readonly string[] {
  const names = restsOn.map(({ name }) => name);
  return [
    ...(copies.length === 0 ? [] : [`same text as ${listNames(copies)}`]),
    ...(names.length === 0 ? [] : [`says it has something from ${listNames(names)}`]),
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

/** `3 articles, 2 independent`; nothing when no source is a copy of another one. */
export function countVoices({
  sources,
  independent,
}: Pick<AnswerOutcome, "sources" | "independent">): readonly string[] {
  return independent === undefined
    ? []
    : [`${sources.length} articles, ${independent} independent`];
}

function listNames(names: readonly string[]): string {
  const named = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
  const rest = names.length - named.length;
  const all = rest > 0 ? [...named, `${rest} more`] : named;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "");
}
