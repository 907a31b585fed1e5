// An export with citations, and a bibliography, in the hands of the real Pandoc.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { AnnotatedOutcome } from "../../src/core/answer.ts";
import { renderExport } from "../../src/export/render-export.ts";
import { annotateCase } from "../export/annotate-case.ts";
import { makeOutcome } from "../export/load-case.ts";
import { pandoc, runPandoc } from "./run-pandoc.ts";

const TITLE = "50% off {all} \\ropes & _tar_ #1 ~ ^ $5: *why* <i>nobody</i> [asked] “the” port";
const tricky: AnnotatedOutcome = {
  outcome: makeOutcome(
    {
      question: "What is off?",
      claims: [{ text: "", quotes: [["r.txt", "All ropes are off."]] }],
      articles: {
        "r.txt": {
          title: TITLE,
          publisher: "Rope & Tar",
          author: "Ana Ruiz and Bo Li",
          published: "2021-02",
          url: "https://rope.example/a_b?c=1&d=50%25#e",
        },
      },
    },
    new Map([["r.txt", "All ropes are off."]]),
  ),
  paragraphs: new Map(),
};

const folder = mkdtempSync(join(tmpdir(), "pullquote-pandoc-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** One article with that title. */
function titled(title: string): AnnotatedOutcome {
  const claims = [{ text: "", quotes: [["r.txt", "All ropes are off."] as const] }];
  const described = { question: "q", claims, articles: { "r.txt": { title } } };
  const outcome = makeOutcome(described, new Map([["r.txt", "All ropes are off."]]));
  return { outcome, paragraphs: new Map() };
}

describe.skipIf(pandoc === undefined)("the export for Pandoc", () => {
  test("becomes a Word document with every quote, its citation and a list of sources", async () => {
    const annotated = [await annotateCase("two-reports"), await annotateCase("brief")];
    const { text, bibliography = "" } = renderExport(annotated, "pandoc", {
      bibliography: "paper.csl.json",
    });
    writeFileSync(join(folder, "paper.md"), text);
    writeFileSync(join(folder, "paper.csl.json"), bibliography);
    execFileSync(pandoc ?? "", ["--citeproc", "paper.md", "-o", "paper.docx"], { cwd: folder });
    const read = runPandoc("", ["-t", "plain", "--wrap=none", "paper.docx"], folder);

    expect(read).toContain("“A single ticket costs 12 crowns, up from 9.” (Ada Quill 2024, l. 4)");
    expect(read).toMatch(/Ada Quill\. 2024\. “Harbour Reopens\.” Orlen Post, May 3, 2024\. https/);
    expect(read).not.toMatch(/proof\/2|sha256|textSha256/);
    for (const { outcome } of annotated) {
      for (const { text: words } of outcome.kind === "answer" ? outcome.quotes : []) {
        expect(read.replace(/\s+/g, " ")).toContain(`“${words.replace(/\s+/g, " ")}” (`);
      }
    }
  });

  test("on standard output carries its entries itself, the titles as they are", () => {
    const { text, bibliography } = renderExport([tricky], "pandoc");
    expect(bibliography).toBeUndefined();
    const html = runPandoc(text, ["--citeproc", "-t", "plain", "--wrap=none"]);
    expect(html).toContain("“All ropes are off.” (Ana Ruiz and Bo Li 2021, l. 1)");
    expect(html).toContain("<i>");
    expect(html).toMatch(/50% .{0,5}\{.{2,3}\} \\.opes & _.ar_ #1 ~ \^ \$5: \*.hy\*/i);
  });
});

describe.skipIf(pandoc === undefined)("the BibTeX export", () => {
  test("gives back every title, name and address as the article has it", () => {
    const { text } = renderExport([tricky], "bibtex");
    const [entry] = JSON.parse(runPandoc(text, ["-f", "bibtex", "-t", "csljson"]));

    expect(entry).toMatchObject({
      author: [{ literal: "Ana Ruiz and Bo Li" }],
      "container-title": "Rope & Tar",
      issued: { "date-parts": [[2021, 2]] },
      URL: "https://rope.example/a_b?c=1&d=50%25#e",
    });
    expect(entry.title.replace(/<[^>]*nocase[^>]*>|<\/span>/g, "")).toBe(TITLE);
  });

  test.each(["}{", "a { b", "}}\n@misc{evil,", "\\", "%", '"', "{\\", "@comment{"])(
    "is one whole entry for the title %j",
    (title) => {
      const { text } = renderExport([titled(title)], "bibtex");
      const entries = JSON.parse(runPandoc(text, ["-f", "bibtex", "-t", "csljson"]));
      expect(entries).toHaveLength(1);
      expect(entries[0].note).toContain("r.txt");
    },
  );

  test("is cited by the same keys as the export for Pandoc", async () => {
    const annotated = [await annotateCase("two-reports")];
    const keys = [...renderExport(annotated, "bibtex").text.matchAll(/^@\w+\{([^,]+),$/gm)];
    const cited = renderExport(annotated, "pandoc").text.matchAll(/\[@([\w-]+)/g);

    expect(new Set([...cited].map(([, key]) => key))).toEqual(new Set(keys.map(([, key]) => key)));
  });
});
