// What every format promises, run on each: files told by their bytes, the same articles each time, a place for every word.

import { describe, expect, test } from "vitest";
import type { Place } from "../../src/core/place.ts";
import type { Extraction, FileBytes, Format } from "../../src/corpus/formats/format.ts";
import { readArticles } from "../../src/corpus/formats/read-file.ts";

const MAX_BYTES = 20 * 1024 * 1024;

/** `words` stand in the article `part`, and `at` says whether a place of them is the right one. */
export interface PlacedWords {
  readonly part?: string;
  readonly words: string;
  readonly at: (places: readonly Place[]) => void;
}

export interface FormatSample {
  readonly file: FileBytes;
  readonly placed: readonly PlacedWords[];
}

export const readFile = (file: FileBytes): Promise<Extraction> =>
  readArticles(file, { maxBytes: MAX_BYTES });

export function bytesOf(name: string, content: string | Uint8Array): FileBytes {
  return { name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
}

/** A place that is bytes of the file itself, and these bytes read so. */
export function atBytes(file: FileBytes, words: string): (places: readonly Place[]) => void {
  return (places) => {
    const [step] = places[0] ?? [];
    if (step?.kind !== "bytes") throw new Error("no bytes");
    expect(new TextDecoder().decode(file.bytes.subarray(step.start, step.end))).toBe(words);
  };
}

export function describeFormat(format: Format, samples: readonly FormatSample[]): void {
  describe(`${format.name} is a format`, () => {
    test("its files are told by their bytes, whatever their name is", async () => {
      for (const { file } of samples) {
        const renamed = { ...file, name: "article" };
        expect(await readFile(renamed)).toMatchObject({
          articles: (await readFile(file)).articles.map(({ text }) => ({ text })),
        });
      }
    });

    test("the same bytes give the same articles, each under a part of its own", async () => {
      for (const { file } of samples) {
        const [one, other] = [await readFile(file), await readFile(file)];
        expect(one.articles.length).toBeGreaterThan(0);
        expect(JSON.stringify(one)).toBe(JSON.stringify(other));
        const parts = one.articles.map(({ part }) => part);
        expect(new Set(parts).size).toBe(parts.length);
      }
    });

    test("blocks lie in the text in order, and have places", async () => {
      const read = await Promise.all(samples.map(({ file }) => readFile(file)));
      for (const { text, extracted } of read.flatMap(({ articles }) => articles)) {
        let last = 0;
        for (const { start, end } of extracted?.blocks ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          expect(extracted?.places({ start, end }).length).toBeGreaterThan(0);
          last = end;
        }
      }
    });

    test("words are found at their place in the file", async () => {
      for (const { file, placed } of samples) {
        const { articles } = await readFile(file);
        for (const { part, words, at } of placed) {
          const article = articles.find((one) => one.part === part);
          const start = article?.text.indexOf(words) ?? -1;
          expect(start, words).toBeGreaterThanOrEqual(0);
          at(article?.extracted?.places({ start, end: start + words.length }) ?? []);
        }
      }
    });

    test("a damaged file is refused or read, never thrown", async () => {
      for (const bytes of samples.flatMap(({ file }) => damage(file.bytes))) {
        const { articles, refused } = await readFile({ name: samples[0]?.file.name ?? "", bytes });
        expect(articles.length + refused.length).toBeGreaterThan(0);
      }
    });
  });
}

/** Cut short and with one byte flipped, at fifteen places each. */
function damage(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: 15 }, (_, share) => {
    const at = Math.floor((bytes.length * (share + 1)) / 16);
    const flipped = Uint8Array.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 0x5a;
    return [bytes.subarray(0, at), flipped];
  }).flat();
}
