import { describe, expect, it } from "vitest";
import { surveyPlaces } from "../../../src/answer/extractive/survey-places.ts";
import {
  makeEvidence,
  makePassage,
  makeRecord,
  scorePassage,
} from "../../fixtures/evidence-fixtures.ts";

const survey = (articles: Readonly<Record<string, readonly string[]>>) => {
  const passages = Object.entries(articles).map(([id, texts]) => makePassage(id, 0, texts));
  const records = Object.keys(articles).map((id) => makeRecord(id));
  const evidence = makeEvidence(
    "Which countries are named?",
    passages.map((passage) => scorePassage(passage)),
    records,
  );
  return surveyPlaces({ ...evidence, survey: "countries" }, "countries");
};

describe("surveyPlaces", () => {
  it("quotes the fewest sentences that name every country, and says which they name", () => {
    const wide = "Eels go from Norway to Spain and Italy.";
    const parts = survey({
      "a.txt": ["Eels are caught in Norway.", wide],
      "b.txt": ["Italy and Norway buy them.", "Kenya does not."],
    });
    expect(parts).toMatchObject([
      { text: "a.txt, naming Norway, Spain, Italy:", quotes: [{ text: wide }] },
      { text: "b.txt, naming Kenya:", quotes: [{ text: "Kenya does not." }] },
    ]);
    expect(parts).toHaveLength(2);
  });

  it("says which are left where there is no room", () => {
    const names = "Chad Chile Cuba Egypt Fiji Ghana Haiti India Japan".split(" ");
    const parts = survey({ "a.txt": names.map((name) => `They went to ${name}.`) });
    expect(parts.at(-1)).toMatchObject({ kind: "note", text: expect.stringContaining("Japan") });
  });

  it("abstains where none is named", () => {
    expect(survey({ "a.txt": ["Eels swim far."] })).toMatchObject([{ reason: "no-match" }]);
  });
});
