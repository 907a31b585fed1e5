import { describe, expect, it } from "vitest";
import { acceptCompletion } from "../../src/question/restate-question.ts";

const conversation = [{ question: "Why did Ghent sack nurses?", articleIds: [] }];
const accept = (completed: string): string | undefined =>
  acceptCompletion(completed, "and when did they go?", conversation);

describe("a model's completion", () => {
  it("is taken where it holds what was said before, without its label and marks", () => {
    expect(accept('Question: "When did the nurses of Ghent go?"')).toBe(
      "When did the nurses of Ghent go?",
    );
  });

  it.each([
    "When did the nurses of Bruges go?",
    "When did they go?",
    "When did they go from Ghent?",
    "The nurses of Ghent went.",
    "",
  ])("is not taken where it brings in something new, or still leans: %j", (completed) => {
    expect(accept(completed)).toBeUndefined();
  });
});
