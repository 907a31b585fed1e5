// A question kept to speakers of whom nothing was found → a refusal that says who does speak.

import type { DraftAbstention } from "../core/draft.ts";
import type { Evidence } from "../core/evidence.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { attributeSpan } from "../english/speech/attribute-span.ts";
import type { NamedParty } from "../english/speech/is-speaker.ts";
import { isSamePerson } from "../english/speech/same-person.ts";
import { findPassages, type RetrievalPorts } from "../search/find-passages.ts";

/** Speakers that are named. */
const MOST_NAMED = 10;

/**
 * Names those who speak in the passages found for the question without the filter, the nearest first.
 * Undefined where the question is kept to no speaker, or something of theirs was found.
 * @throws PullquoteError what the ports throw
 */
export async function refuseUnheard(
  { question, passages }: Evidence,
  ports: RetrievalPorts & { readonly source: ArticleSource },
  signal?: AbortSignal,
): Promise<DraftAbstention | undefined> {
  const { speakers = [], ...filters } = question.filters;
  if (speakers.length === 0 || passages.length > 0) return undefined;
  const found = await findPassages({ ...question, filters }, ports, signal);
  const ids = found.fused.map(({ passage }) => passage.articleId);
  const files = await readArticles(ports.source, ids, signal);
  const heard = found.fused.flatMap(({ passage }) => {
    const text = files.get(passage.articleId)?.text ?? "";
    return passage.sentences.flatMap((sentence) => attributeSpan(text, sentence).speaker ?? []);
  });
  const detail = [
    `Near to the question, no sentence is said by ${speakers.join(" or ")} in words that name them.`,
    ...describeHeard(heard),
  ].join(" ");
  return { kind: "abstention", reason: "no-match", detail, closest: [] };
}

/** Those with a name first, each once under the first form of it. */
function describeHeard(heard: readonly NamedParty[]): readonly string[] {
  const people = heard.filter(({ name }) => name !== undefined);
  const known = people.filter(
    (one, place) => !people.slice(0, place).some((other) => isSamePerson(one, other)),
  );
  const names = known.map(({ name }) => name);
  const roles = heard.filter(({ name }) => name === undefined).map(({ role }) => role);
  const all = [...new Set([...names, ...roles])];
  if (all.length === 0) return [];
  const more = all.length > MOST_NAMED ? "; and others" : "";
  return [`Who speaks there: ${all.slice(0, MOST_NAMED).join("; ")}${more}.`];
}
