import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceText } from "../../src/core/article.ts";
import { expandQuotes } from "../../src/quote/expand-quotes.ts";

/** The words between ⟦ and ⟧ of an article, quoted and expanded. */
function expand(marked: string): string {
  const text = marked.replace("⟦", "").replace("⟧", "");
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  return quote(text, start, end);
}

function quote(text: string, start: number, end: number): string {
  const article = { articleId: "a.txt", start, end, text: text.slice(start, end) };
  const files = new Map([["a.txt", { id: "a.txt", text } as SourceText]]);
  return expandQuotes({ text: "", quotes: [article] }, files).quotes[0]?.text ?? "";
}

describe("a quote is expanded to what weakens it", () => {
  it.each([
    ["The mayor did not say ⟦the pier will fall⟧.", "The mayor did not say the pier will fall"],
    ["⟦The pier fell⟧, officials said.", "The pier fell, officials said."],
    [
      "⟦The pier fell⟧, according to unconfirmed reports.",
      "The pier fell, according to unconfirmed reports.",
    ],
    ["Allegedly ⟦the mayor took the money⟧.", "Allegedly the mayor took the money"],
    ["⟦The pier will close⟧ if the river rises.", "The pier will close if the river rises."],
    ["Up to ⟦40 boats sank⟧ on Monday.", "Up to 40 boats sank"],
    [
      "⟦Forty boats sank.⟧ The figure could not be independently verified.",
      "Forty boats sank. The figure could not be independently verified.",
    ],
    [
      "⟦Forty boats sank.⟧\n\nThe Quay Courier could not confirm the report.",
      "Forty boats sank.\n\nThe Quay Courier could not confirm the report.",
    ],
    [
      "The council denies all of this:\n\n⟦The pier is old.⟧",
      "The council denies all of this:\n\nThe pier is old.",
    ],
    [
      "⟦“The pier fell.⟧ Nobody came,” one skipper claimed. It rained.",
      "“The pier fell. Nobody came,” one skipper claimed.",
    ],
  ])("%s", (marked, expected) => {
    expect(expand(marked)).toBe(expected);
  });
});

describe("a quote stays as it is", () => {
  it.each([
    ["⟦The pier fell on Monday⟧ near Brone.", "The pier fell on Monday"],
    ["Ada Roe said: “⟦The pier fell on Monday⟧.”", "The pier fell on Monday"],
    ["⟦The pier fell.⟧ Nobody was hurt.", "The pier fell."],
  ])("%s", (marked, expected) => {
    expect(expand(marked)).toBe(expected);
  });

  it("is left to be refused where it does not stand", () => {
    const files = new Map([["a.txt", { id: "a.txt", text: "It did not fall." } as SourceText]]);
    const claim = { text: "", quotes: [{ articleId: "a.txt", start: 3, end: 9, text: "It fell" }] };
    expect(expandQuotes(claim, files)).toEqual(claim);
  });
});

it("two quotes that are expanded to the same words are one", () => {
  const text = "Up to 40 boats sank and up to 9 men drowned.";
  const files = new Map([["a.txt", { id: "a.txt", text } as SourceText]]);
  const part = (words: string) => {
    const start = text.indexOf(words);
    return { articleId: "a.txt", start, end: start + words.length, text: words };
  };
  const { quotes } = expandQuotes({ text: "", quotes: [part("40 boats"), part("9 men")] }, files);
  expect(quotes.map((one) => one.text)).toEqual(["Up to 40 boats sank and up to 9 men drowned."]);
});

it("whatever is cut out of a sentence, its negation comes with it", () => {
  const word = fc.constantFrom("the", "old", "pier", "boats", "fell", "on", "Monday", "Brone");
  const words = fc.array(word, { minLength: 3, maxLength: 12 });
  const weak = fc.constantFrom(
    "not",
    "allegedly",
    "denied",
    "reportedly",
    "unless",
    "never",
    "may",
  );
  fc.assert(
    fc.property(words, weak, fc.nat(20), fc.nat(60), fc.nat(60), (list, hedge, at, one, other) => {
      const place = at % (list.length + 1);
      const text = `Ada ${[...list.slice(0, place), hedge, ...list.slice(place)].join(" ")} here.`;
      const start = Math.min(one % text.length, other % text.length);
      const end = Math.max(one % text.length, other % text.length) + 1;
      if (text.slice(start, end).trim() === "") return;
      expect(quote(text, start, end)).toContain(hedge);
    }),
  );
});
