import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/corpus/read/parse-article.ts";
import { surroundQuotes } from "../../src/corpus/read-articles.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../../src/export/export-formats.ts";
import { renderExport } from "../../src/export/render-export.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { readWordDocument } from "../../src/verify/read-word.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const guide = readFileSync("docs/exports.md", "utf8");
const [, id = "", text = ""] = /```text (\S+)\n([\s\S]*?)```/.exec(guide) ?? [];
const examples = [...guide.matchAll(/<!-- from (\w+) -->\n\n```\w*\n([\s\S]*?)\n```/g)].map(
  ([, format = "", shown = ""]) => ({ format: format as ExportFormat, shown }),
);
const { metadata } = parseArticle({
  id,
  path: id,
  text,
  sha256: "",
  textSha256: "",
  size: 1,
  modified: 1,
});
const known = Object.fromEntries(
  Object.entries(metadata).flatMap(([field, found]) =>
    "value" in found ? [[field, found.value]] : [],
  ),
);
const outcome = makeOutcome(
  {
    question: "What does the ferry cost?",
    claims: [
      {
        text: "Orlen Post, 3 May 2024:",
        quotes: [[id, "A single ticket costs 12 crowns, up from 9 crowns last year."]],
      },
    ],
    articles: { [id]: known },
  },
  new Map([[id, text]]),
);
const source = openMemorySource([{ id, text }]);
const annotated = [{ outcome, paragraphs: await surroundQuotes(outcome, source) }];

test("the guide has an example of each format", () => {
  expect(new Set(examples.map(({ format }) => format))).toEqual(new Set(EXPORT_FORMATS));
});

describe.each(examples)("the example of $format", ({ format, shown }) => {
  test("is what the format makes of the guide's article", () => {
    const beside = { bibliography: "paper.csl.json" };
    const { text, bytes } = renderExport(annotated, format, beside);
    // Nothing is packed in our zips.
    expect(bytes === undefined ? text : new TextDecoder().decode(bytes)).toContain(shown);
  });
});

test.each([
  ["markdown", "a.md"],
  ["html", "a.html"],
  ["pandoc", "a.md"],
  ["docx", "a.docx"],
  ["annotations", "a.jsonld"],
  ["claimreview", "a.json"],
] as const)("its export as %s is verified with nothing to note", async (format, name) => {
  const { text, bytes } = renderExport(annotated, format);
  const document = bytes === undefined ? { name, text } : await readWordDocument(name, bytes);
  if (typeof document === "string") throw new Error(document);
  const { documents } = await checkDocuments([document], source);
  expect(documents[0]?.notes).toEqual([]);
  expect(new Set(documents[0]?.findings.map(({ verdict }) => verdict))).toEqual(
    new Set(["verified"]),
  );
});
