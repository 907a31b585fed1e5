import { describe, expect, test } from "vitest";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../memory/memory-source.ts";

/** The line of the article's file, and what a reader of it gets. */
const LINES: readonly (readonly [file: string, line: string, shown: string])[] = [
  [
    "a.md",
    'The [tower of Ulm][t] fell on a [Sunday](https://x.example/s "S"), the monk wrote.',
    "The tower of Ulm fell on a Sunday, the monk wrote.",
  ],
  [
    "a.md",
    "The [[Abbot of Ulm|abbot]] kept [[bees]] in the ==north== yard, the monk wrote.",
    "The abbot kept bees in the north yard, the monk wrote.",
  ],
  [
    "a.md",
    "The field `hive_count` holds all `bees` of the yard, the monk wrote.",
    "The field hive_count holds all bees of the yard, the monk wrote.",
  ],
  [
    "a.md",
    "Roe &amp; Sons sold wax at 5&nbsp;crowns &ndash; a fair price, the monk wrote.",
    "Roe & Sons sold wax at 5 crowns – a fair price, the monk wrote.",
  ],
  [
    "a.md",
    "The <em>old</em> abbot<sup>2</sup> had <a href='https://x.example'>seven hives</a>, the monk wrote.",
    "The old abbot had seven hives, the monk wrote.",
  ],
  [
    "a.md",
    "The hives[^1] were painted blue[^long-name] in spring, the monk wrote.",
    "The hives were painted blue in spring, the monk wrote.",
  ],
  [
    "a.txt",
    "The hives[12] were painted blue[note 3] in spring,[4][5] the monk wrote.",
    "The hives were painted blue in spring, the monk wrote.",
  ],
  [
    "a.txt",
    "The hives were painted¹ blue in spring,² the monk wrote.",
    "The hives were painted blue in spring, the monk wrote.",
  ],
  [
    "a.md",
    "> The bees came home at dusk,\n> all of them, and the abbot\n> counted none, the monk wrote.",
    "The bees came home at dusk, all of them, and the abbot counted none, the monk wrote.",
  ],
  [
    "a.txt",
    "The bees came home at dusk to the mon-\nastery of Ulm and slept, the monk wrote.",
    "The bees came home at dusk to the monastery of Ulm and slept, the monk wrote.",
  ],
  [
    "a.txt",
    "The ab\u200dbot of U\u200clm slept\u200e at noon\u2069 and woke\ufeff at three, the monk wrote.",
    "The abbot of Ulm slept at noon and woke at three, the monk wrote.",
  ],
  [
    "a.txt",
    "The abbot\u00a0slept at\u202fnoon and woke at\u2009three, the monk wrote.",
    "The abbot slept at noon and woke at three, the monk wrote.",
  ],
  [
    "a.md",
    "The **bees** of *Ulm* are ~~not~~ ___loud___ at night, the monk wrote.",
    "The bees of Ulm are not loud at night, the monk wrote.",
  ],
];
const FAITHFUL = ["verified", "typographic"];

async function judge(file: string, line: string, draft: string): Promise<string | undefined> {
  const text = `# Bees of Ulm\n\nBefore it there was rain.\n\n${line}\n\nBehind it there was snow.\n\n[t]: https://x.example/t\n\n[^1]: A note.\n`;
  const source = openMemorySource([{ id: file, text }]);
  const { documents } = await checkDocuments([{ name: "draft.md", text: draft }], source);
  return documents[0]?.findings[0]?.verdict;
}

const quoteLines = (text: string): string => text.replaceAll(/^(?:> ?)?/gm, "> ");

describe("one form for article and draft", () => {
  test.each(LINES)("%s: a line pasted as a block stands: %s", async (file, line) => {
    expect(FAITHFUL).toContain(
      await judge(file, line, `${quoteLines(line)}\n\n[t]: https://x.example/t\n`),
    );
  });

  test.each(LINES)("%s: the words as they are seen stand: %s", async (file, line, shown) => {
    expect(FAITHFUL).toContain(await judge(file, line, `The book says: “${shown}”`));
  });

  test.each(LINES)("%s: with a word changed they do not: %s", async (file, line, shown) => {
    const changed = shown.replace("the monk wrote", "the nun wrote");
    expect(FAITHFUL).not.toContain(await judge(file, line, `The book says: “${changed}”`));
  });
});

test("a quotation that reopens in its next paragraph stands joined", async () => {
  const line =
    "“It rained for a week. The hives swam.\n\n“Then the abbot built a raft of wax,” the monk said.";
  const draft = "The monk said: “The hives swam. Then the abbot built a raft of wax.”";

  expect(FAITHFUL).toContain(await judge("a.txt", line, draft));
});

test("a number of the text is no note mark", async () => {
  const line = "The abbot had 12 hives in the spring of 1955, the monk wrote.";

  expect(FAITHFUL).not.toContain(
    await judge("a.txt", line, "“The abbot had hives in the spring of 1955, the monk wrote.”"),
  );
});
