import { expect, it } from "vitest";
import type { ScoredPassage } from "../../../src/core/evidence.ts";
import type { ArticleRecord } from "../../../src/core/index-state.ts";
import { filterByDays } from "../../../src/search/time/filter-by-days.ts";
import { findEventDays } from "../../../src/search/time/find-event-days.ts";
import { readPassage } from "../../fixtures/evidence-fixtures.ts";

/** Each text is one passage of an article of its own; a sentence ends with its full stop. */
function gather(texts: readonly string[]): readonly ScoredPassage[] {
  return texts.map((text, place) => readPassage(`${place}.txt`, text));
}
const NO_DATES: ReadonlyMap<string, ArticleRecord> = new Map();
const dateOf = (event: string, ...texts: readonly string[]): string | undefined => {
  const { days } = findEventDays(event, gather(texts), NO_DATES);
  return days && `${days.from}/${days.to}`;
};

it.each([
  ["the strikes", "The strikes began on 4 March 2016.", "2016-03-04/2016-03-04"],
  ["the strikes", "On 4 March 2016 the strikes began.", "2016-03-04/2016-03-04"],
  ["the strikes", "The union called the first strikes in May 2015.", "2015-05-01/2015-05-31"],
  ["the election", "The 7 May 2015 election was close.", "2015-05-07/2015-05-07"],
  ["the second flood", "The second great flood of 2013 took the mill.", "2013-01-01/2013-12-31"],
])("%s: %s", (event, text, expected) => {
  expect(dateOf(event, text)).toBe(expected);
});

it.each([
  ["the strikes", "The board met on 4 March 2016, before the strikes."],
  ["the strikes", "The strikes began on Friday."],
  ["the election", "The mayor resigned in 2014 and lost the election."],
  ["the flood", "The strikes began on 4 March 2016."],
])("reads no day for %s in: %s", (event, text) => {
  expect(dateOf(event, text)).toBeUndefined();
});

it("takes neither of two days that articles give, and shows both", () => {
  const texts = ["The strikes began on 4 March 2016.", "The strikes began on 9 May 2016."];
  const found = findEventDays("the strikes", gather(texts), NO_DATES);
  expect(found.days).toBeUndefined();
  expect(found.dates.map(({ quote }) => quote.text)).toEqual(texts);
});

it("filters sentences by their own times; what has none goes on with the one before it", () => {
  const text = "In 2013 two divers left. They went north. In 2015 three left. On Monday it rained.";
  const { told, wider, leftOut } = filterByDays(gather([text]), NO_DATES, {
    from: "2013-01-01",
    to: "2013-12-31",
  });
  const read = (passages: readonly ScoredPassage[]): string[] =>
    passages.flatMap(({ passage }) =>
      passage.sentences.map(({ start, end }) => text.slice(start, end)),
    );
  expect(read(told)).toEqual(["In 2013 two divers left.", "They went north."]);
  expect(read(wider)).toEqual([...read(told), "On Monday it rained."]);
  expect(leftOut).toBe(1);
});
