import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import type { CheckedDocument } from "../../src/core/check.ts";
import { renderDocx } from "../../src/export/render-docx.ts";
import { renderAnnotations, renderClaimReview } from "../../src/export/render-linked-data.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { readWordDocument } from "../../src/verify/read-word.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { CASES, loadCase, makeOutcome } from "./load-case.ts";
import { nastyText } from "./nasty-text.ts";

const FERRY = "Harbour reopens\n\nThe ferry to Orlen sails again on Monday.\n\nNobody was paid.\n";
const COUNCIL = "Bridge vote\n\nThe bridge closes in May.\n\nNobody was paid.\n";
const TWO = makeOutcome(
  {
    question: "What closes, and who was paid?",
    claims: [
      {
        text: "Two reports:",
        quotes: [
          ["ferry.txt", "The ferry to Orlen sails again on Monday.", "Monday"],
          ["council.txt", "Nobody was paid."],
        ],
      },
    ],
    articles: {
      "ferry.txt": { title: "Harbour reopens", publisher: "Orlen Post", url: "https://o.example/" },
      "council.txt": { title: "Bridge vote", publisher: "Mill Echo" },
    },
  },
  new Map([
    ["ferry.txt", FERRY],
    ["council.txt", COUNCIL],
  ]),
);
const SOURCE = openMemorySource([
  { id: "ferry.txt", text: FERRY },
  { id: "council.txt", text: COUNCIL },
]);

/** The text of a zip that packs nothing, with words of the same length in the place of others. */
function change(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  expect(text).toContain(from);
  expect(to).toHaveLength(from.length);
  const at = text.lastIndexOf(from);
  const changed = `${text.slice(0, at)}${to}${text.slice(at + from.length)}`;
  return fixChecksums(Buffer.from(changed, "latin1"));
}

