// Question → what shape its answer has: a list, somebody's own words, or plainly what answers.

import { readAskedSpeaker } from "../../text/speech/asked-speaker.ts";
import { listContentStems } from "../../text/stems.ts";

/** `speaker` are the stems of whom the question names, at least one. */
export type QuestionForm =
  | { readonly kind: "plain" }
  | { readonly kind: "list" }
  | { readonly kind: "words"; readonly speaker: readonly string[] };

const LIST: readonly RegExp[] = [
  /^(?:and |but |so )?what (?:did|does|do|has|have|had) .{2,80} (?:chang(?:e|ed)|caus(?:e|ed)|achieved?|affect(?:ed)?|bring about|brought about|le(?:a|)d to|result(?:ed)? in)\s*\??$/i,
  /^(?:and |but |so )?(?:list|name|enumerate)\b/i,
  /^(?:and |but |so )?(?:what|which)(?: kinds?| sorts?| types?)? (?:are|were) (?:the|some|all)\b/i,
  /^(?:and |but |so )?(?:(?:in|from|to|of|for|with|at|by|between) )?(?:what|which)(?: \p{L}[\p{L}-]*){0,2} \p{L}+(?<!s|i|u)s (?:are|were|do|did|have|had|can|could|will|would)\b/iu,
];

export function findQuestionForm(question: string): QuestionForm {
  const text = question.trim();
  const speaker = listContentStems(readAskedSpeaker(text)?.name ?? "");
  if (speaker.length > 0) return { kind: "words", speaker };
  return { kind: LIST.some((pattern) => pattern.test(text)) ? "list" : "plain" };
}
