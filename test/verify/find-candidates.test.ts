import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import type { ArticleSource } from "../../src/core/ports/article-source.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { createHolderSearch } from "../../src/verify/find-candidates.ts";
import { makeEntry, STATE } from "../contracts/passage-entries.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const FERRY = "The ferry to Norholm will stop in April, the harbour office wrote on Monday.";
const TOLL = "Tolls on the Lindal bridge rise by a tenth, and nobody was asked about it.";
const ARTICLES = [
  { id: "ferry.txt", text: `${FERRY}\n\nThe crew was told by letter.\n` },
  { id: "toll.txt", text: `${TOLL}\n\nThe council meets again in June.\n` },
  { id: "copy.txt", text: `Seen elsewhere. ${TOLL}\n` },
  { id: "other.txt", text: "Nothing of this happened at the bakery in Solvang that spring.\n" },
];

/** The source, and how often it was listed. */
function watchSource(): { source: ArticleSource; listed: () => number } {
  const inner = openMemorySource(ARTICLES);
  let count = 0;
  const list: ArticleSource["list"] = (signal) => {
    count += 1;
    return inner.list(signal);
  };
  return { source: { ...inner, list }, listed: () => count };
}

const draft = (quotes: readonly string[]) => [
  { name: "draft.md", text: quotes.map((quote) => `“${quote}”`).join("\n\n") },
];

describe("a document is checked without the whole folder", () => {
  test("where its proofs name the articles of all its quotes", async () => {
    const texts = new Map(ARTICLES.slice(0, 1).map(({ id, text }) => [id, text]));
    const claims = [{ text: "It stops.", quotes: [["ferry.txt", FERRY] as const] }];
    const outcome = makeOutcome({ question: "Does the ferry stop?", claims, articles: {} }, texts);
    const { source, listed } = watchSource();
    const checked = await checkDocuments(
      [{ name: "export.md", text: renderMarkdown([outcome]) }],
      source,
    );
    expect(checked.documents[0]?.findings[0]?.verdict).toBe("verified");
    expect(checked).toMatchObject({ whole: false, articles: 1 });
    expect(listed()).toBe(0);
  });

  test("where the hint names an article that holds the words", async () => {
    const { source, listed } = watchSource();
    const hint = async () => ["toll.txt"];
    const checked = await checkDocuments(draft([TOLL]), source, undefined, hint);
    expect(checked).toMatchObject({ whole: false, articles: 1 });
    expect(checked.documents[0]?.findings[0]?.place?.articleId).toBe("toll.txt");
    expect(listed()).toBe(0);
  });
});

test("words that the hint does not find are looked for in the whole folder", async () => {
  const { source } = watchSource();
  const hint = async () => ["gone.txt", "other.txt"];
  const checked = await checkDocuments(draft([FERRY]), source, undefined, hint);
  expect(checked).toMatchObject({ whole: true, articles: 4 });
  expect(checked.documents[0]?.findings[0]?.verdict).toBe("verified");
});

test("no hint, right or wrong, changes a verdict", async () => {
  const ids = [...ARTICLES.map(({ id }) => id), "gone.txt", "../outside.txt", ""];
  const quotes = [
    FERRY,
    TOLL,
    TOLL.replace("tenth", "third"),
    TOLL.replace("Tolls", "tolls").replace(",", " …"),
    "The mayor of Norholm danced on the bridge until the morning came.",
    "will stop in April",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(quotes, { minLength: 1 }),
      fc.array(fc.subarray(ids)),
      async (some, hints) => {
        let next = 0;
        const hint = async () => hints[next++ % Math.max(1, hints.length)] ?? [];
        const verdicts = async (asked?: typeof hint) => {
          const source = openMemorySource(ARTICLES);
          const { documents } = await checkDocuments(draft(some), source, undefined, asked);
          return documents[0]?.findings.map(({ verdict, unattributed }) => [verdict, unattributed]);
        };
        expect(await verdicts(hint)).toEqual(await verdicts());
      },
    ),
    { numRuns: 60 },
  );
});

describe("an index as a hint", () => {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-holders-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const filler = Array.from({ length: 2000 }, (_, at) => makeEntry(`f${at}.txt`, ["Filler."]));

  test("names the articles that hold the words, across passages too", async () => {
    const store = openLanceStore(join(folder, "large"));
    await store.reset({ ...STATE, corpus: "memory" });
    const halves = ["Tolls on the Lindal bridge rise by a tenth", "and nobody was asked about it"];
    await store.put([...filler, makeEntry("toll.txt", halves), makeEntry("ferry.txt", [FERRY])]);
    await store.optimize();
    const find = createHolderSearch(store, openMemorySource(ARTICLES));
    expect(await find([FERRY])).toEqual(["ferry.txt"]);
    expect(await find([TOLL])).toEqual(["toll.txt"]);
    expect(await find(["words that no article has ever had in it"])).toEqual([]);
    expect(
      await createHolderSearch(store, openMemorySource([], "another folder"))([FERRY]),
    ).toEqual([]);
  });

  test("says nothing where there is none, or too small a one", async () => {
    const store = openLanceStore(join(folder, "small"));
    expect(await createHolderSearch(store, openMemorySource(ARTICLES))([FERRY])).toEqual([]);
    await store.reset({ ...STATE, corpus: "memory" });
    await store.put([makeEntry("ferry.txt", [FERRY])]);
    expect(await createHolderSearch(store, openMemorySource(ARTICLES))([FERRY])).toEqual([]);
  });
});
