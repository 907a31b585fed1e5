import { describe, expect, it } from "vitest";
import { pickSummarized } from "../../src/search/gather-summary.ts";
import { makePassage, makeRecord, scorePassage } from "../fixtures/evidence-fixtures.ts";

describe("pickSummarized", () => {
  const field = (value: string) => ({ value, origin: "found" as const });
  const records = [
    makeRecord("old.txt", { title: field("Ferry fares cut"), published: field("2024-01-02") }),
    makeRecord("new.txt", { title: field("Harbour strike"), published: field("2024-03-04") }),
  ];
  const ranked = [
    scorePassage(makePassage("new.txt", 0, ["The strike went on."])),
    scorePassage(makePassage("old.txt", 0, ["The fares were cut."])),
  ];
  const request = { words: "", isOne: false };

  it("takes those whose title has all words of the subject", () => {
    const subject = ["ferri", "fare"];
    expect(pickSummarized({ ...request, subject }, records, ranked)).toEqual(["old.txt"]);
  });
  it("takes the one that ranks best where one is asked for and no title has the subject", () => {
    const asked = { ...request, subject: ["docker"], isOne: true };
    expect(pickSummarized(asked, records, ranked)).toEqual(["new.txt"]);
  });
});
