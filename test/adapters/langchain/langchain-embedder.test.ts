// LangChain Embeddings serve our port: our own, lent out and taken back, keep the whole contract.

import { FakeEmbeddings, SyntheticEmbeddings } from "@langchain/core/utils/testing";
import { describe, expect, test } from "vitest";
import { adoptEmbeddings } from "../../../src/adapters/langchain/langchain-embedder.ts";
import { openBuiltinEmbeddings } from "../../../src/langchain.ts";
import { describeEmbedder } from "../../contracts/embedder.ts";

const NAMED = { provider: "invented", model: "fake", options: {} };

describeEmbedder("LangChain's Embeddings", async () =>
  adoptEmbeddings(openBuiltinEmbeddings(), NAMED),
);

describe("LangChain's Embeddings", () => {
  test("become unit vectors of one length, in order", async () => {
    const embedder = await adoptEmbeddings(new SyntheticEmbeddings({ vectorSize: 8 }), NAMED);
    expect(embedder.identity).toMatchObject({ name: "invented:fake", dimensions: 8 });
    const vectors = await embedder.embedPassages(["Lamps.", "Quays and boats."]);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  test.each([
    ["another number of vectors", [[1, 2, 3, 4]]],
    [
      "a vector of another length",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "a vector of nothing",
      [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    ],
    [
      "a vector that is no number",
      [
        [Number.NaN, 1, 1, 1],
        [1, 1, 1, 1],
      ],
    ],
  ])("that give %s are refused", async (_what, numbers) => {
    const fake = new FakeEmbeddings();
    const embedder = await adoptEmbeddings(fake, NAMED);
    fake.embedDocuments = async () => numbers;
    await expect(embedder.embedPassages(["one", "two"])).rejects.toMatchObject({
      code: "embedder-failed",
    });
  });
});
