// A Word document of ours in the hands of the real LibreOffice.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { renderDocx } from "../../src/export/render-docx.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { readWordDocument } from "../../src/verify/read-word.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { findTool } from "./find-tool.ts";

const office = findTool("LibreOffice", ["soffice"]);
const TEXT = "Two  spaces, a\ttab,\na line end & <marks>, a bell \u0007 and “quotes” went by sea.";
const OUTCOME = makeOutcome(
  {
    question: "What went by sea?",
    claims: [{ text: "The log:", quotes: [["log.txt", TEXT]] }],
    articles: { "log.txt": { title: "Log", publisher: "Orlen Post", url: "https://o.example/" } },
  },
  new Map([["log.txt", TEXT]]),
);

test.skipIf(office === undefined)(
  "LibreOffice opens it and saves it with quotes, footnotes, fields and proof",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "pullquote-word-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "a.docx"), renderDocx([OUTCOME]));
    const words = ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"];
    execFileSync(office ?? "", [...words, join(folder, "saved"), join(folder, "a.docx")], {
      env: { PATH: process.env["PATH"], HOME: folder },
      stdio: "ignore",
    });
    const saved = await readWordDocument("a.docx", readFileSync(join(folder, "saved", "a.docx")));
    if (typeof saved === "string") throw new Error(saved);
    const source = openMemorySource([{ id: "log.txt", text: TEXT }]);
    const { documents } = await checkDocuments([saved], source);
    const proved = documents[0]?.findings.filter((finding) => finding.proved !== undefined);
    expect(proved?.map(({ verdict, quotation }) => [verdict, quotation.text])).toEqual([
      ["verified", TEXT],
    ]);
    expect(proved?.[0]?.quotation.cited?.keys).toHaveLength(1);
    expect(documents[0]?.notes).toEqual([]);
  },
);
