import { describe, expect, it } from "vitest";
import { readAskedTime } from "../../src/question/read-asked-time.ts";

/** A Saturday. */
const TODAY = "2026-11-21";

describe("readAskedTime", () => {
  it.each([
    ["How many barges sank last year?", "2025-01-01", "2025-12-31", "How many barges sank?"],
    ["In May 2015, who ran the board?", "2015-05-01", "2015-05-31", "Who ran the board?"],
    ["How many mills closed since May?", "2026-05-01", TODAY, "How many mills closed?"],
    ["How many mills closed before 2014?", undefined, "2013-12-31", "How many mills closed?"],
    ["How many mills closed after 2014?", "2015-01-01", undefined, "How many mills closed?"],
    ["What happened yesterday?", "2026-11-20", "2026-11-20", "What happened in 20 November 2026?"],
  ])("%s is a window", (question, from, to, search) => {
    expect(readAskedTime(question, TODAY)).toMatchObject({
      kind: "window",
      search,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
  });

  it("takes the words of the present out of what is looked for", () => {
    expect(readAskedTime("What is the latest death toll?", TODAY)).toEqual({
      kind: "present",
      words: "latest",
      search: "What is the death toll?",
    });
    expect(readAskedTime("How many boats were missing as of 4 May 2014?", TODAY)).toEqual({
      kind: "present",
      words: "as of 4 May 2014",
      search: "How many boats were missing?",
      to: "2014-05-04",
    });
  });

  it("names the event and how it bounds the time", () => {
    expect(readAskedTime("How many joined before the strikes began?", TODAY)).toMatchObject({
      kind: "event",
      relation: "before",
      event: "the strikes",
      words: "before the strikes began",
    });
  });

  it.each([
    "Who won the 2014 cup?",
    "What did the general say on Tuesday?",
    "How many ships sank in May?",
    "How has pay changed in 2014 and in 2015?",
    'Who wrote "the road in 2014"?',
    "How long after the fire did the crews arrive?",
  ])("asks for no time: %s", (question) => {
    expect(readAskedTime(question, TODAY)).toBeUndefined();
  });
});
