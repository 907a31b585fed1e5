// Two unrelated articles → a pair of which one carries a passage of the other, or only its speaker's words.

import { findWords } from "../../src/text/words.ts";
import type { EditedArticle } from "./edit-article.ts";

/** Makes the second article of a pair; `undefined` where the first has no paragraph fit for it. */
export type Borrow = (from: EditedArticle, into: EditedArticle) => EditedArticle | undefined;

const QUOTES = /["“”«»]|''/;

const paragraphsOf = (text: string): string[] =>
  text.split(/\n+/).filter((line) => line.trim() !== "");

const countWords = (text: string): number => findWords(text).length;

/** Paragraphs of reporting, without anybody's words, of that length. */
function listFit(text: string, least: number, most: number): readonly string[] {
  return paragraphsOf(text).filter((line) => {
    const words = countWords(line);
    return words >= least && words <= most && !QUOTES.test(line) && /[.!?]$/.test(line.trim());
  });
}

function insert({ title, text }: EditedArticle, ...added: readonly string[]): EditedArticle {
  const lines = paragraphsOf(text);
  const made = added.reduce(
    (into, line, at) => into.toSpliced(Math.ceil((into.length * (at + 1)) / 3), 0, line),
    lines,
  );
  return { title, text: made.join("\n\n") };
}

/** An editor's light hand: a word in so many is left out, or another is put before it. */
function retouch(line: string, every: number): string {
  return line
    .split(" ")
    .flatMap((word, at) => {
      if (at % every !== every - 1 || /\d/.test(word)) return word;
      return at % (2 * every) === every - 1 ? [] : ["reportedly", word];
    })
    .join(" ");
}

/** Each of these carries a passage that was told by the other article's reporter. */
export const BORROWED: Readonly<Record<string, Borrow>> = {
  "one paragraph": (from, into) => {
    const [line] = listFit(from.text, 28, 90);
    return line === undefined ? undefined : insert(into, line);
  },
  "two paragraphs": (from, into) => {
    const [line, , other] = listFit(from.text, 25, 90);
    return line === undefined || other === undefined ? undefined : insert(into, line, other);
  },
  "within a paragraph": (from, into) => {
    const [line] = listFit(from.text, 26, 60);
    const [host] = listFit(into.text, 20, 90);
    if (line === undefined || host === undefined) return;
    return {
      title: into.title,
      text: into.text.replace(host, `${host} ${line} ${host.slice(0, 60)}.`),
    };
  },
  "words put in and left out": (from, into) => {
    const [line] = listFit(from.text, 35, 90);
    return line === undefined ? undefined : insert(into, retouch(line, 11));
  },
  "other typography": (from, into) => {
    const [line] = listFit(from.text, 28, 90);
    if (line === undefined) return;
    return insert(
      into,
      line.replaceAll(" - ", " – ").replaceAll("'", "’").replaceAll(" ", "\u00a0"),
    );
  },
};

/** Each of these has words of the other article without having them from its reporter. */
export const NOT_BORROWED: Readonly<Record<string, Borrow>> = {
  "the same words of a speaker": (from, into) => {
    const spoken = /["“]([^"“”\n]{120,400})["”]/.exec(from.text)?.[1];
    return spoken === undefined
      ? undefined
      : insert(into, `“${spoken}” the speaker told reporters.`);
  },
  "a stock phrase": (_from, into) =>
    insert(into, "A spokesperson did not immediately respond to a request for comment on Monday."),
};
