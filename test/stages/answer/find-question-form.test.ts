import { describe, expect, it } from "vitest";
import { findQuestionForm } from "../../../src/stages/answer/find-question-form.ts";
import { isWordsOf } from "../../../src/stages/answer/is-words-of.ts";

describe("findQuestionForm", () => {
  it.each([
    ["What does Ana Ruiz say about the ferry?", ["ana", "ruiz"]],
    ["What did the captain tell reporters?", ["captain"]],
    ["What has the mayor said about fares?", ["mayor"]],
    ["How does Ruiz explain the delay?", ["ruiz"]],
    ["According to the Gazette, who paid?", ["gazett"]],
  ])("%j asks for somebody's words", (question, speaker) => {
    expect(findQuestionForm(question)).toMatchObject({ kind: "words", speaker });
  });

  it.each([
    "Which ports did the ferry call at?",
    "What are the complaints of the crew?",
    "List the ports.",
    "What did the new ferry change?",
    "From which countries do the sailors come?",
  ])("%j asks for a list", (question) => expect(findQuestionForm(question).kind).toBe("list"));

  it.each(["Who says that fares will rise?", "Who else claims that fares fell?"])(
    "%j asks for all who say it",
    (question) => expect(findQuestionForm(question).kind).toBe("voices"),
  );

  it.each([
    "Who sails the ferry?",
    "What do the articles say about the ferry?",
    "Which port is the oldest?",
    "What does the ferry cost?",
    "What happens to stowaways?",
    "Why did fares fall?",
  ])("%j asks for neither", (question) => expect(findQuestionForm(question).kind).toBe("plain"));
});

describe("a comparison", () => {
  it.each([
    ["Compare the fares of the ferry and the train.", ["fare", "ferri"], ["train"]],
    ["What is the difference between ferry fares and train fares?", ["ferri"], ["train"]],
    ["Who earns more, sailors or drivers?", ["sailor"], ["driver"]],
    ["How dear is the ferry compared to the train?", ["dear", "ferri"], ["train"]],
  ])("%j has two sides, told apart by the words that only one has", (question, one, other) => {
    const form = findQuestionForm(question);
    expect(form).toMatchObject({ kind: "sides" });
    if (form.kind !== "sides") return;
    expect(form.sides[0]).toEqual(expect.arrayContaining(one));
    expect(form.sides[1]).toEqual(other);
    expect(form.sides[0]).not.toEqual(expect.arrayContaining(other));
  });

  it("of a thing with itself is none", () => {
    expect(findQuestionForm("Compare the ferry and the ferry.").kind).toBe("plain");
  });
});

describe("isWordsOf", () => {
  it.each([
    ["The fares will fall, Ruiz said.", undefined, true],
    ["“The fares will fall.”", "Ana Ruiz", true],
    ["According to Ruiz, the fares will fall.", undefined, true],
    ["Ruiz bought a ferry.", undefined, false],
    ["The fares will fall, the captain said.", "captain", false],
  ])("%j by %j: %s", (sentence, speaker, held) => {
    expect(isWordsOf(["ana", "ruiz"], sentence, speaker)).toBe(held);
  });
});
