// Articles that carry one another's text → answers in which none of them is counted twice.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { countVoices, describeLineage } from "../../src/export/describe-lineage.ts";
import { inventNews } from "../corpus/copies/invented-news.ts";
import { file, openFolder } from "./quoting-folder.ts";

const COST =
  "The harbour board said on Tuesday that repairs of the pier would cost 14 million crowns and that the pier would stay closed until the end of next year at least.";
const SPOKEN = "“It is a modest sum for a pier of such an age,” Tom Ekberg said.";

/** The sources' voices in words, of an answer that quotes the sentences with this word. */
async function tellVoices(
  articles: Readonly<Record<string, string>>,
  word: string,
): Promise<{ readonly answer: Answer; readonly told: readonly string[] }> {
  const folder = await openFolder(articles);
  const answer = await folder.ask(`What of the ${word}?`, (text) => text.includes(word));
  if (answer.kind !== "answer") throw new Error("nothing was quoted");
  return { answer, told: countVoices(answer) };
}

describe("articles of an answer count once", () => {
  test("when they are copies of one agency's text, which is named", async () => {
    const wire = `ALDER BAY (Reuters) - ${inventNews(1, 30)}`;
    const { told, answer } = await tellVoices(
      {
        "a.txt": file("Brone Times", 2, wire, "Brone will look after its own jetty in spring."),
        "b.txt": file("Eastmere Herald", 2, wire, "The Eastmere jetty is sound, its clerk said."),
        "c.txt": file(
          "Island Gazette",
          3,
          inventNews(7, 10),
          "A jetty was lost on the island too.",
        ),
      },
      "jetty",
    );
    expect(told).toEqual(["3 articles, 2 independent: two carry the same Reuters text"]);
    const credited = answer.sources.filter((one) =>
      describeLineage(one).includes("credits Reuters"),
    );
    expect(credited).toHaveLength(2);
  });

  test("when what is quoted of them is one passage, though the articles differ", async () => {
    const { told, answer } = await tellVoices(
      {
        "a.txt": file("Brone Times", 2, inventNews(1, 12), COST),
        "b.txt": file("Island Gazette", 3, COST, inventNews(2, 12)),
      },
      "crowns",
    );
    expect(told).toEqual(["2 articles, 1 independent: both carry the same passage"]);
    expect(answer.sources.flatMap(describeLineage).sort()).toEqual([
      "shares a paragraph with a.txt",
      "shares a paragraph with b.txt",
    ]);
  });

  test("when one says that it has it from the other, which is then named", async () => {
    const { told, answer } = await tellVoices(
      {
        "a.txt": file(
          "CNN",
          2,
          "A member of the board put repairs of the pier at 14 million crowns.",
          SPOKEN,
        ),
        "b.txt": file(
          "Harbour Post",
          3,
          "CNN reported that repairs of the pier were put at 14 million crowns.",
          SPOKEN,
        ),
      },
      "million",
    );
    expect(told).toEqual(["2 articles, 1 independent: one has it from CNN"]);
    const resting = answer.sources.find(({ articleId }) => articleId === "b.txt");
    expect(resting?.restsOn).toMatchObject([{ name: "CNN", articles: ["a.txt"] }]);
  });
});

describe("articles of an answer are voices of their own", () => {
  test("when another part of them is shared than what is quoted", async () => {
    const { told } = await tellVoices(
      {
        "a.txt": file(
          "Brone Times",
          2,
          COST,
          inventNews(1, 9),
          "Nine divers were hurt by the fall, a doctor of Brone said.",
        ),
        "b.txt": file(
          "Island Gazette",
          3,
          COST,
          inventNews(2, 9),
          "In all nine divers came to harm, according to the hospital.",
        ),
      },
      "divers",
    );
    expect(told).toEqual([]);
  });

  test("when two reporters wrote down what one speaker said", async () => {
    const { told } = await tellVoices(
      {
        "a.txt": file("Brone Times", 2, inventNews(1, 9), SPOKEN),
        "b.txt": file("Island Gazette", 3, SPOKEN, inventNews(2, 9)),
      },
      "modest",
    );
    expect(told).toEqual([]);
  });

  test("when the report that is named is of another month, or of nobody here", async () => {
    const { told, answer } = await tellVoices(
      {
        "a.txt": file(
          "CNN",
          2,
          "A member of the board put repairs of the quay at 14 million crowns.",
        ),
        "b.txt": file(
          "Harbour Post",
          3,
          "Reuters reported that divers found nine million cracks below.",
        ),
      },
      "million",
    );
    expect(told).toEqual([]);
    const resting = answer.sources.find(({ articleId }) => articleId === "b.txt");
    expect(resting?.restsOn?.[0]?.articles).toBeUndefined();
  });
});

/** An editor's hand on a list of sentences. */
const edits = fc.record({
  cut: fc.integer({ min: 14, max: 30 }),
  headline: fc.boolean(),
  added: fc.nat(3),
  upper: fc.boolean(),
});

interface Edited {
  readonly cut: number;
  readonly headline: boolean;
  readonly added: number;
  readonly upper: boolean;
}

function edit(
  sentences: readonly string[],
  { cut, headline, added, upper }: Edited,
  place: number,
): string {
  const kept = sentences.slice(0, cut).join(" ");
  const text = [upper ? kept.toUpperCase() : kept, inventNews(place + 40, added)];
  return file(headline ? "Brone Times" : "Island Gazette", 3, ...text);
}

test("whatever an editor does to copies, no answer and no timeline counts two of them as two", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), async (copies) => {
      const sentences = inventNews(1, 30).split(/(?<=\.) /);
      const made = copies.map((wanted, at) => [`copy-${at}.txt`, edit(sentences, wanted, at)]);
      const folder = await openFolder({
        "wire.txt": file("Alder Post", 2, sentences.join(" ")),
        ...Object.fromEntries(made),
        "other.txt": file("Quay Courier", 4, inventNews(90, 12)),
      });
      for (const { sources, independent } of [
        await folder.ask("What did the harbour board reject?"),
        await folder.ask("Summarise the articles."),
        await folder.list("harbour board"),
      ]) {
        const stories = new Set(sources.map(({ articleId }) => articleId === "other.txt"));
        expect(independent ?? sources.length).toBe(stories.size);
      }
    }),
    { numRuns: 25 },
  );
});
