import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitQuestion } from "../../../src/question/split-question.ts";
import { listContentStems } from "../../../src/text/stems.ts";

const split = (question: string): string[][] => splitQuestion(question).map((part) => [...part]);

describe("splitQuestion", () => {
  it("parts a question about two things where a word joins them", () => {
    expect(
      split("Did the harbour council raise barge fees while the city theatre closed its roof?"),
    ).toEqual([
      ["harbour", "council", "rais", "barg", "fee"],
      ["citi", "theatr", "close", "roof"],
    ]);
  });

  it("leaves a question about one thing whole", () => {
    expect(split("How far did the fee for barges rise?")).toHaveLength(1);
  });

  it("joins a part of few words to what is beside it", () => {
    expect(split("Were ferries, trams and harbour cranes repaired?")).toHaveLength(1);
  });

  it("finds no part in a question of nothing but grammar", () => {
    expect(split("What is it, and why?")).toEqual([]);
  });

  it("keeps every stem of any question in some part", () => {
    const word = fc.constantFrom(
      "barge",
      "fee",
      "and",
      "roof",
      ",",
      "theatre",
      "while",
      "the",
      "?",
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const question = words.join(" ");
        const kept = new Set(splitQuestion(question).flatMap((part) => [...part]));
        expect(kept).toEqual(new Set(listContentStems(question)));
      }),
    );
  });
});
