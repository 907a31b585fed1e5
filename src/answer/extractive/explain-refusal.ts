// Evidence that does not answer → why not, in a sentence for the reader.

import type { DraftAbstention } from "../../core/draft.ts";
import type { Evidence } from "../../core/evidence.ts";
import { listTerms } from "./list-terms.ts";
import { suggestSpelling } from "./suggest-spelling.ts";

/** What was missed: every word, a name, or only the answer. */
export function explainRefusal(evidence: Evidence): Pick<DraftAbstention, "reason" | "detail"> {
  const { terms, sentences, articles, searched } = evidence;
  if (searched.articles === 0) {
    return { reason: "no-match", detail: "No article is left to search: the filters fit none." };
  }
  if (terms.length === 0) {
    return { reason: "unclear-question", detail: "The question names no subject to search for." };
  }
  if (sentences.length === 0) {
    return { reason: "no-match", detail: "No passage matches any word of the question." };
  }
  const titles = [...articles.values()].map(({ metadata }) => metadata.title?.value ?? "");
  const meant = suggestSpelling(terms, [...sentences.map(({ text }) => text), ...titles]);
  const told = meant === undefined ? "" : ` ${meant}`;
  const unknown = terms.filter(({ isName, passages }) => isName && passages === 0);
  if (unknown.length > 0) {
    const detail = `${listTerms(unknown, "and")} ${unknown.length === 1 ? "stands" : "stand"} in none of the articles searched.${told}`;
    return { reason: "unknown-name", detail };
  }
  const detail = `The articles speak of the subject, but no sentence that was read says what is asked.${told}`;
  return { reason: "not-said", detail };
}
