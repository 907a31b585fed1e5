// A sentence and the point at issue → what it says that something is.

import { carriesSubject, foldWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

const PREDICATE =
  /\b(?:is|was|are|were|as|became|being)\s+(?:(?:also|now|then|a|an|the|one of the)\s+)+(?<phrase>[^.,;:()“”"–—]{2,80})/iu;
const PHRASE_END =
  /\s+(?:who|whose|which|that|from|by|in|of|for|with|on|at|to|and|but|located|based|situated|directed|written|released|produced|played|born|known|made|set|starring|featuring|built|published)\b.*$/iu;

/** "Is an American baseball player who …": the words up to what narrows them down. */
export function chooseSorts(
  sentence: ComparedSentence,
  { words: asked }: Issue,
): readonly Statement[] {
  const { text } = sentence;
  const phrase = PREDICATE.exec(text)?.groups?.["phrase"]?.replace(PHRASE_END, "").trimEnd();
  if (phrase === undefined) return [];
  const words = findWords(phrase)
    .filter((word) => carriesSubject(word.text))
    .map((word) => foldWord(word.text))
    .filter((word) => !asked.has(word) && !/^\d+$/.test(word));
  if (words.length === 0) return [];
  const start = text.indexOf(phrase);
  return [
    {
      sentence,
      value: { kind: "words", words, isName: false },
      label: phrase,
      place: { start, end: start + phrase.length },
      isPast: false,
    },
  ];
}
