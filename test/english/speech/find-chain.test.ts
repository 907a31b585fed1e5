import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { attributeSpan } from "../../../src/english/speech/attribute-span.ts";
import { listParties } from "../../../src/english/speech/is-speaker.ts";

function chain(text: string): string {
  const { chain: links = [] } = attributeSpan(text, { start: 0, end: text.length });
  return links.map(({ words }) => words).join(" ← ");
}

describe("who had the words from the speaker stands before them", () => {
  test.each([
    ["The mayor told Reuters that the pier leans.", "Reuters ← The mayor"],
    ["“It leans,” Ada Roe told the Gazette on Friday.", "the Gazette ← Ada Roe"],
    [
      "Ada Roe said in an interview with the Brone Herald that it leans.",
      "the Brone Herald ← Ada Roe",
    ],
    ["Ada Roe wrote in an analysis for the Gazette that it leans.", "the Gazette ← Ada Roe"],
    ["“It leans,” Roe said in a note shared by her lawyers.", "her lawyers ← Roe"],
    ["The pier leans, according to a letter obtained by CNN.", "CNN ← a letter"],
    ["The letter, seen by the Guardian, says that it leans.", "the Guardian ← The letter"],
    ["“It leans,” the mayor was quoted by the Gazette as saying.", "the Gazette ← the mayor"],
    ["The mayor said it leans, according to state media.", "state media ← The mayor"],
    ["The mayor said it leans, Reuters reported.", "Reuters ← The mayor"],
  ])("%s", (text, wanted) => {
    expect(chain(text)).toBe(wanted);
  });
});

describe("what the speaker has the words from stands behind them", () => {
  test.each([
    ["The pier leans, Reuters reported, citing two officials.", "Reuters ← two officials"],
    ["Ada Roe said, quoting a ministry report, that it leans.", "Ada Roe ← a ministry report"],
    ["Divers said engineers had told them that it leans.", "Divers ← engineers"],
    ["Roe's paper said that the records show three faults.", "Roe's paper ← the records"],
    ["Ada Roe, who obtained the port records, said that it leans.", "Ada Roe ← the port records"],
    ["It leans, according to a Gazette analysis of port data.", "a Gazette analysis of port data"],
    [
      "It leans, according to a Gazette analysis of federal data.",
      "a Gazette analysis ← federal data",
    ],
    [
      "Documents obtained by the BBC show that the ministry said it leans.",
      "the BBC ← Documents ← the ministry",
    ],
  ])("%s", (text, wanted) => {
    expect(chain(text)).toBe(wanted);
  });
});

describe("a chain that cannot be read is the one speaker", () => {
  test.each([
    ["Ada Roe said the pier will close, citing high costs.", "Ada Roe"],
    ["Ada Roe told the council that it leans.", "Ada Roe"],
    ["Ada Roe said the captain told sailors to leave.", "Ada Roe"],
    ["Ada Roe said she told the council that it leans.", "Ada Roe"],
    ["The pier leans, Roe said, and the bridge fell, according to Lind.", ""],
    ["The pier leans and was obtained by the town.", ""],
    ["Ada Roe said the mayor has some friends on the pier but said he leans.", "Ada Roe"],
    ["The mayor said it leans, according to her own reckoning.", ""],
    ["The pier leans, according to police in “old Brone.” Divers saw it, the mayor said.", ""],
    ["In a column for the Post it was “a wreck.” Her lawyers say it leans.", "Her lawyers"],
  ])("%s", (text, wanted) => {
    expect(chain(text)).toBe(wanted);
  });

  it("has its words at its places, the speaker's among them, in any text", () => {
    const piece = fc.constantFrom(
      ..."Ada Roe|the mayor|said|told|Reuters|that|,| |“|”|.|according to|citing|officials|the letter|obtained by|who|\n".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join(" ");
        const { speaker, chain: links } = attributeSpan(text, { start: 0, end: text.length });
        expect(links === undefined).toBe(speaker === undefined);
        for (const { words, start, end } of links ?? []) expect(text.slice(start, end)).toBe(words);
        if (speaker !== undefined) {
          expect(links?.some(({ start }) => start === speaker.start)).toBe(true);
        }
      }),
    );
  });
});

it("counts those quoted in turn among the parties, and not who carried the words", () => {
  const text = "Divers told Reuters that engineers had said it leans.";
  const parties = listParties(attributeSpan(text, { start: 0, end: text.length }));
  expect(chain(text)).toBe("Reuters ← Divers ← engineers");
  expect(parties.map(({ name, role }) => name ?? role)).toEqual(["Divers", "engineers"]);
});
