import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { traceReuse } from "../../../src/corpus/copies/find-shared-passages.ts";
import { type PlacedProse, placeProse } from "../../../src/corpus/copies/fingerprint-texts.ts";

const PARAGRAPH =
  "The harbour board said on Tuesday that repairs would cost 14 million crowns and that the pier would stay closed until the end of next year at least.";
const EDITED =
  "The harbour board said Tuesday that the repairs would cost 14 million crowns, and that the old pier would stay closed until the end of next year at least.";
const SPOKEN =
  "“We will rebuild it, and we will publish every page of that survey, and nobody who was hurt will have to wait for what we owe them,” Ada Roe said.";

/** A paragraph that shares no word with one of another name. */
const fill = (name: string, words = 60): string =>
  `${Array.from({ length: words }, (_, at) => `${name}${at}`).join(" ")}.`;

/** Paragraphs one below the other, as an article has them. */
function place(...paragraphs: readonly string[]): PlacedProse {
  let start = 0;
  const placed = paragraphs.map((text) => {
    const paragraph = { start, text };
    start += text.length + 2;
    return paragraph;
  });
  return placeProse(placed);
}

const slice = ({ paragraphs }: PlacedProse, { start, end }: { start: number; end: number }) =>
  paragraphs
    .map(({ text }) => text)
    .join("\n\n")
    .slice(start, end);

describe("what one article carries of another is found", () => {
  test.each([
    ["word for word", PARAGRAPH],
    ["with words put in and left out", EDITED],
    ["in other typography", PARAGRAPH.toUpperCase().replaceAll(" ", "  ")],
  ])("%s", (_name, carried) => {
    const own = place(fill("b"), carried, fill("c"));
    const other = place(fill("d"), PARAGRAPH, fill("e"));
    const reuse = traceReuse(own, "other.txt", other);
    expect(reuse).toMatchObject({ articleId: "other.txt", paragraphs: 1 });
    const [passage, ...more] = reuse?.passages ?? [];
    expect(more).toEqual([]);
    expect(carried).toContain(slice(own, passage?.own ?? { start: 0, end: 0 }));
    expect(slice(other, passage?.other ?? { start: 0, end: 0 })).toBe(PARAGRAPH.slice(0, -1));
  });

  test("a sentence within a paragraph is a passage and no paragraph", () => {
    const own = place(`${fill("b")} ${PARAGRAPH} ${fill("c")}`);
    const reuse = traceReuse(own, "other.txt", place(fill("d"), PARAGRAPH));
    expect(reuse).toMatchObject({ paragraphs: 0, passages: [{ words: 28 }] });
  });
});

describe("nothing is carried over", () => {
  test.each([
    ["where two tell of other things", fill("c")],
    ["where two wrote down the same spoken words", `It rained. ${SPOKEN}`],
    ["where a stock phrase recurs", "She did not immediately respond to a request for comment."],
  ])("%s", (_name, text) => {
    const other = place(
      fill("b"),
      SPOKEN,
      "He did not immediately respond to a request for comment.",
    );
    expect(traceReuse(place(text), "other.txt", other)).toBeUndefined();
  });
});

test("whatever the texts, both spans of a passage have at least three quarters of their words in common", () => {
  const words = fc.array(fc.constantFrom("the", "pier", "fell", "on", "Monday", "board", "said"), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(words, words, (one, two) => {
      const [own, other] = [place(one.join(" ")), place(two.join(" "))];
      for (const passage of traceReuse(own, "other", other)?.passages ?? []) {
        for (const text of [slice(own, passage.own), slice(other, passage.other)]) {
          expect(passage.words).toBeLessThanOrEqual(text.split(" ").length);
          expect(passage.words).toBeGreaterThanOrEqual(text.split(" ").length * 0.75);
        }
      }
    }),
  );
});
