import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import { passesWhole } from "../../src/core/check.ts";
import type { AnswerTime } from "../../src/core/time.ts";
import { renderHtml } from "../../src/export/render-html.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { renderPandoc } from "../../src/export/render-pandoc.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const FORMS: Readonly<Record<string, (outcome: AnswerOutcome) => string>> = {
  "export.md": (outcome) => renderMarkdown([outcome]),
  "export.html": (outcome) => renderHtml([{ outcome, paragraphs: new Map() }]),
  "pandoc.md": (outcome) => renderPandoc([outcome]).markdown,
};
const TEXTS = new Map([
  [
    "gate.md",
    "# The gate “Old Tom” falls\n\n“We heard it at noon,” said Ada Roe. It fell on 3 May 2001.\n",
  ],
  ["toll.txt", "Toll ends\n\nThe toll ended on 4 May 2001, the clerk's log says.\n"],
]);
const source = openMemorySource([...TEXTS].map(([id, text]) => ({ id, text })));

const asked = fc.constantFrom(
  "before the airstrikes",
  "two days after the fall of the gate",
  "since the storm's end",
  "in the week of the “long night”",
  'until they said "enough"',
  "during O’Hara’s strike",
  "now",
);
const opening = fc.constantFrom(
  "What happened",
  "Who spoke of “Old Tom”",
  "What did Ada Roe say, 'at noon',",
  'Was it "safe"',
  "How many waited <there>",
);

function timeOf(
  words: string,
  kind: AnswerTime["kind"],
  known: boolean,
  open: boolean,
): AnswerTime {
  const days = { from: "2001-05-03", to: "2001-05-04" };
  const event = {
    words,
    relation: "before" as const,
    quotes: [1],
    saying: [2],
    ...(known && { days }),
  };
  return {
    kind,
    asked: words,
    today: "2026-01-02",
    ...(open ? {} : days),
    ...(kind === "event" && { event }),
    basis: known ? "told" : "untold",
    ...(known && { newest: { articleId: "gate.md", published: "2001-05-04" } }),
    later: 2,
    undated: 1,
    leftOut: 3,
  };
}

test("an untouched export verifies, whatever its question and its notes have in marks", async () => {
  const kinds = fc.constantFrom<AnswerTime["kind"]>("present", "window", "event");
  const property = fc.asyncProperty(
    fc.tuple(opening, asked, kinds, fc.boolean(), fc.boolean(), fc.boolean()),
    async ([start, words, kind, known, open, abstains]) => {
      const outcome = makeOutcome(
        {
          question: `${start} ${words}?`,
          ...(abstains
            ? {
                abstention: {
                  reason: "no-match",
                  detail: `No article says what happened ${words}.`,
                  closest: [["toll.txt", "The toll ended on 4 May 2001"]],
                },
              }
            : {
                claims: [
                  {
                    text: "Two reports:",
                    quotes: [
                      ["gate.md", "It fell on 3 May 2001."],
                      ["toll.txt", "The toll ended on 4 May 2001, the clerk's log says."],
                    ],
                  },
                ],
              }),
          articles: {
            "gate.md": { title: "The gate “Old Tom” falls", publisher: "The “Log”" },
            "toll.txt": { title: "Toll ends" },
          },
        },
        TEXTS,
      );
      const timed = { ...outcome, time: timeOf(words, kind, known, open) };
      for (const [name, render] of Object.entries(FORMS)) {
        const [document] = (await checkDocuments([{ name, text: render(timed) }], source))
          .documents;
        const faults = document?.findings.filter(
          (one) => one.quotation.aside === undefined && one.verdict !== "verified",
        );
        expect({
          name,
          faults: faults?.map(({ quotation }) => quotation.text),
          notes: document?.notes,
        }).toEqual({ name, faults: [], notes: [] });
        expect(document !== undefined && passesWhole(document, true)).toBe(true);
      }
    },
  );
  await fc.assert(property, { numRuns: 60 });
});
