import { describe, expect, it } from "vitest";
import type { Claim, Quote } from "../../src/core/answer.ts";
import type { Attribution } from "../../src/core/speech.ts";
import { introduceQuotes, nameSpeaker } from "../../src/export/introduce-quotes.ts";
import { type CaseFile, loadCase, makeOutcome } from "./load-case.ts";

const texts = new Map([
  ["pier.txt", "The pier leans. It will fall. Roe said that divers saw it. Nobody was hurt."],
  ["port.txt", "The port is open."],
]);
const described: CaseFile = {
  question: "What of the pier?",
  articles: { "pier.txt": { publisher: "The Gazette", published: "2024-03-02" }, "port.txt": {} },
  claims: [
    {
      text: "",
      quotes: [
        ["pier.txt", "The pier leans."],
        ["pier.txt", "It will fall."],
        ["pier.txt", "Roe said that divers saw it."],
        ["pier.txt", "Nobody was hurt."],
        ["port.txt", "The port is open."],
      ],
    },
  ],
};
const outcome = makeOutcome(described, texts);
if (outcome.kind !== "answer") throw new Error("no quote of the case stands");
const { quotes, sources } = outcome;

const roe = said("Ada Roe", "the mayor");
const short = said("Roe");
const lind = said("Ivo Lind");
const own: Attribution = { manner: "statement" };
const unnamed: Attribution = { manner: "quotation" };

function said(name: string, role?: string): Attribution {
  const speaker = { start: 0, end: 1, name, ...(role !== undefined && { role }) };
  return { manner: "quotation", speaker };
}

interface Shape {
  readonly text?: string;
  readonly isList?: boolean;
  readonly refersTo?: string;
}

/** The introductions, each before the number of its quote: `Ada Roe, in The Gazette: 1 2`. */
function introduce(
  shown: Readonly<Record<number, Attribution>>,
  { text = "The Gazette, 2 March 2024:", isList = false, refersTo }: Shape = {},
): string {
  const numbers = Object.keys(shown).map(Number);
  const attributed = quotes.flatMap((quote): Quote[] => {
    const attribution = shown[quote.number];
    if (attribution === undefined) return [];
    return [{ ...quote, attribution, ...(refersTo !== undefined && { refersTo }) }];
  });
  const claim: Claim = { text, citations: numbers as [number, ...number[]] };
  const introduced = introduceQuotes(claim, { quotes: attributed, sources }, isList);
  const parts = introduced.said.map(({ introduction, quote }) =>
    [introduction, quote.number].filter((part) => part !== undefined).join(" "),
  );
  return [introduced.lead, ...parts].filter((part) => part !== "").join(" ");
}

describe("introduceQuotes", () => {
  it("names the speaker before the article, once for all that they say in it", () => {
    expect(introduce({ 1: roe, 2: roe })).toBe(
      "Ada Roe, the mayor, in The Gazette, 2 March 2024: 1 2",
    );
    expect(introduce({ 5: roe }, { text: "port.txt:" })).toBe("Ada Roe, the mayor, in port.txt: 5");
  });

  it("leaves the article's name alone where it speaks itself, or the quote names its speaker", () => {
    expect(introduce({ 1: own, 4: own })).toBe("The Gazette, 2 March 2024: 1 4");
    expect(introduce({ 3: short })).toBe("The Gazette, 2 March 2024: 3");
  });

  it("names a speaker above a quote that does not name them, whatever another does", () => {
    expect(introduce({ 2: short, 3: short })).toBe("Roe, in The Gazette, 2 March 2024: 2 3");
    expect(introduce({ 3: short, 4: short })).toBe("Roe, in The Gazette, 2 March 2024: 3 4");
  });

  it("tells where another speaker begins, and where the article speaks again", () => {
    expect(introduce({ 1: roe, 2: lind, 4: own })).toBe(
      "Ada Roe, the mayor, in The Gazette, 2 March 2024: 1 Ivo Lind, in the same article: 2 The article itself: 4",
    );
    expect(introduce({ 1: own, 2: lind, 4: lind })).toBe(
      "The Gazette, 2 March 2024: 1 Ivo Lind, in the same article: 2 4",
    );
    expect(introduce({ 2: lind, 3: short })).toBe(
      "Ivo Lind, in The Gazette, 2 March 2024: 2 Roe, in the same article: 3",
    );
  });

  it("puts the article above a list of several people's words", () => {
    expect(introduce({ 1: roe, 2: roe, 4: own }, { isList: true })).toBe(
      "The Gazette, 2 March 2024: Ada Roe, the mayor: 1 2 The article itself: 4",
    );
    expect(introduce({ 1: roe, 2: roe, 4: roe }, { isList: true })).toBe(
      "Ada Roe, the mayor, in The Gazette, 2 March 2024: 1 2 4",
    );
  });

  it("names speaker and article behind a claim in a model's words", () => {
    expect(introduce({ 1: roe, 2: roe, 5: lind }, { text: "The pier is old." })).toBe(
      "The pier is old. Ada Roe, the mayor, in The Gazette, 2 March 2024: 1 2 Ivo Lind, in port.txt: 5",
    );
    expect(introduce({ 1: roe, 5: own }, { text: "The pier is old." })).toBe(
      "The pier is old. Ada Roe, the mayor, in The Gazette, 2 March 2024: 1 port.txt: 5",
    );
    expect(introduce({ 1: own, 5: own }, { text: "Both are old." })).toBe("Both are old. 1 5");
  });

  it("does not name the article twice behind a lead-in that names it", () => {
    const text = "The Gazette, 2 March 2024, naming Norway:";
    expect(introduce({ 2: own }, { text, refersTo: "Ada Roe" })).toBe(`${text} On Ada Roe: 2`);
    expect(introduce({ 1: roe }, { text })).toBe(
      `${text} Ada Roe, the mayor, in the same article: 1`,
    );
  });

  it("says that nobody is named, and of whom the article speaks", () => {
    expect(introduce({ 1: unnamed })).toBe(
      "Speaker not named nearby, in The Gazette, 2 March 2024: 1",
    );
    expect(introduce({ 2: own }, { refersTo: "Ada Roe" })).toBe(
      "The Gazette, 2 March 2024, on Ada Roe: 2",
    );
  });
});

const twoReports = loadCase("two-reports");
const [first] = twoReports.kind === "answer" ? twoReports.quotes : [];
if (first === undefined) throw new Error("the case has no quote");
const attribute = (attribution: NonNullable<Quote["attribution"]>): Quote => ({
  ...first,
  attribution,
});
const place = { start: 0, end: 1 };

describe("nameSpeaker", () => {
  it("names nobody for what the article itself states", () => {
    expect(nameSpeaker(attribute({ manner: "statement" }))).toBeUndefined();
  });

  it("gives name and role, and says where nobody is named", () => {
    const speaker = { ...place, name: "Ada Roe", role: "the mayor" };
    expect(nameSpeaker(attribute({ manner: "reported", speaker }))).toBe("Ada Roe, the mayor");
    expect(nameSpeaker(attribute({ manner: "quotation" }))).toBe("speaker not named nearby");
  });
});
