import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkQuestion, LONGEST_QUESTION } from "../../src/index.ts";

describe("a question", () => {
  test.each(["", "   ", "\n\t", "?!", "\u001B\u0007", "\uD800"])("%j is empty", (typed) => {
    expect(() => checkQuestion(typed)).toThrow(expect.objectContaining({ code: "question-empty" }));
  });

  test("of 100,000 characters is too long, and says how long", () => {
    expect(() => checkQuestion("why ".repeat(25_000))).toThrow(/99,999 characters/);
    expect(checkQuestion("y".repeat(LONGEST_QUESTION))).toHaveLength(LONGEST_QUESTION);
  });

  test("keeps its words and loses what acts on a terminal", () => {
    expect(checkQuestion("  Who\u001B[31m won?\r\n")).toBe("Who [31m won?");
    expect(checkQuestion("¿Quién ganó? 誰が")).toBe("¿Quién ganó? 誰が");
  });

  test("never holds a control character, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        expect(checkQuestion(`a${typed}`)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});
