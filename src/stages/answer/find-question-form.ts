// Question → what shape its answer has: a list, all who say a thing, both sides of a comparison, somebody's own words, or plainly what answers.

import { readAskedSpeaker } from "../../text/speech/asked-speaker.ts";
import { listContentStems } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import { namesKind } from "./find-answer-type.ts";

/** `speaker` are the stems of whom the question names, at least one; `sides` those that one side has alone. */
export type QuestionForm =
  | { readonly kind: "plain" }
  | { readonly kind: "list" }
  | { readonly kind: "voices" }
  | { readonly kind: "sides"; readonly sides: readonly (readonly string[])[] }
  | { readonly kind: "words"; readonly speaker: readonly string[] };

const LIST: readonly RegExp[] = [
  /^(?:and |but |so )?what (?:did|does|do|has|have|had) .{2,80} (?:chang(?:e|ed)|caus(?:e|ed)|achieved?|affect(?:ed)?|bring about|brought about|le(?:a|)d to|result(?:ed)? in)\s*\??$/i,
  /^(?:and |but |so )?(?:list|name|enumerate)\b/i,
  /^(?:and |but |so )?(?:what|which)(?: kinds?| sorts?| types?)? (?:are|were) (?:the|some|all)\b/i,
  /^(?:and |but |so )?(?:(?:in|from|to|of|for|with|at|by|between) )?(?:what|which)(?: \p{L}[\p{L}-]*){0,2} \p{L}+(?<!s|i|u)s (?:are|were|do|did|have|had|can|could|will|would)\b/iu,
];

/** Whoever says it is wanted. */
const VOICES =
  /^(?:and |but |so )?who (?:else )?(?:says?|said|thinks?|thought|believes?|claims?|claimed|warns?|warned|argues?|argued|denies|denied|reports?|reported)\b/i;

/** Two things that the question sets beside each other, in two groups. */
const COMPARISONS: readonly RegExp[] = [
  /^(?:and |but |so )?(?:compare|contrast) (.+?) (?:and|with|to|against|versus|vs\.?) (.+)/iu,
  /\b(?:differences?|distinctions?) between (.+?) and (.+)/iu,
  /^(?:who|which|what|are|is|was|were|do|does|did)\b.*[,:] (.+?) or (.+)/iu,
  /(.+?),? (?:compared (?:to|with)|in comparison (?:to|with)|versus|vs\.?|rather than|unlike) (.+)/iu,
];

/** The stems that only one side has; undefined where that leaves a side without any. */
function findSides(text: string): readonly (readonly string[])[] | undefined {
  const found = COMPARISONS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const [one = [], other = []] = (found ?? []).slice(1, 3).map(listSideStems);
  const sides = [
    one.filter((stem) => !other.includes(stem)),
    other.filter((stem) => !one.includes(stem)),
  ];
  return sides.every((side) => side.length > 0) ? sides : undefined;
}

/** "CNN's figures" is CNN's side, whatever they are of. */
function listSideStems(side: string): readonly string[] {
  const words = findWords(side).filter(({ text }) => !namesKind(text));
  return words.flatMap(({ text }) => listContentStems(text));
}

export function findQuestionForm(question: string): QuestionForm {
  const text = question.trim();
  const speaker = listContentStems(readAskedSpeaker(text)?.name ?? "");
  if (speaker.length > 0) return { kind: "words", speaker };
  const sides = findSides(text);
  if (sides !== undefined) return { kind: "sides", sides };
  if (VOICES.test(text)) return { kind: "voices" };
  return { kind: LIST.some((pattern) => pattern.test(text)) ? "list" : "plain" };
}
