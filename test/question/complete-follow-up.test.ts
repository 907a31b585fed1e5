import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Turn } from "../../src/core/question.ts";
import { completeFollowUp } from "../../src/question/complete-follow-up.ts";

const following = (...questions: string[]): Turn[] =>
  questions.map((question) => ({ question, articleIds: [] }));

describe("a follow-up is completed", () => {
  it.each([
    ["How many nurses left in Bruges?", "And in Ghent?", "How many nurses left in Ghent?"],
    ["How many nurses left in Bruges?", "in Ghent?", "How many nurses left in Ghent?"],
    ["How many nurses left in 2019?", "in 2020?", "How many nurses left in 2020?"],
    ["How many jobs did Ghent cut?", "What about Liège?", "How many jobs did Liège cut?"],
    ["What was Ruiz's salary in 2019?", "And Lind's?", "What was Lind's salary in 2019?"],
    ["What did Ana Ruiz call the Ghent plan?", "Bo Lind?", "What did Bo Lind call the Ghent plan?"],
    ["when do the cuts at ghent start", "and at Liège?", "when do the cuts at Liège start?"],
    ["How far are Ghent and Bruges?", "And women?", "How far are Ghent and Bruges? And women?"],
    ["Which towns did Ruiz visit?", "And Liège?", "Which towns did Ruiz visit? And Liège?"],
  ])("by one phrase: after %j, %j asks %j", (earlier, question, completed) => {
    expect(completeFollowUp(question, following(earlier))).toBe(completed);
  });

  it.each([
    ["Did the nurses leave?", "why?", "Why (the nurses leave)?"],
    ["Who paid the nurses?", "when was that?", "When was that (paid the nurses)?"],
    ["Who is Ana Ruiz?", "Where did she study?", "Where did she study (Ana Ruiz)?"],
    ["Why did the nurses leave?", "Where did they go?", "Where did they go (the nurses leave)?"],
    ["Did Ruiz sack Lind?", "How old is he?", "How old is he (Ruiz sack Lind)?"],
    [
      "What did Ruiz say in Ghent?",
      "Who else spoke there?",
      "Who else spoke there (Ruiz say in Ghent)?",
    ],
    [
      "Why did Ghent sack nurses?",
      "What does the union say?",
      "What does the union say (Ghent sack nurses)?",
    ],
    [
      "Why did Ghent sack nurses?",
      "What does Bo Lind think?",
      "What does Bo Lind think (Ghent sack nurses)?",
    ],
    [
      "Why did Ghent sack nurses?",
      "how many in Bruges?",
      "How many in Bruges (Ghent sack nurses)?",
    ],
  ])("by its subject: after %j, %j asks %j", (earlier, question, completed) => {
    expect(completeFollowUp(question, following(earlier))).toBe(completed);
  });

  it.each([
    ["How many nurses left?", "No, I meant doctors", "Doctors (nurses left)?"],
    [
      "Who made the lamps?",
      "No, the cables, who made them?",
      "Who made the cables (made the lamps)?",
    ],
  ])("by what it corrects: after %j, %j asks %j", (earlier, question, completed) => {
    expect(completeFollowUp(question, following(earlier))).toBe(completed);
  });

  it.each([
    ["What did Ruiz say about pay?", "anything else?", "What did Ruiz say about pay? What else?"],
    ["How many nurses left Ghent?", "What else?", "How many nurses left Ghent? What else?"],
    [
      "Why did Ghent sack nurses?",
      "What else did the town close?",
      "What else did the town close (Ghent sack nurses)?",
    ],
  ])("by asking again: after %j, %j asks %j", (earlier, question, completed) => {
    expect(completeFollowUp(question, following(earlier))).toBe(completed);
  });
});

describe("a question that stands alone is left as it is", () => {
  it.each([
    "How many nurses left Ghent hospital?",
    "What do nurses in Ghent say about their pay?",
    "Who is Ana Ruiz and where did she study?",
    "Why did Bo Lind leave her office?",
    "How long does it take to get to Ghent?",
    "No one left Ghent, did they?",
    "ghent hospital strike pay",
    "List the demands",
  ])("%j", (question) => {
    expect(completeFollowUp(question, following("When did the harbour freeze?"))).toBeUndefined();
  });

  it("without a conversation", () => {
    fc.assert(fc.property(fc.string(), (text) => completeFollowUp(text, []) === undefined));
  });
});

describe("of several turns", () => {
  const asked = (...questions: string[]): string | undefined => {
    const turns: Turn[] = [];
    for (const question of questions) {
      const understood = completeFollowUp(question, turns);
      turns.push({ question, ...(understood !== undefined && { understood }), articleIds: [] });
    }
    return turns.at(-1)?.understood;
  };

  it("the last is completed from what the one before it was understood as", () => {
    expect(asked("How many nurses left in Bruges?", "and in Ghent?", "and in Liège?")).toBe(
      "How many nurses left in Liège?",
    );
  });

  it("what was only added is added once", () => {
    expect(asked("Why did Ghent sack nurses?", "Who decided it?", "When do they go?")).toBe(
      "When do they go (Ghent sack nurses)?",
    );
  });

  it("any text is answered with a question, or left alone", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const completed = completeFollowUp(second, following(first));
        return completed === undefined || completed.length > 0;
      }),
    );
  });
});