/** The checksum of each entry, as a program that saves the document writes it. */
function fixChecksums(zip: Buffer): Uint8Array {
  const sums = new Map<number, number>();
  for (let at = zip.indexOf("PK\u0003\u0004"); at !== -1; ) {
    const [size, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const body = zip.subarray(at + 30 + name, at + 30 + name + size);
    sums.set(at, crc32(body));
    zip.writeUInt32LE(crc32(body), at + 14);
    const next = at + 30 + name + size;
    at = zip.toString("latin1", next, next + 4) === "PK\u0003\u0004" ? next : -1;
  }
  for (
    let at = zip.indexOf("PK\u0001\u0002");
    at !== -1;
    at = zip.indexOf("PK\u0001\u0002", at + 4)
  ) {
    zip.writeUInt32LE(sums.get(zip.readUInt32LE(at + 42)) ?? 0, at + 16);
  }
  return zip;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

async function check(bytes: Uint8Array, source = SOURCE): Promise<CheckedDocument> {
  const document = await readWordDocument("paper.docx", bytes);
  if (typeof document === "string") throw new Error(document);
  const { documents } = await checkDocuments([document], source);
  return documents[0] ?? expect.fail("no document");
}

const verdicts = ({ findings }: CheckedDocument): readonly string[] =>
  findings.map(({ verdict }) => verdict);

/** Quotes are whole sentences: none begins or ends with white space. */
const quoted: fc.Arbitrary<string> = nastyText
  .map((text) => text.trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

function quoting(text: string, title: string): AnswerOutcome {
  const described = {
    question: title,
    claims: [{ text: "", quotes: [["0.txt", text] as const] }],
    articles: { "0.txt": { title, author: title } },
  };
  return makeOutcome(described, new Map([["0.txt", text]]));
}

describe("a Word document", () => {
  test("is verified with nothing to note, the same bytes each time", async () => {
    const bytes = renderDocx([TWO]);
    expect(renderDocx([TWO])).toEqual(bytes);
    const checked = await check(bytes);
    expect(verdicts(checked)).toEqual(["verified", "verified"]);
    expect(checked.notes).toEqual([]);
  });

  test("of a changed quote, a swapped footnote and a changed one tells", async () => {
    const bytes = renderDocx([TWO]);
    const altered = await check(change(bytes, "sails again on </w:t>", "fails again on </w:t>"));
    expect(verdicts(altered)).toEqual(["altered", "verified"]);
    const swapped = change(
      bytes,
      '<w:footnoteReference w:id="1"/>',
      '<w:footnoteReference w:id="2"/>',
    );
    expect(verdicts(await check(swapped))).toEqual(["misattributed", "verified"]);
    const note = await check(change(bytes, ">Mill Echo: Bridge vote", ">Mall Echo: Bridge vote"));
    expect(note.notes.map(({ text }) => text).join()).toMatch(
      /^The footnote “.*” is missing or was changed\.$/,
    );
  });

  test("whose proof was changed or taken out is told, and its quotes are judged as a draft's", async () => {
    const bytes = renderDocx([TWO]);
    const changed = await check(change(bytes, "&quot;start&quot;: 17", "&quot;start&quot;: 18"));
    expect(changed.notes.map(({ text }) => text).join()).toContain("proof block was changed");
    const none = await check(change(bytes, "customXml/item1.xml", "customXml/other.xml"));
    expect(none.findings.map(({ proved }) => proved)).toEqual([undefined, undefined]);
  });

  test("shows each quote so that it is proved, whatever an article says", async () => {
    await fc.assert(
      fc.asyncProperty(quoted, nastyText, async (text, title) => {
        const outcome = quoting(text, title);
        const source = openMemorySource([{ id: "0.txt", text }]);
        const checked = await check(renderDocx([outcome]), source);
        const proved = checked.findings.filter((finding) => finding.proved !== undefined);
        expect(proved.map(({ verdict }) => verdict)).toEqual(["verified"]);
        expect(checked.notes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("of control characters, half a pair and NUL is well-formed, and still proved", async () => {
    const text = "One\u0000two\u0007three\ufffe four\uffff five\u0085six\u202eseven \ud800 eight.";
    const source = openMemorySource([{ id: "0.txt", text }]);
    const checked = await check(renderDocx([quoting(text, "t")]), source);
    expect(checked.findings[0]?.quotation.text).toBe(text);
  });

  test("of a session numbers its quotes through", async () => {
    const outcomes = ["two-reports", "abstention", "scripts"].map(loadCase);
    const document = await readWordDocument("paper.docx", renderDocx(outcomes));
    if (typeof document === "string") throw new Error(document);
    expect(document.prose?.codes).toHaveLength(outcomes.length);
    expect(CASES).not.toBe("");
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a zip's first bytes", Buffer.from("PK\u0003\u0004 and no more")],
    ["a document that is cut", renderDocx([TWO]).subarray(0, 4000)],
  ])("of %s is refused with a reason", async (_, bytes) => {
    expect(await readWordDocument("x.docx", bytes)).toEqual(expect.any(String));
  });
});

describe.each([
  ["annotations", "a.jsonld", "exact", renderAnnotations],
  ["claim reviews", "a.json", "claimReviewed", renderClaimReview],
] as const)("%s", (_, name, key, render) => {
  test("are proved whatever an article says, and every change is told", async () => {
    // A title that quotes words with a number of its own is noted as one that links nowhere.
    const titles = nastyText.map((title) => title.replaceAll("[", "("));
    await fc.assert(
      fc.asyncProperty(quoted, titles, async (text, title) => {
        const source = openMemorySource([{ id: "0.txt", text }]);
        const document = { name, text: render([quoting(text, title)]) };
        const { documents } = await checkDocuments([document], source);
        const [checked] = documents;
        const proved = checked?.findings.filter((finding) => finding.proved !== undefined);
        expect(proved?.map(({ verdict }) => verdict)).toEqual(["verified"]);
        expect(checked?.notes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("note what was changed around the quotes, and fail on a changed quote", async () => {
    const written = render([TWO]);
    const judge = async (text: string): Promise<CheckedDocument> => {
      const { documents } = await checkDocuments([{ name, text }], SOURCE);
      return documents[0] ?? expect.fail("no document");
    };
    const around = await judge(written.replace("What closes, and", "Who closes, and"));
    expect(around.notes.length).toBeGreaterThan(0);
    const quote = await judge(
      written.replace(new RegExp(`("${key}": "The ferry to Orlen) sails`), "$1 fails"),
    );
    expect(verdicts(quote)).toContain("altered");
  });
});

test("annotations count code points, and name the article's file and its page", () => {
  const text = "😀😀 The ferry sails.";
  const outcome = makeOutcome(
    {
      question: "q",
      claims: [{ text: "c", quotes: [["a b/é.txt", "The ferry sails."]] }],
      articles: { "a b/é.txt": { url: "https://o.example/x" } },
    },
    new Map([["a b/é.txt", text]]),
  );
  const graph = JSON.parse(renderAnnotations([outcome]))["@graph"];
  const { target } = graph[0].first.items[0];
  expect(target.source).toEqual({
    id: "a%20b/%C3%A9.txt",
    type: "Text",
    via: "https://o.example/x",
  });
  const [{ start, end }] = target.selector;
  expect([...text].slice(start, end).join("")).toBe("The ferry sails.");
});

test("a claim review states no rating, no reviewer and no day of review", () => {
  const graph: Record<string, unknown>[] = JSON.parse(renderClaimReview([TWO]))["@graph"];
  const reviews = graph.filter((node) => node["@type"] === "ClaimReview");
  expect(reviews).toHaveLength(2);
  for (const review of reviews) {
    expect(Object.keys(review).sort()).toEqual(["@id", "@type", "claimReviewed", "itemReviewed"]);
  }
});
