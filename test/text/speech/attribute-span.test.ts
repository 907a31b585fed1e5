import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeSpan } from "../../../src/text/speech/attribute-span.ts";

const BEFORE = "The pier at Alder Bay was closed on Monday.\n\n";

/** The attribution of the part of the text between « and », which are taken out. */
function attribute(marked: string): string {
  const text = BEFORE + marked.replace("⟦", "").replace("⟧", "");
  const start = BEFORE.length + marked.indexOf("⟦");
  const end = BEFORE.length + marked.indexOf("⟧") - 1;
  const { manner, speaker } = attributeSpan(text, { start, end });
  if (speaker !== undefined && speaker.name !== undefined) {
    expect(text.slice(speaker.start, speaker.end)).not.toBe("");
  }
  return [manner, speaker?.name ?? "-", speaker?.role ?? "-"].join(" | ");
}

describe("a speaker is named", () => {
  test.each([
    [
      "⟦“It will fall,” said Ada Roe, the town engineer.⟧",
      "quotation | Ada Roe | the town engineer",
    ],
    ["⟦“It will fall.”⟧ Ada Roe said.", "quotation | Ada Roe | -"],
    [
      "⟦Ada Roe, the town engineer, said that it would fall.⟧",
      "reported | Ada Roe | the town engineer",
    ],
    ["⟦Town spokesman Ivo Lind said it was safe.⟧", "reported | Ivo Lind | Town spokesman"],
    ["⟦It will fall, according to Ada Roe.⟧", "reported | Ada Roe | -"],
    ["⟦The harbour ministry said it was safe.⟧", "reported | - | The harbour ministry"],
    ["“It is old,” Ada Roe said. ⟦“It will fall.”⟧", "quotation | Ada Roe | -"],
    ["Ada Roe said it was old:\n\n⟦“It will fall.”⟧", "quotation | Ada Roe | -"],
    [
      "The Water Force Col. Ada Roe dived.\n\n⟦Roe said it was late.⟧",
      "reported | Col. Ada Roe | -",
    ],
    ["Ada Roe, a diver, said so.\n\n⟦Roe said it was late.⟧", "reported | Ada Roe | a diver"],
    ["Ada Roe, a diver, said so.\n\n⟦“It is late,” she said.⟧", "quotation | Ada Roe | a diver"],
    ["⟦It will fall, according to Brone's oldest divers.⟧", "reported | - | Brone's oldest divers"],
    ["The members met. ⟦Members said it was late.⟧", "reported | - | Members"],
    [
      "⟦Nine people at the U.S. Harbour Court said no.⟧",
      "reported | - | Nine people at the U.S. Harbour Court",
    ],
    ["⟦The town's engineer, Ada Roe, said no.⟧", "reported | Ada Roe | The town's engineer"],
    ["⟦It is old, the Pier Survey Office reported.⟧", "reported | Pier Survey Office | -"],
    ["⟦But as the Pier Union points out, it is old.⟧", "reported | Pier Union | -"],
    ["⟦Ada Roe climbed down and said it was old.⟧", "reported | Ada Roe | -"],
    ["Ada Roe thanked Ivo Lind in a note. ⟦“It stands,” she wrote.⟧", "quotation | Ada Roe | -"],
    [
      "⟦Two people with knowledge of the plans said it was old.⟧",
      "reported | - | Two people with knowledge of the plans",
    ],
    [
      "⟦Ada Roe, a diver, who drew the plans, said on Friday that it was old.⟧",
      "reported | Ada Roe | a diver",
    ],
    ["⟦According to the Gazette, the planks were sold.⟧", "reported | Gazette | -"],
    ["⟦Ada Roe said the pier that divers said was safe will fall.⟧", "reported | Ada Roe | -"],
    ["Ada Roe climbed down.\n\n⟦“It is late,” she said.⟧", "quotation | Ada Roe | -"],
    ["A diver climbed down. ⟦“It is late,” he said.⟧", "quotation | - | A diver"],
  ])("%s", (marked, expected) => {
    expect(attribute(marked)).toBe(expected);
  });
});

describe("nobody is named", () => {
  test.each([
    ["⟦The pier has nine legs.⟧", "statement | - | -"],
    ["⟦“It will fall.”⟧", "quotation | - | -"],
    ["⟦Ada Roe said it was safe, but Ivo Lind said it was not.⟧", "reported | - | -"],
    ["Ada Roe said yes, and Ivo Lind said no.\n\n⟦“It is late,” he said.⟧", "quotation | - | -"],
    ["The Harbour Union said so.\n\n⟦“It is late,” she said.⟧", "quotation | - | -"],
    ["⟦Ada Roe wrote nine books.⟧", "statement | - | -"],
    ["⟦Ada Roe added two planks.⟧", "statement | - | -"],
    ["Ada Roe and Ivo Lind climbed down.\n\n⟦“It is late,” she said.⟧", "quotation | - | -"],
    [
      "⟦Nine legs are gone and all the planks are old, but Ada Roe said it stands.⟧",
      "reported | - | -",
    ],
    ["⟦“It is late,” they said.⟧", "quotation | - | -"],
    ["Ada Roe met Ivo Lind at the pier. ⟦He said it was late.⟧", "reported | - | -"],
    [
      "Dr. Ada Roe and her deputy, Ivo Lind, met the press. ⟦“It is late,” he said.⟧",
      "quotation | - | -",
    ],
    [
      "“It stands,” the harbour ministry said. But Lind, a diver, disagreed: ⟦“It does not.”⟧",
      "quotation | - | -",
    ],
  ])("%s", (marked, expected) => {
    expect(attribute(marked)).toBe(expected);
  });

  test("where two people share the surname, the surname stays alone", () => {
    const before = "Ada Roe dived. Ivo Roe did not.\n\n";
    expect(attribute(`${before}⟦Roe said it was late.⟧`)).toBe("reported | Roe | -");
  });
});

test("whatever the text, a name that is given is in the article and its place in bounds", () => {
  const words = fc.constantFrom(
    "Ada",
    "Roe",
    "said",
    "“",
    "”",
    "he",
    "according to",
    ",",
    ".",
    "\n",
    "the mayor",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 25 }), fc.nat(60), fc.nat(60), (list, one, other) => {
      const text = list.join(" ");
      const [start, end] = [
        Math.min(one, other, text.length),
        Math.min(Math.max(one, other), text.length),
      ];
      const { speaker } = attributeSpan(text, { start, end });
      if (speaker === undefined) return;
      expect(speaker.start).toBeGreaterThanOrEqual(0);
      expect(speaker.end).toBeLessThanOrEqual(text.length);
      if (speaker.name !== undefined) expect(text).toContain(speaker.name);
    }),
  );
});
