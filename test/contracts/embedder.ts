// What every embedder keeps, whoever runs the model.

import { afterAll, describe, expect, test } from "vitest";
import { PullquoteError } from "../../src/core/errors.ts";
import type { Embedder } from "../../src/core/ports/embedder.ts";

const cosine = (left: Float32Array, right: Float32Array): number =>
  left.reduce((sum, value, column) => sum + value * (right[column] ?? 0), 0);

const news = [
  "The harbour council voted on Tuesday to close the eastern quay until the spring.",
  "Fishermen said that the catch had fallen by a third since the dredging began.",
  "Ticket prices at the municipal theatre will rise by two crowns in September.",
  "A spokeswoman for the port denied that any vessel had been turned away.",
];

const oddTexts = [
  "",
  " \n\t",
  "👩‍👩‍👧‍👦 🇳🇴 🎉",
  "港口委员会周二投票决定关闭东码头。",
  "\u0000\u0007\u001b[31m",
  "\ud800 unpaired",
  "e\u0301\u0301\u0301",
  "[CLS] [SEP] [PAD]",
  "a".repeat(5_000),
];

export const describeEmbedder = (name: string, open: () => Promise<Embedder>): void => {
  describe(`${name} as an embedder`, async () => {
    const embedder = await open();
    afterAll(() => embedder.close());

    test("gives one vector a text, of its dimensions and of unit length, in order", async () => {
      const vectors = await embedder.embedPassages(news);
      expect(vectors).toHaveLength(news.length);
      for (const [place, vector] of vectors.entries()) {
        expect(vector).toHaveLength(embedder.identity.dimensions);
        expect(cosine(vector, vector)).toBeCloseTo(1, 5);
        const [alone] = await embedder.embedPassages([news[place] ?? ""]);
        expect(cosine(vector, alone ?? vector)).toBeGreaterThan(0.9999);
      }
      expect(cosine(vectors[0] as Float32Array, vectors[2] as Float32Array)).toBeLessThan(0.99);
    });

    test("gives the same vector whatever else is embedded, in whatever order", async () => {
      const long = `${news.join(" ")} `.repeat(6);
      const texts = ["Short.", long, ...news];
      const forwards = await embedder.embedPassages(texts);
      const backwards = (await embedder.embedPassages(texts.toReversed())).toReversed();
      for (const [place, vector] of forwards.entries()) {
        expect(cosine(vector, backwards[place] as Float32Array)).toBeGreaterThan(0.9999);
      }
    });

    test("cuts no text: the last words of a text past the limit move its vector", async () => {
      const long = `${news[0]} `.repeat(Math.ceil(embedder.identity.maxTokens / 8));
      const [plain, changed] = await embedder.embedPassages([
        long,
        `${long} Volcanoes erupted near the capital of Iceland.`,
      ]);
      expect(cosine(plain as Float32Array, changed as Float32Array)).toBeLessThan(0.9999);
    });

    test("puts a question nearest to the text that answers it", async () => {
      const question = await embedder.embedQuestion("What will it cost to see a play?");
      const vectors = await embedder.embedPassages(news);
      const scores = vectors.map((vector) => cosine(question, vector));
      expect(scores.indexOf(Math.max(...scores))).toBe(2);
    });

    test.each(oddTexts.map((text) => [JSON.stringify(text).slice(0, 30), text]))(
      "embeds the odd text %s",
      async (_, text) => {
        const [vector] = await embedder.embedPassages([text]);
        expect(vector).toHaveLength(embedder.identity.dimensions);
        expect(vector?.every(Number.isFinite)).toBe(true);
        expect(cosine(vector as Float32Array, vector as Float32Array)).toBeCloseTo(1, 5);
      },
    );

    test("gives nothing for nothing", async () => {
      expect(await embedder.embedPassages([])).toEqual([]);
    });

    test("stops when it is aborted, before or between texts", async () => {
      const texts = Array.from({ length: 2_000 }, (_, place) => `${news[0]} ${place}`);
      await expect(embedder.embedPassages(texts, AbortSignal.abort())).rejects.toMatchObject({
        code: "interrupted",
      });
      const later = AbortSignal.timeout(100);
      const refusal = await embedder.embedPassages(texts, later).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(PullquoteError);
      expect(refusal).toMatchObject({ code: "interrupted" });
    });
  });
};
