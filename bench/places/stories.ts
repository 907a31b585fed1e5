// A file of articles (JSON Lines, packed) → stories to print; and the same chances each time.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { seedRandom } from "../../src/evaluate/estimate-measures.ts";

export interface Story {
  readonly title: string;
  readonly url: string;
  readonly day: string;
  readonly paragraphs: readonly string[];
}

const [SHORTEST, LONGEST] = [1_200, 9_000];

export function readStories(path: string): readonly Story[] {
  const lines = gunzipSync(readFileSync(path)).toString().split("\n");
  return lines.filter(Boolean).flatMap((line) => {
    const { title, url, publish_date: day, text } = JSON.parse(line) as Record<string, string>;
    const paragraphs = (text ?? "").split(/\s*\n\s*/).filter(isWritten);
    const length = paragraphs.join("").length;
    if (!title || paragraphs.length < 6 || length < SHORTEST || length > LONGEST) return [];
    return { title, url: url ?? "", day: (day ?? "").replaceAll("/", "-"), paragraphs };
  });
}

/** Signs that no XML may hold would make files that are damaged. */
const isWritten = (words: string): boolean => words !== "" && !/(?!\t)\p{Cc}|\p{Cs}/u.test(words);

export type Chance = (share: number) => boolean;

/** Whether something happens that happens in this share of all cases. */
export function rollDice(seed: number): Chance {
  const random = seedRandom(seed);
  return (share) => random() < share;
}
