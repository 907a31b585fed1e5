import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import { projectAnswer, projectSearch } from "../../src/export/project-json.ts";
import { CASES, loadCase } from "./load-case.ts";

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
});
const compile = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, "utf8")));
const isAnswer = compile("answer");
const isSearch = compile("search");

/** What a reader of the printed JSON gets. */
function print(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value));
}

test.each(readdirSync(CASES))("the JSON of %s is what the schema publishes", (name) => {
  isAnswer(print(projectAnswer(loadCase(name))));
  expect(isAnswer.errors).toBeNull();
});

test("notes and a refused statement are in the JSON and in the schema", () => {
  const outcome: AnswerOutcome = {
    ...loadCase("brief"),
    rejected: [{ text: "Nine weeks.", reason: "number", detail: "“9 weeks” is nowhere" }],
    notes: [{ code: "cut", text: "The reply was cut." }],
  };
  const printed = print(projectAnswer(outcome));
  isAnswer(printed);
  expect(isAnswer.errors).toBeNull();
  expect(printed).toMatchObject({ rejected: [{ reason: "number" }], notes: [{ code: "cut" }] });
});

test("the schema refuses an answer that lacks its quotes or has a field that is not published", () => {
  const printed = print(projectAnswer(loadCase("brief")));
  expect(isAnswer({ ...printed, quotes: [] })).toBe(false);
  expect(isAnswer({ ...printed, context: "x" })).toBe(false);
  expect(isAnswer({ ...printed, kind: "abstention" })).toBe(false);
});

const NOTE = { code: "words-alone", text: "Searched by words alone." } as const;

test("a search prints its passages, verbatim and scored", () => {
  const outcome = loadCase("abstention");
  const passages = (outcome.kind === "abstention" ? outcome.closest : []).map((excerpt) => ({
    excerpt,
    score: 0.5,
  }));
  const printed = print(projectSearch({ query: "airport", notes: [NOTE], passages }));
  isSearch(printed);
  expect(isSearch.errors).toBeNull();
  expect(printed).toEqual({
    query: "airport",
    notes: [NOTE],
    passages: [
      {
        articleId: "port.txt",
        start: 0,
        end: 43,
        text: "The ferry to Orlen sails again from Monday.",
        score: 0.5,
      },
    ],
  });
});
