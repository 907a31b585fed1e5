import { expect, test } from "vitest";
import type { AnswerOutcome, Quote } from "../../src/core/answer.ts";
import type { EvaluationQuestion, LocatedEvidence } from "../../src/core/evaluation.ts";
import { scoreAnswer } from "../../src/evaluate/score-question.ts";

const article = "The tide rose. Boats sank. Nobody drowned.";
const texts = new Map([["a", article]]);

const place = (text: string) => ({
  articleId: "a",
  start: article.indexOf(text),
  end: article.indexOf(text) + text.length,
  text,
});
// A stage mints quotes; here only their fields matter.
const answer = (...quotes: readonly string[]): AnswerOutcome =>
  ({
    kind: "answer",
    quotes: quotes.map((text) => place(text) as unknown as Quote),
  }) as unknown as AnswerOutcome;
const refusal = { kind: "abstention" } as unknown as AnswerOutcome;

const gold = (...sentences: readonly string[]): LocatedEvidence[] =>
  sentences.map((text) => {
    const { articleId, start, end } = place(text);
    return { articleId, grade: 1, text, span: { start, end } };
  });
const question = (...sentences: readonly string[]): EvaluationQuestion => ({
  line: 1,
  question: "?",
  evidence: sentences.map((text) => ({ kind: "text", article: "a", grade: 1, text })),
  unanswerable: sentences.length === 0,
  filters: {},
  answers: [],
});

test("precision is of the quotes, recall of the judged sentences, F1 of both", () => {
  const scores = scoreAnswer(
    answer("The tide rose.", "Nobody drowned."),
    question("The tide rose.", "Boats sank."),
    gold("The tide rose.", "Boats sank."),
    texts,
  );
  expect(scores).toMatchObject({
    "evidence-precision": 0.5,
    "evidence-recall": 0.5,
    "evidence-f1": 0.5,
    "gold-quoted": 1,
    "wrong-refusal": 0,
    "quotes-per-answer": 2,
    "words-per-answer": 5,
    "verbatim-failures": 0,
  });
});

test("a refusal of an answerable question has no precision, and no recall", () => {
  const scores = scoreAnswer(refusal, question("Boats sank."), gold("Boats sank."), texts);
  expect(scores).toMatchObject({ "wrong-refusal": 1, "evidence-recall": 0, "evidence-f1": 0 });
  expect(scores["evidence-precision"]).toBeUndefined();
  expect(scores).not.toHaveProperty("quotes-per-answer");
});

test("an unanswerable question asks for a refusal and nothing else", () => {
  expect(scoreAnswer(refusal, question(), [], texts)).toEqual({
    "right-refusal": 1,
    "verbatim-failures": 0,
  });
  expect(scoreAnswer(answer("Boats sank."), question(), [], texts)).toMatchObject({
    "right-refusal": 0,
  });
});

test("evidence that the corpus lacks lowers recall", () => {
  const asked = question("Boats sank.", "Nobody came.");
  const scores = scoreAnswer(answer("Boats sank."), asked, gold("Boats sank."), texts);
  expect(scores).toMatchObject({ "evidence-precision": 1, "evidence-recall": 0.5 });
});

test("a quote that differs from its file in one character is a verbatim failure", () => {
  const changed = new Map([["a", article.replace("sank", "sunk")]]);
  const scores = scoreAnswer(
    answer("Boats sank.", "The tide rose."),
    question("Boats sank."),
    gold("Boats sank."),
    changed,
  );
  expect(scores["verbatim-failures"]).toBe(1);
});
