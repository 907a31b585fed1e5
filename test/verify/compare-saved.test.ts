// Quotes of articles that were saved again later from the same address.

import { describe, expect, test } from "vitest";
import { type CheckedDocument, passesWhole } from "../../src/core/check.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { compareSaved } from "../../src/verify/compare-saved.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const article = (id: string, day: number, body: string, url = "https://quay.example/crane") => ({
  id,
  modified: day,
  text: `---\ntitle: The crane\nurl: ${url}\n---\n\n${body}\n`,
});
const OPENING = "The crane on the north quay has stood still since March.";
const KEPT = "“We waited for the parts for eleven weeks,” said Mara Holm, the quay master.";
const COST = "A berth at the quay costs 4,200 crowns, up from 3,800 crowns last year.";
const BLAME = "“Nobody in the council ever answered one of our letters,” said Jon Brask.";
const QUOTES = {
  kept: "We waited for the parts for eleven weeks",
  cost: "A berth at the quay costs 4,200 crowns, up from 3,800 crowns last year",
  blame: "Nobody in the council ever answered one of our letters",
};
const OLD = article("old.md", 1_000, [OPENING, KEPT, COST, BLAME].join("\n\n"));
const NEW = article(
  "new.md",
  2_000,
  [OPENING, KEPT, COST.replace("4,200", "6,900"), "A line was taken out of this report."].join(
    "\n\n",
  ),
);

async function compare(
  quotes: readonly string[],
  articles: readonly ReturnType<typeof article>[],
): Promise<CheckedDocument> {
  const documents = [
    { name: "draft.md", text: quotes.map((text) => `> ${text}`).join("\n\nAnd:\n\n") },
  ];
  const source = openMemorySource(articles);
  const checked = await checkDocuments(documents, source);
  const { documents: compared } = await compareSaved(checked, documents, source);
  const [document] = compared;
  if (document === undefined) throw new Error("no document came back");
  return document;
}
const verdictsOf = ({ findings }: CheckedDocument) => findings.map(({ verdict }) => verdict);

describe("a quote of the older one", () => {
  test("stays, is altered with the difference, or is withdrawn", async () => {
    const document = await compare(Object.values(QUOTES), [OLD, NEW]);
    expect(verdictsOf(document)).toEqual(["verified", "altered", "withdrawn"]);
    const [, altered, withdrawn] = document.findings;
    expect(altered?.place?.articleId).toBe("new.md");
    expect(altered?.words).toContainEqual({ kind: "source", text: "6,900" });
    expect(altered?.words).toContainEqual({ kind: "draft", text: "4,200" });
    expect(withdrawn?.place?.articleId).toBe("old.md");
    expect(withdrawn?.detail).toContain("new.md");
    expect(passesWhole(document, false)).toBe(false);
  });

  test("is held against the newest of three", async () => {
    const third = article("third.md", 3_000, [OPENING, KEPT, COST, BLAME].join("\n\n"));
    const document = await compare(Object.values(QUOTES), [OLD, NEW, third]);
    expect(new Set(verdictsOf(document))).toEqual(new Set(["verified"]));
  });

  test("whose words another speaker has by now is altered", async () => {
    const later = article("new.md", 2_000, BLAME.replace("Jon Brask", "Ida Storm"));
    const documents = [{ name: "d.md", text: `“${QUOTES.blame},” said Jon Brask.` }];
    const source = openMemorySource([OLD, later]);
    const checked = await checkDocuments(documents, source);
    const { documents: compared } = await compareSaved(checked, documents, source);
    expect(compared[0]?.findings.map(({ verdict }) => verdict)).toEqual(["altered"]);
  });
});

test("quotes of the newest, and of articles from other addresses, stay as they were judged", async () => {
  const fresh = QUOTES.cost.replace("4,200", "6,900");
  expect(verdictsOf(await compare([fresh], [OLD, NEW]))).toEqual(["verified"]);
  const other = article("new.md", 2_000, KEPT, "https://quay.example/other");
  expect(verdictsOf(await compare([QUOTES.blame], [OLD, other]))).toEqual(["verified"]);
  const same = article("new.md", 1_000, KEPT);
  expect(verdictsOf(await compare([QUOTES.blame], [OLD, same]))).toEqual(["verified"]);
});

test("an address with a fragment is the same address", async () => {
  const later = article("new.md", 2_000, KEPT, "https://QUAY.example/crane#top");
  expect(verdictsOf(await compare([QUOTES.blame], [OLD, later]))).toEqual(["withdrawn"]);
});
