import { describe, expect, it } from "vitest";
import { listDesignations } from "../../src/english/designations.ts";
import { namesAnother } from "../../src/search/name-another.ts";

const judge = (question: string, text: string): boolean =>
  namesAnother(text, listDesignations(question));

describe("a passage speaks of another thing than the question", () => {
  it.each([
    ["Who won stage 7 of the tour?", "Bram Oost won stage 4 on Monday."],
    ["What does rule 12b forbid?", "Rule 12a forbids nets."],
    ["Where does the B52 line end?", "The B31 line ends at the quay."],
    ["When does ferry 31 leave?", "Ferry 13 and ferry 14 leave at noon."],
  ])("where it names that kind by another number: %s", (question, text) => {
    expect(judge(question, text)).toBe(true);
  });

  it.each([
    ["Who won stage 7 of the tour?", "After stage 4 came stage 7, which Bram Oost won."],
    ["Who won stage 7 of the tour?", "Bram Oost won on Monday."],
    ["Who won stage 7 of the tour?", "The seventh stage went to Bram Oost after 4 hours."],
    ["Where does the B52 line end?", "The B31 line ends where the B-52 line begins."],
    ["What happened in May 2016?", "In May 2017 the pier closed."],
    ["What closed after 3 days?", "After 5 days the fair closed."],
    ["How many boats did the 2 mayors buy?", "The mayors bought 7 boats, 2 of them new."],
  ])("but not where it names that one, or none: %s", (question, text) => {
    expect(judge(question, text)).toBe(false);
  });
});
