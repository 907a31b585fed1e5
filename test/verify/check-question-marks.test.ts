import { expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import { renderHtml } from "../../src/export/render-html.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const TEXT = "The harbour was shut down on Monday.\n\nIt was shut down on Monday, twice.\n";

function renderPage(outcomes: readonly AnswerOutcome[]): string {
  return renderHtml(outcomes.map((outcome) => ({ outcome, paragraphs: new Map() })));
}

async function verdictsOf(text: string): Promise<string[]> {
  const name = text.startsWith("<") ? "page.html" : "export.md";
  const source = openMemorySource([{ id: "a.txt", text: TEXT }]);
  const { documents } = await checkDocuments([{ name, text }], source);
  return documents
    .flatMap(({ findings }) => findings)
    .filter(({ quotation }) => quotation.aside === undefined)
    .map(({ verdict }) => verdict);
}

test.each([renderMarkdown, renderPage])(
  "words in marks in an export's own question are nobody's quote; beside it they are",
  async (render) => {
    const outcome = makeOutcome(
      {
        question: "Strike: who says 'shut down on Monday' in “was shut down on Monday”?",
        claims: [
          { text: "One report:", quotes: [["a.txt", "It was shut down on Monday, twice."]] },
        ],
        articles: {},
      },
      new Map([["a.txt", TEXT]]),
    );
    const written = render([outcome]);

    expect(await verdictsOf(written)).toEqual(["verified"]);
    expect(
      await verdictsOf(`${written}\n\nThe harbour “was shut down on Monday”, twice or more.\n`),
    ).toEqual(["verified", "verified"]);
  },
);
