import { describe, expect, it } from "vitest";
import type { SourceText } from "../../src/core/article.ts";
import { expandQuotes } from "../../src/quote/expand-quotes.ts";
import { trimToSpoken } from "../../src/quote/trim-to-spoken.ts";

interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An article with the span between ⟦ and ⟧. */
function read(marked: string): Marked {
  const text = marked.replace("⟦", "").replace("⟧", "");
  return { text, start: marked.indexOf("⟦"), end: marked.indexOf("⟧") - 1 };
}

function show(marked: string): string {
  const { text, start, end } = read(marked);
  const quote = { articleId: "a.txt", start, end, text: text.slice(start, end) };
  const files = new Map([["a.txt", { id: "a.txt", text } as SourceText]]);
  return expandQuotes({ text: "", quotes: [quote] }, files).quotes[0]?.text ?? "";
}

describe("spoken words are shown without half of their marks", () => {
  it.each([
    ["“The pier is old. ⟦Walls will fall,” Ada Roe said.⟧ “We know.”", "Walls will fall,"],
    ["“It leans. ⟦The pier will fall,” she added.⟧ Ada Roe left.", "The pier will fall,"],
    ["⟦“The pier will fall.⟧ Nobody came,” Ada Roe said.", "The pier will fall."],
    ["Ada Roe said: ⟦“The pier will fall.”⟧", "The pier will fall."],
    ['"The pier is old. ⟦Walls will fall," Ada Roe said.⟧', "Walls will fall,"],
  ])("%s", (marked, expected) => {
    const { text, start, end } = read(marked);
    const trimmed = trimToSpoken(text, { start, end });
    expect(text.slice(trimmed.start, trimmed.end)).toBe(expected);
  });

  it("as a quote, where it is told who speaks", () => {
    expect(show("“The pier is old. ⟦Walls will fall,” Ada Roe said.⟧")).toBe("Walls will fall,");
    expect(show("⟦“The pier will fall.⟧ Nobody came,” Ada Roe said.")).toBe("The pier will fall.");
  });
});

describe("they are left as they stand", () => {
  it.each([
    ["where nobody is named who speaks", "“The pier is old. ⟦Walls will fall,” said one.⟧"],
    ["where the clause denies", "“The pier is old. ⟦Walls will fall,” Ada Roe did not say.⟧"],
    ["where the clause hedges", "“The pier is old. ⟦Walls will fall,” Ada Roe reportedly said.⟧"],
    [
      "where the clause tells more",
      "“The pier is old. ⟦Walls will fall,” Ada Roe said, using the old name for the jetty at Brone.⟧",
    ],
    ["where they go on behind it", "“It is old. ⟦Walls will fall,” Ada Roe said. “We know.”⟧"],
    ["where they open with the sentence", "⟦“The pier will fall,” Ada Roe said.⟧ It rained."],
    ["where they hold another's words", "Ada Roe said: ⟦“He called it „old“ then.”⟧"],
  ])("%s", (_reason, marked) => {
    const { text, start, end } = read(marked);
    expect(show(marked)).toBe(text.slice(start, end));
  });
});
