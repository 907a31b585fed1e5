import { describe, expect, it } from "vitest";
import { findSurveyRequest } from "../../src/question/find-survey-request.ts";

describe("findSurveyRequest", () => {
  it.each([
    ["Which countries are named?", "countries", ""],
    ["What countries are mentioned in these articles?", "countries", ""],
    ["which states does the Herald article mention", "states", "the Herald"],
    ["List the countries.", "countries", ""],
    ["Which nations come up?", "countries", ""],
    ["Which U.S. states are named in the report?", "states", ""],
  ])("%j asks for %s", (question, kind, words) => {
    expect(findSurveyRequest(question)).toMatchObject({ kind, words });
  });

  it.each([
    "Which countries did they flee to?",
    "Which states are flooded?",
    "Which countries signed the pact?",
    "Who is named?",
  ])("leaves a question about something else alone: %j", (question) => {
    expect(findSurveyRequest(question)).toBeUndefined();
  });
});
