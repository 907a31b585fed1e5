import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  createBuiltinEmbedder,
  planWindows,
} from "../../../src/adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";
import { describeEmbedder } from "../../contracts/embedder.ts";

describeEmbedder("the built-in model", async () => createBuiltinEmbedder(openTokenModel()));

describe("the built-in model's vectors of sentences", () => {
  const embedder = createBuiltinEmbedder(openTokenModel());
  const { dimensions } = embedder.identity;
  afterAll(() => embedder.close());

  const sentences = [
    "The harbour council voted to close the eastern quay.",
    "Ticket prices at the theatre will rise in September.",
    "Rain is expected over the northern hills at night.",
  ];
  const text = sentences.join(" ");
  const spans = sentences.map((sentence) => ({
    start: text.indexOf(sentence),
    end: text.indexOf(sentence) + sentence.length,
  }));
  const sliceOf = (bytes: Int8Array | undefined, place: number): Int8Array =>
    (bytes ?? new Int8Array()).slice(place * dimensions, (place + 1) * dimensions);
  const cosine = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
    let [product, left, right] = [0, 0, 0];
    for (let at = 0; at < one.length; at += 1) {
      product += (one[at] ?? 0) * (other[at] ?? 0);
      left += (one[at] ?? 0) ** 2;
      right += (other[at] ?? 0) ** 2;
    }
    return product / Math.sqrt(left * right);
  };

  test("come with the same vector of the text as without them", async () => {
    const [whole] = await embedder.embedSentences([{ text, sentences: spans }]);
    const [plain] = await embedder.embedPassages([text]);
    expect(whole?.vector).toEqual(plain);
    expect(whole?.sentences).toHaveLength(sentences.length * dimensions);
  });

  test("lie nearer to the vector of the sentence alone than those of the sentences beside it", async () => {
    const [whole] = await embedder.embedSentences([{ text, sentences: spans }]);
    const alone = await embedder.embedPassages(sentences);
    for (const place of sentences.keys()) {
      const near = sentences.map((_, other) =>
        cosine(sliceOf(whole?.sentences, other), alone[place] ?? []),
      );
      expect(near.indexOf(Math.max(...near))).toBe(place);
    }
  });

  test("are there for the sentences of a text longer than one pass, and zero for one without words", async () => {
    const filler = "Boats lay at the western pier and nobody knew why. ".repeat(40);
    const long = filler + (sentences[1] ?? "");
    const last = { start: filler.length, end: long.length };
    const [found] = await embedder.embedSentences([
      { text: long, sentences: [{ start: 0, end: 0 }, { start: 0, end: 50 }, last] },
    ]);
    const [alone] = await embedder.embedPassages([sentences[1] ?? ""]);
    expect(sliceOf(found?.sentences, 0).every((byte) => byte === 0)).toBe(true);
    const [filled, own] = [1, 2].map((place) =>
      cosine(sliceOf(found?.sentences, place), alone ?? []),
    );
    expect(own).toBeGreaterThan(0.5);
    expect(own).toBeGreaterThan(filled ?? 1);
  });
});

test("what fits is one window", () => {
  expect(planWindows(200, 254, [])).toEqual([{ from: 0, to: 200 }]);
});

test("what does not fit is parted evenly, between words, each window filled", () => {
  const windows = planWindows(300, 254, [0, 40, 90, 145, 160, 220, 280]);
  expect(windows).toEqual([
    { from: 0, to: 254 },
    { from: 46, to: 300 },
  ]);
});

test("a text without a place to part it is parted anywhere", () => {
  expect(planWindows(600, 200, [0]).length).toBeGreaterThanOrEqual(3);
});

const plan = fc
  .record({
    count: fc.nat(2_000),
    size: fc.integer({ min: 10, max: 300 }),
    cuts: fc.array(fc.nat(2_000)),
  })
  .map(({ cuts, ...rest }) => ({ ...rest, cuts: cuts.toSorted((left, right) => left - right) }));

test("windows cover all tokens without a gap, and hold no more than fits", () => {
  fc.assert(
    fc.property(plan, ({ count, size, cuts }) => {
      let reached = 0;
      for (const { from, to } of planWindows(count, size, cuts)) {
        expect(from).toBeLessThanOrEqual(reached);
        expect(to).toBeGreaterThanOrEqual(reached);
        expect(to - from).toBeLessThanOrEqual(size);
        reached = to;
      }
      expect(reached).toBe(count);
    }),
  );
});
