import { describe, expect, it } from "vitest";
import type { ScoredPassage } from "../../src/core/evidence.ts";
import type { Filters } from "../../src/core/question.ts";
import { readQuestion } from "../../src/question/read-question.ts";
import { filterBySpeaker } from "../../src/search/filter-by-speaker.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const text =
  "The pier at Brone was shut on Monday. Ada Roe, the harbour master, said it would fall. " +
  "“It leans,” she said. Ivo Lind told the council that it stands.\n";
const source = openMemorySource([{ id: "pier.txt", text }]);
const sentences = Array.from(
  text.matchAll(/[^.]+\.[” ]*(?:,” she said\. )?/gu),
  ({ index, 0: words }) => ({
    start: index,
    end: index + words.trimEnd().length,
  }),
);
const passage: ScoredPassage = {
  score: 1,
  legs: {},
  passage: {
    id: "pier.txt#0",
    articleId: "pier.txt",
    articleSha256: "",
    start: 0,
    end: text.length,
    text,
    position: 0,
    sentences,
  },
};

async function filter(question: string, filters: Filters = {}): Promise<string[] | undefined> {
  const chosen = filterBySpeaker(readQuestion(question, { filters }), source);
  const kept = await chosen?.([passage]);
  return kept?.flatMap((one) =>
    one.passage.sentences.map(({ start, end }) => text.slice(start, end)),
  );
}

describe("filterBySpeaker", () => {
  it("leaves with a speaker filter only what that speaker says, pronouns included", async () => {
    expect(await filter("Is the pier safe?", { speakers: ["Roe"] })).toEqual([
      "Ada Roe, the harbour master, said it would fall.",
      "“It leans,” she said.",
    ]);
  });

  it("leaves nothing where a filtered speaker says nothing", async () => {
    expect(await filter("Is the pier safe?", { speakers: ["Maren Holt"] })).toEqual([]);
  });

  it("reads the speaker out of a question that asks for somebody's words", async () => {
    expect(await filter("What does Lind say about the pier?")).toEqual([
      "Ivo Lind told the council that it stands.",
    ]);
  });

  it("leaves everything where the speaker that is asked for says nothing", async () => {
    expect(await filter("What does Maren Holt say about the pier?")).toHaveLength(sentences.length);
  });

  it("filters nothing for any other question", async () => {
    expect(await filter("Is the pier safe?")).toBeUndefined();
  });
});
