import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Turn } from "../../src/model/question.ts";
import { resolveFollowUp } from "../../src/question/resolve-follow-up.ts";

const following = (question: string): Turn[] => [{ question, articleIds: [] }];

describe("resolveFollowUp", () => {
  it.each([
    ["How many nurses left?", "and in Ghent?", "How many nurses left in Ghent?"],
    ["How many nurses left in Bruges?", "And in Ghent?", "How many nurses left in Ghent?"],
    ["How many nurses left in Bruges?", "in Ghent?", "How many nurses left in Ghent?"],
    ["Why did the nurses leave?", "what about doctors?", "Why did the nurses leave? And doctors?"],
    ["Why did the nurses leave?", "when was that?", "When did the nurses leave?"],
    ["Did the nurses leave?", "why?", "Why did the nurses leave?"],
    ["Who paid the nurses?", "when was that?", "Who paid the nurses, and when?"],
    ["Who paid the nurses, and when?", "And where?", "Who paid the nurses, and where?"],
    ["How many nurses left?", "When did it happen?", "How many nurses left, and when?"],
    ["Who is Ana Ruiz?", "Where did she study?", "Where did Ana Ruiz study?"],
    ["Who is Ana Ruiz?", "What is her salary?", "What is Ana Ruiz's salary?"],
    [
      "Why did the nurses leave?",
      "Where did they go?",
      "Why did the nurses leave, and where did they go?",
    ],
    [
      "Why did the nurses leave?",
      "Do their pensions end?",
      "Why did the nurses leave, and do their pensions end?",
    ],
    ["Who is Ana Ruiz?", "Where did she go?", "Where did Ana Ruiz go?"],
    ["who is ana ruiz", "Where did she go?", "Where did ana ruiz go?"],
    ["Who is Ana Ruiz?", "Why did Bo Lind want her out?", "Why did Bo Lind want Ana Ruiz out?"],
    ["How many jobs are cut in Ghent now?", "and in Liège?", "How many jobs are cut in Liège now?"],
    ["when do the cuts at ghent start", "and at Liège?", "when do the cuts at Liège start?"],
    ["How many jobs did Ghent cut?", "What about Liège?", "How many jobs did Liège cut?"],
    ["How far are Ghent and Bruges?", "And Liège?", "How far are Ghent and Bruges? And Liège?"],
  ])("after %j, %j asks %j", (earlier, question, understood) => {
    expect(resolveFollowUp(question, following(earlier))).toBe(understood);
  });

  it.each([
    "How many nurses left the hospital?",
    "What do the nurses say about their pay?",
    "Who is Ana Ruiz and where did she study?",
    "And why did the hospital close?",
    "Why did Bo Lind leave her office?",
  ])("leaves a question that stands alone as it is: %j", (question) => {
    expect(resolveFollowUp(question, following("When did the harbour freeze?"))).toBe(question);
  });

  it("goes back to what an earlier follow-up was understood as", () => {
    const turns = [
      ...following("How many nurses left?"),
      { question: "and in Ghent?", understood: "How many nurses left in Ghent?", articleIds: [] },
    ];
    expect(resolveFollowUp("and in Liège?", turns)).toBe("How many nurses left in Liège?");
  });

  it("changes nothing without a conversation", () => {
    fc.assert(fc.property(fc.string(), (text) => resolveFollowUp(text, []) === text.trim()));
  });
});
