// Question → what shape its answer has: a list, somebody's own words, or plainly what answers.

import { listContentStems } from "../../text/stems.ts";

/** `speaker` are the stems of whom the question names, at least one. */
export type QuestionForm =
  | { readonly kind: "plain" }
  | { readonly kind: "list" }
  | { readonly kind: "words"; readonly speaker: readonly string[]; readonly named: string };

const SAY =
  "(?:say|think|claim|write|tell|argue|believe|predict|warn|promise|announce|expect|report|state|suggest|conclude|note|comment|answer|reply|respond|demand)";
/** Whom the question asks the words of: "What does X say about …", "According to X, …". */
const WORDS_OF: readonly RegExp[] = [
  new RegExp(
    `^(?:and |but |so )?what (?:does|did|do|has|have|had) (.{2,60}?) ${SAY}(?:ed|s|n)?\\b`,
    "i",
  ),
  /^(?:and |but |so )?what (?:has|have|had) (.{2,60}?) (?:said|thought|claimed|written|told|argued|warned|promised|announced)\b/i,
  /^(?:and |but |so )?how (?:does|did|do) (.{2,60}?) (?:explain|describe|see|view|justify|react|respond|judge|assess)\b/i,
  /^according to ([^,]{2,60}),/i,
];
/** They stand for whatever was searched, not for one who speaks. */
const NOBODY =
  /^(?:the |these |those |all (?:the )?)?(?:articles?|reports?|texts?|sources?|they|it|we|you|people|corpus|news|anyone|anybody|someone)$/i;

const LIST: readonly RegExp[] = [
  /^(?:and |but |so )?(?:list|name|enumerate)\b/i,
  /^(?:and |but |so )?(?:what|which)(?: kinds?| sorts?| types?)? (?:are|were) (?:the|some|all)\b/i,
  /^(?:and |but |so )?(?:(?:in|from|to|of|for|with|at|by|between) )?(?:what|which)(?: \p{L}[\p{L}-]*){0,2} \p{L}+(?<!s|i|u)s (?:are|were|do|did|have|had|can|could|will|would)\b/iu,
];

export function findQuestionForm(question: string): QuestionForm {
  const text = question.trim();
  const named = WORDS_OF.map((pattern) => pattern.exec(text)?.[1]).find((found) => found);
  if (named !== undefined && !NOBODY.test(named)) {
    const speaker = listContentStems(named);
    if (speaker.length > 0) return { kind: "words", speaker, named: named.trim() };
  }
  return { kind: LIST.some((pattern) => pattern.test(text)) ? "list" : "plain" };
}
