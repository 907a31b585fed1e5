import { describe, expect, it } from "vitest";
import { findSummaryRequest } from "../../src/question/find-request.ts";

describe("findSummaryRequest", () => {
  it.each([
    ["Summarize the articles.", [], false],
    ["Summarise everything", [], false],
    ["Give me a short summary of this article", [], true],
    ["What is this article about?", [], true],
    ["What are these reports about?", [], false],
    ["Summarize the article about the ferry fares.", ["ferri", "fare"], true],
    ["What is the Gazette article about?", ["gazett"], true],
    ["Sum up the news on harbour strikes", ["harbour", "strike"], false],
  ])("%j asks for a summary of %j", (question, subject, isOne) => {
    expect(findSummaryRequest(question)).toMatchObject({ subject, isOne });
  });

  it.each([
    "What is the ferry company worried about?",
    "What does the Gazette say about fares?",
    "Who wrote the article about the ferry?",
    "What is it about the ferry that people like?",
  ])("%j wants an answer", (question) => expect(findSummaryRequest(question)).toBeUndefined());
});
