// A sentence and the point at issue → what it says that something is.

import type { Span } from "../../model/span.ts";
import { carriesSubject, foldWord, stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

const PREDICATE =
  /\b(?:is|was|are|were|as|became|being)\s+(?:(?:also|now|then|a|an|the|one of the)\s+)+(?<phrase>[^.,;:()“”"–—]{2,80})/iu;
const PHRASE_END =
  /\s+(?:who|whose|which|that|from|by|in|of|for|with|on|at|to|and|but|located|based|situated|directed|written|released|produced|played|born|known|made|set|starring|featuring|built|published)\b.*$/iu;

/**
 * "Is an American baseball player who …": the words up to what narrows them down. Without such a
 * sentence, the word that comes nearest to the noun asked for.
 */
export function chooseSorts(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const { text } = sentence;
  const phrase = PREDICATE.exec(text)?.groups?.["phrase"]?.replace(PHRASE_END, "").trimEnd();
  const start = phrase === undefined ? -1 : text.indexOf(phrase);
  const place =
    phrase === undefined ? findNearest(sentence, issue) : { start, end: start + phrase.length };
  if (place === undefined) return [];
  const label = text.slice(place.start, place.end);
  const words = findWords(label)
    .filter((word) => carriesSubject(word.text))
    .map((word) => foldWord(word.text))
    .filter((word) => !issue.words.has(word) && !/^\d+$/.test(word));
  if (words.length === 0) return [];
  const value = { kind: "words", words, isName: false, isSole: true } as const;
  return [{ sentence, value, label, place, isPast: false }];
}

/** With the word before it where it names the noun itself: "Republican party". */
function findNearest({ text, nearest }: ComparedSentence, { noun }: Issue): Span | undefined {
  const words = findWords(text);
  const at = words.findIndex(
    ({ start, end }) => nearest !== undefined && start <= nearest && nearest < end,
  );
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined) return;
  if (stemWord(word.text) !== noun) return word;
  return before !== undefined && carriesSubject(before.text)
    ? { start: before.start, end: word.end }
    : undefined;
}
