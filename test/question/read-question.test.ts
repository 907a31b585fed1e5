import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/question/read-question.ts";

describe("whether all of something is wanted", () => {
  it.each([
    "Which towns did the flood reach?",
    "What reasons did the board give?",
    "In which harbours were cranes sold?",
    "Which other firms took part?",
    "List the pilots who resigned.",
    "Name the ports.",
    "What were all the fines?",
    "Who else was hurt?",
    "Which people were hurt?",
  ])("it is in %j", (question) => {
    expect(readQuestion(question).intent.wantsAll).toBe(true);
  });

  it.each([
    "Which town did the flood reach?",
    "Who raised the fee?",
    "What news did the pilot bring?",
    "When were the cranes sold?",
    "How many ports are closed?",
    "Why did all hope fade?",
    "",
  ])("it is not in %j", (question) => {
    expect(readQuestion(question).intent.wantsAll).toBe(false);
  });
});
