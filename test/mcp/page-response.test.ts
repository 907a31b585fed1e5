// Pages of a reply: every item once and whole, in order, within the budget.

import fc from "fast-check";
import { expect, test } from "vitest";
import { createPager, type Page, type Reply } from "../../src/mcp/page-response.ts";

const replyOf = (texts: readonly string[]): Reply => ({
  count: texts.length,
  notes: [],
  show: (items) => ({
    structured: { items: items.map((at) => texts[at] ?? "") },
    text: `${items.length} items`,
    links: [],
  }),
});

const itemsOf = (page: Page): readonly string[] =>
  page.structured["items"] as unknown as readonly string[];
const weigh = ({ structured, text, links }: Page): number =>
  JSON.stringify(structured).length + text.length + JSON.stringify(links).length;

test("all pages together are the items that fit, each once, none cut, none over the budget", () => {
  const budget = 200;
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 250 }), { maxLength: 60 }), (texts) => {
      const pager = createPager(budget);
      const pages = [pager.begin(replyOf(texts), "call")];
      for (let cursor = pages[0]?.nextCursor; cursor !== undefined; ) {
        const page = pager.resume(cursor, "call");
        pages.push(page);
        cursor = page.nextCursor;
      }
      const shown = pages.flatMap(itemsOf);
      const whole = texts.filter((text) => shown.includes(text));
      expect(shown).toEqual(whole);
      expect(pages.every((page) => weigh(page) <= budget)).toBe(true);
      const left = texts.length - shown.length;
      const [note] = pages[0]?.notes ?? [];
      expect(note?.code).toBe(left > 0 ? "left-out" : undefined);
      for (const text of texts.filter((one) => !shown.includes(one))) {
        expect(JSON.stringify({ items: [text] }).length + 9).toBeGreaterThan(budget);
      }
    }),
  );
});

test("a cursor is good again and again, but not for another call, nor made up", () => {
  const pager = createPager(100);
  const { nextCursor = "" } = pager.begin(replyOf(["a".repeat(50), "b".repeat(50)]), "one");
  expect(pager.resume(nextCursor, "one")).toEqual(pager.resume(nextCursor, "one"));
  for (const [cursor, asked] of [
    [nextCursor, "two"],
    [nextCursor.replace(/\d+$/, "-1"), "one"],
    ["", "one"],
  ] as const) {
    expect(() => pager.resume(cursor, asked)).toThrow(
      expect.objectContaining({ code: "bad-setting" }),
    );
  }
});
