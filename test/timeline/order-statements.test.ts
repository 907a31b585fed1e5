import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import type { ArticleRecord } from "../../src/core/index-state.ts";
import { readQuestion } from "../../src/question/read-question.ts";
import { orderStatements } from "../../src/timeline/order-statements.ts";
import { claimStatements } from "../../src/timeline/trace-timeline.ts";
import { readPassage } from "../fixtures/evidence-fixtures.ts";

/** One passage an article; a sentence ends with its full stop. */
function gather(
  articles: Readonly<Record<string, { text: string; published?: string }>>,
): Evidence {
  const records = Object.entries(articles).map(
    ([id, { published }]) =>
      [
        id,
        {
          id,
          metadata: {
            publisher: { value: "Quay Courier", origin: "found" },
            ...(published && { published: { value: published, origin: "found" } }),
          },
        } as unknown as ArticleRecord,
      ] as const,
  );
  const passages = Object.entries(articles).map(([id, { text }]) => readPassage(id, text));
  return {
    question: readQuestion("pier"),
    passages,
    articles: new Map(records),
    searched: { articles: 1, passages: 1, undated: 0 },
    terms: [{ text: "pier", stem: "pier", isName: false, passages: 1 }],
    titles: [],
    found: 3,
    sentences: [],
    confidence: 1,
  };
}

const order = (articles: Parameters<typeof gather>[0], limit = 20): string[] => {
  const evidence = gather(articles);
  const claims = claimStatements(orderStatements(evidence, limit), evidence.articles);
  return claims.map(({ text, quotes }) => `${text} ${quotes.map((quote) => quote.text).join(" ")}`);
};

describe("orderStatements", () => {
  it("puts statements in the order of what they tell, not of their articles", () => {
    expect(
      order({
        "a.txt": { text: "The pier fell in May 2021. The pier opened in 1904." },
        "b.txt": { text: "The pier was shut on 3 March 2020." },
      }),
    ).toEqual([
      "1904, as Quay Courier tells it: The pier opened in 1904.",
      "3 March 2020, as Quay Courier tells it: The pier was shut on 3 March 2020.",
      "May 2021, as Quay Courier tells it: The pier fell in May 2021.",
    ]);
  });

  it("resolves a date against the day of publication, and says so where there is none", () => {
    const text = "The pier fell on Monday.";
    expect(order({ "a.txt": { text, published: "2016-04-26" } })).toEqual([
      `25 April 2016, as Quay Courier tells it: ${text}`,
    ]);
    expect(order({ "a.txt": { text } })).toEqual([
      `Monday, not known which, as Quay Courier tells it: ${text}`,
    ]);
  });

  it("gives a statement without a date the day of its article, or none, last of all", () => {
    expect(
      order({
        "a.txt": { text: "The pier is old." },
        "b.txt": { text: "The pier leans.", published: "2016-04-26" },
      }),
    ).toEqual([
      "26 April 2016, published by Quay Courier: The pier leans.",
      "No date known, as Quay Courier tells it: The pier is old.",
    ]);
  });

  it("leaves out what does not speak of the subject", () => {
    expect(order({ "a.txt": { text: "The mill fell in May 2021. The pier stands." } })).toEqual([
      "No date known, as Quay Courier tells it: The pier stands.",
    ]);
  });

  it("shows no more than is asked for", () => {
    const text = "The pier fell in May 2021. The pier opened in 1904.";
    expect(order({ "a.txt": { text } }, 1)).toHaveLength(1);
  });
});
