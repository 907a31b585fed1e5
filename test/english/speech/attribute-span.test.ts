import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeSpan } from "../../../src/english/speech/attribute-span.ts";

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
      "⟦Fewer boats come now, according to the harbour board: about 20 a month sail in.⟧",
      "reported | - | the harbour board",
    ],
    ["⟦The pier leans, according to Ada Roe - it may fall.⟧", "reported | Ada Roe | -"],
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
    ["⟦“It fell,”⟧ said their lawyer, Jan Ost.", "quotation | Jan Ost | their lawyer"],
    ["⟦Harbour Secretary Ada Roe said it fell.⟧", "reported | Ada Roe | Harbour Secretary"],
    ["⟦Brone's Ada Roe said it fell.⟧", "reported | Ada Roe | -"],
    ["It fell, divers said. ⟦“It was old,”⟧ Ada Roe said in a letter.", "quotation | Ada Roe | -"],
    ["⟦The pier union announced Friday that it fell.⟧", "reported | - | The pier union"],
    ["Ada Roe blamed the town, saying ⟦“it is old”⟧ and dear.", "quotation | Ada Roe | -"],
    ["The town called the pier ⟦“a wreck”⟧ in May, Ada Roe said.", "quotation | - | -"],
    ["The Gazette quoted Ada Roe as saying ⟦“it is old.”⟧", "quotation | Ada Roe | -"],
    ["“It is old,” Ada Roe said.\n\n⟦“It will fall.”⟧", "quotation | Ada Roe | -"],
    [
      "⟦It is old, said Ada Roe, head of the pier office.⟧",
      "reported | Ada Roe | head of the pier office",
    ],
  ])("%s", (marked, expected) => {
    expect(attribute(marked)).toBe(expected);
  });
});

describe("a label tells whose turn it is", () => {
  const talk =
    "ROE: Will the pier fall this year?\n\nLIND: It may. It has stood there for longer than we have.";
  const known = "Ada Roe met the diver Ivo Lind at the pier.\n\n";

  test("in an interview", () => {
    expect(attribute(`${known}${talk}\n\n⟦LIND: It is old.⟧\n\nROE: And then?`)).toBe(
      "quotation | Ivo Lind | -",
    );
    expect(attribute(`${known}${talk}\n\n${talk}\n\n⟦Nobody paints it.⟧\n\nROE: And then?`)).toBe(
      "quotation | Ivo Lind | -",
    );
    expect(attribute("⟦Ivo Lind: “It is old.”⟧")).toBe("quotation | Ivo Lind | -");
  });

  test.each(["⟦Tickets: From the office on the pier.⟧", "⟦MORE: The pier in pictures⟧"])(
    "and none does in %s",
    (line) => {
      expect(attribute(`${line}\n\nTickets: At the gate.`)).toBe("statement | - | -");
    },
  );
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
    ["Ada Roe starred in ⟦“The Old Pier of Brone”⟧ and said it was hard.", "quotation | - | -"],
    ["⟦It went exactly according to the mayor's plan.⟧", "statement | - | -"],
    ["Ivo Lind/Gazette Divers at work. ⟦“It is late,” he said.⟧", "quotation | - | -"],
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
