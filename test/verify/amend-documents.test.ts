import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AmendedDocuments } from "../../src/core/check.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { foldLetters } from "../../src/text/fold-letters.ts";
import { amendDocuments } from "../../src/verify/amend-documents.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const FERRY = `Harbour “reopens” to all

The port’s ferry – the Ada Quill – sails again on Monday, and it’s full till May.

“We’d waited eleven weeks,” said the pilot’s mate, Ivo Brand. “It isn’t over — not yet.”

The pier’s 40\u00a0lamps were lit for the crew’s ‘long night’, the harbour master’s log says.
`;
const BRIDGE =
  "The bridge at Orlen won't open before its cables are new, said the mayor's office.\n";
const ARTICLES = [
  { id: "ferry.txt", text: FERRY },
  { id: "bridge.txt", text: BRIDGE },
];
const source = openMemorySource(ARTICLES);

async function amend(text: string, name = "draft.md"): Promise<AmendedDocuments> {
  return amendDocuments([{ name, text }], source);
}

async function amendText(text: string, name?: string): Promise<string> {
  return (await amend(text, name)).documents[0]?.after ?? "";
}

describe("a draft", () => {
  test.each([
    ["an apostrophe", "“it's full till May”", "“it’s full till May”"],
    [
      "an apostrophe that was curled",
      "“won’t open before its cables”",
      "“won't open before its cables”",
    ],
    ["a dash", "“It isn’t over -- not yet.”", "“It isn’t over — not yet.”"],
    ["the spaces around a dash", "“It isn’t over—not yet.”", "“It isn’t over — not yet.”"],
    [
      "a space that does not break",
      "“The pier’s 40 lamps were lit”",
      "“The pier’s 40\u00a0lamps were lit”",
    ],
    ["an escaped sign", "“it\\'s full till May”", "“it’s full till May”"],
    ["a reference", "“it&#39;s full till May”", "“it’s full till May”"],
    ["a hidden space", "“sails a\u200bgain on Monday”", "“sails again on Monday”"],
  ])("gets its article's bytes back: %s", async (_name, quoted, expected) => {
    const text = `The log, in short: ${quoted} and so on.\n`;
    const amended = await amend(text);

    expect(amended.documents[0]?.after).toBe(text.replace(quoted, expected));
    expect(amended.after.documents[0]?.findings[0]?.verdict).toBe("verified");
  });

  test.each([
    ["a changed word", "“it's empty till May”"],
    ["a first letter in another case", "“the port's ferry”"],
    ["an omission", "“The port's ferry … sails again on Monday”"],
    ["the sentence's own comma", "“sails again,” it said"],
    ["a line break", "“sails again\non Monday”"],
    ["marks that would pair with those around", "\"for the crew’s 'long night', the\""],
    ["a title", "“Harbour Reopens”"],
  ])("is left as it is where that is not safe: %s", async (_name, quoted) => {
    const text = `The log: ${quoted} and so on.\n`;
    const amended = await amendText(text);

    expect(foldLetters(amended).units).toEqual(foldLetters(text).units);
    expect(amended.replace(/[’‘]/g, "'")).toBe(text.replace(/[’‘]/g, "'"));
  });
});

const SENTENCES = FERRY.split(/\n+/)
  .concat(BRIDGE.trim())
  .filter((line) => line.length > 30);
const treat = fc.constantFrom<(text: string) => string>(
  (text) => text.replace(/[’‘]/g, "'"),
  (text) => text.replace(/'/g, "’"),
  (text) => text.replace(/[“”]/g, "'"),
  (text) => text.replace(/ – | — /g, "—"),
  (text) => text.replace(/—/, "--"),
  (text) => text.replace(/\u00a0/g, " "),
  (text) => text.replace(/ (?=\S+$)/, "\n"),
  (text) => text.replace(/(\w{4}) /, "$1\u00ad "),
  (text) => text.replace(/(\w+) /, "*$1* "),
  (text) => text.replace(/waited|lamps|cables/, "counted"),
);
const paragraph = fc
  .tuple(
    fc.constantFrom(...SENTENCES),
    fc.array(treat, { maxLength: 4 }),
    fc.constantFrom("“”", '""', "«»", "> "),
  )
  .map(([sentence, treatments, marks]) => {
    const words = treatments.reduce((text, change) => change(text), sentence);
    if (marks === "> ") return `> ${words.replaceAll("\n", "\n> ")}`;
    return `Somebody wrote: ${marks.charAt(0)}${words}${marks.charAt(1)}, it seems.`;
  });

test("after a fix nothing safe is left, no word of the document changed, and no verdict is worse", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
      const text = `${paragraphs.join("\n\n")}\n`;
      const amended = await amend(text);
      const fixed = amended.documents[0]?.after ?? "";

      expect(Array.from(foldLetters(fixed).units)).toEqual(Array.from(foldLetters(text).units));
      expect(await amendText(fixed)).toBe(fixed);
      const [old, now] = [amended.before, amended.after].map(
        ({ documents }) => documents[0]?.findings ?? [],
      );
      expect(now).toHaveLength(old?.length ?? -1);
      now?.forEach((finding, at) => {
        const before = old?.[at]?.verdict ?? "";
        expect([before, "verified"]).toContain(finding.verdict);
      });
    }),
    { numRuns: 60 },
  );
});

describe("an export", () => {
  const outcome = makeOutcome(
    {
      question: "When does it sail?",
      claims: [
        {
          text: "Two reports:",
          quotes: [
            ["ferry.txt", "It isn’t over — not yet.”"],
            ["bridge.txt", BRIDGE.trim()],
          ],
        },
      ],
      articles: {},
    },
    new Map(ARTICLES.map(({ id, text }) => [id, text])),
  );
  const written = renderMarkdown([outcome]);
  const dropEscapes = (markdown: string): string => markdown.replaceAll("\\'", "'");

  test("that is as it was written is not touched", async () => {
    expect((await amend(written)).documents[0]?.edits).toEqual([]);
  });

  test.each([
    ["a place in the proof", /"start": (\d+)/, '"start": 3'],
    ["a number", "[\\[2\\]](#source-2)", "[\\[1\\]](#source-2)"],
    ["a link", "[\\[2\\]](#source-2)", "[\\[2\\]](#source-1)"],
    ["typography", /won\\?'t open/, "won’t open"],
  ])("is put right: %s", async (_name, wanted, put) => {
    const text = written.replace(wanted, put);

    expect(text).not.toBe(written);
    expect(dropEscapes(await amendText(text))).toBe(dropEscapes(written));
  });

  test("is put right in its list too, when that agrees with a wrong place in the proof", async () => {
    const [, start = "", end = ""] = /characters (\d+) to (\d+)/.exec(written) ?? [];
    const text = written
      .replace(`"start": ${start}`, '"start": 3')
      .replace(`characters ${start} to ${end}`, `characters 3 to ${end}`);

    expect(await amendText(text)).toBe(written);
  });

  test("whose quote has another word keeps it", async () => {
    const text = written.replace(/won(\\?)'t open/, "won$1't close");

    expect(await amendText(text)).toBe(text);
  });
});
