import { expect, test } from "vitest";
import { parseQuestions } from "../../src/evaluate/parse-questions.ts";

const lines = (...rows: unknown[]) =>
  rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");

test("reads the three kinds of evidence and the unanswerable", () => {
  const { questions, faults } = parseQuestions(
    lines(
      { question: "Who?", evidence: [{ article: "a.md", text: "The mayor." }] },
      "",
      { question: "When?", evidence: [{ article: "a.md", start: 1, end: 4, sha256: "ab" }] },
      { question: "What?", evidence: [{ article: "a.md", grade: 2 }], answers: ["rain"] },
      {
        question: "Why?",
        unanswerable: true,
        filters: { publishers: ["Post"], since: "2020-01-01" },
      },
    ),
  );
  expect(faults).toEqual([]);
  expect(questions.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
  expect(questions.map(({ evidence }) => evidence.map(({ kind }) => kind))).toEqual([
    ["text"],
    ["span"],
    ["article"],
    [],
  ]);
  expect(questions[3]?.filters).toEqual({ publishers: ["Post"], since: "2020-01-01" });
});

test.each([
  ["{", /not JSON/],
  ["[]", /not a JSON object/],
  [{ question: " ", unanswerable: true }, /"question"/],
  [{ question: "Who?" }, /needs "evidence"/],
  [{ question: "Who?", unanswerable: true, evidence: [{ article: "a" }] }, /exclude each other/],
  [{ question: "Who?", evidence: [{ article: "a", start: 4, end: 4, sha256: "x" }] }, /"start"/],
  [{ question: "Who?", evidence: [{ article: "a", start: 1, end: 4 }] }, /"sha256"/],
  [{ question: "Who?", evidence: [{ article: "a", grade: 0 }] }, /"grade"/],
  [{ question: "Who?", evidence: ["a"] }, /"evidence"/],
  [{ question: "Who?", unanswerable: true, answers: [1] }, /"answers"/],
])("names the line and the fault of %j", (row, fault) => {
  const parsed = parseQuestions(lines({ question: "Fine?", unanswerable: true }, row));
  expect(parsed.questions).toHaveLength(1);
  expect(parsed.faults).toEqual([{ line: 2, fault: expect.stringMatching(fault) }]);
});
