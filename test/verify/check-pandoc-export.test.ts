import { expect, test } from "vitest";
import { renderPandoc } from "../../src/export/render-pandoc.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const TEXTS = new Map([
  [
    "ferry.txt",
    "Harbour reopens\n\nThe ferry to Orlen sails again on Monday.\n\nNobody was paid.\n",
  ],
  ["council.txt", "Bridge vote\n\nThe bridge closes in May.\n\nNobody was paid.\n"],
]);
const ARTICLES = [...TEXTS].map(([id, text]) => ({ id, text }));
const EXPORT = renderPandoc([
  makeOutcome(
    {
      question: "What closes, and who was paid?",
      claims: [
        {
          text: "Two reports:",
          quotes: [
            ["ferry.txt", "The ferry to Orlen sails again on Monday."],
            ["council.txt", "The bridge closes in May."],
            ["ferry.txt", "Nobody was paid."],
            ["council.txt", "Nobody was paid."],
          ],
        },
      ],
      articles: {
        "ferry.txt": { title: "Harbour reopens", publisher: "Orlen Post" },
        "council.txt": { title: "Bridge vote", publisher: "Orlen Post" },
      },
    },
    TEXTS,
  ),
]).markdown;
const [FERRY = "", COUNCIL = ""] = Array.from(EXPORT.matchAll(/\[@([\w-]+)/g), ([, key]) => key);

async function check(
  markdown: string,
): Promise<{ verdicts: string[]; notes: string[]; details: string[] }> {
  const { documents } = await checkDocuments(
    [{ name: "paper.md", text: markdown }],
    openMemorySource(ARTICLES),
  );
  const findings = documents.flatMap((document) => document.findings);
  return {
    verdicts: findings.map(({ verdict }) => verdict),
    details: findings.map(({ detail }) => detail),
    notes: documents.flatMap(({ notes }) => notes.map(({ text }) => text)),
  };
}

test("an export for Pandoc is verified throughout, with nothing to note", async () => {
  const { verdicts, notes } = await check(EXPORT);

  expect(FERRY).not.toBe(COUNCIL);
  expect(verdicts).toEqual(["verified", "verified", "verified", "verified"]);
  expect(notes).toEqual([]);
});

test("quotes whose citation keys were swapped are misattributed, and told whose words they are", async () => {
  const swapped = EXPORT.replace(`[@${FERRY}, line 3]`, "[@HERE, line 3]")
    .replace(`[@${COUNCIL}, line 3]`, `[@${FERRY}, line 3]`)
    .replace("@HERE", `@${COUNCIL}`);
  const { verdicts, details } = await check(swapped);

  expect(verdicts).toEqual(["misattributed", "misattributed", "verified", "verified"]);
  expect(details[0]).toBe("It cites council.txt; the proof has it from ferry.txt.");
});

test("keys of somebody's own bibliography, and a further source cited beside, are no fault", async () => {
  const own = EXPORT.replaceAll(`@${FERRY}`, "@harbour2024").replaceAll(
    `[@${COUNCIL}, line 3]`,
    `[see @other2020; @${COUNCIL}, line 3]`,
  );
  const { verdicts, notes } = await check(own);

  expect(verdicts).toEqual(["verified", "verified", "verified", "verified"]);
  expect(notes).toEqual([]);
});

test("a citation that gives another line is noted", async () => {
  const { verdicts, notes } = await check(EXPORT.replace("line 3]", "line 9]"));

  expect(verdicts[0]).toBe("verified");
  expect(notes).toEqual(["The citation gives line 9; the words begin in line 3."]);
});
