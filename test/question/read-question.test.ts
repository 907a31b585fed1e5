import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/question/read-question.ts";

describe("the parts of a question", () => {
  it.each([
    [
      "Who raised the fee, and when does it change?",
      ["Who raised the fee", "when does it change?"],
    ],
    ["Why did the lock close? Who paid for it?", ["Why did the lock close", "Who paid for it?"]],
    [
      "Where do barges wait; how long do they wait?",
      ["Where do barges wait", "how long do they wait?"],
    ],
    [
      "How tall is the crane and at which pier does it stand?",
      ["How tall is the crane", "at which pier does it stand?"],
    ],
    [
      "Did the mayor resign, and did the clerk follow?",
      ["Did the mayor resign", "did the clerk follow?"],
    ],
  ])("%j asks several things", (question, parts) => {
    expect(readQuestion(question).intent.parts).toEqual(parts);
  });

  it.each([
    "Who raised the fee for barges and tugs?",
    "Were ferries, trams and harbour cranes repaired?",
    "What did the council say about fares and jobs?",
    "What is the name of the pilot who sank the barge?",
    "harbour fee barges",
    "",
  ])("%j asks one thing, and is left as it is", (question) => {
    expect(readQuestion(question).intent.parts).toEqual([question]);
  });

  it("makes no part of words that name no subject", () => {
    expect(readQuestion("Who raised the fee, and why?").intent.parts).toHaveLength(1);
  });

  it("keeps at least one part of any question, each with words of it", () => {
    const word = fc.constantFrom("who", "barge", "and", ",", "when", "?", "fee", ";", "the", "did");
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const question = words.join(" ");
        const { parts } = readQuestion(question).intent;
        expect(parts.length).toBeGreaterThan(0);
        for (const part of parts) expect(question).toContain(part);
      }),
    );
  });
});

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
