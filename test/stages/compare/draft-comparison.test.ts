// Invented statements → which of them differ, and the reason that the text gives.

import { describe, expect, test } from "vitest";
import { draftComparison } from "../../../src/stages/compare/draft-comparison.ts";
import { compare, reasonsOf, verdictOf } from "./compare-texts.ts";

describe("values that only look different agree", () => {
  test.each([
    ["How much are divers paid?", "Divers are paid $60 a month.", "A diver's pay is $720 a year."],
    ["How long is the pier?", "The pier is 10 miles long.", "The pier runs for 16 km."],
    [
      "How many eels were caught?",
      "Nearly 2,000 eels were caught.",
      "Some 1,900 eels were caught.",
    ],
    ["What share of crews left?", "Half of the crews left.", "50 percent of the crews left."],
    ["When did the lock open?", "The lock opened in May 1931.", "The lock opened on 3 May 1931."],
    ["Who runs the ferry?", "Ada Roe runs the ferry.", "The ferry is run by Roe."],
  ])("%s", (question, one, other) => {
    expect(verdictOf(question, one, other)).toBe("agree");
    expect(compare(question, one, other)?.positions).toHaveLength(1);
  });
});

describe("a day that is told by the day of the article", () => {
  const compareDated = (
    ...articles: readonly (readonly [text: string, published?: string])[]
  ): string | undefined =>
    draftComparison(
      "When did the strikes begin?",
      articles.map(([text, published], place) => ({
        articleId: `${place}.txt`,
        start: 0,
        end: text.length,
        text,
        rank: 1,
        ...(published !== undefined && { published }),
      })),
    )?.verdict;

  test("agrees and differs as the days that are meant", () => {
    const text = "The strikes began on Tuesday.";
    expect(compareDated([text, "2016-04-28"], ["The strikes began on 26 April 2016."])).toBe(
      "agree",
    );
    expect(compareDated([text, "2016-04-28"], [text, "2016-05-12"])).toBe("differ");
    expect(
      compareDated([text, "2016-04-28"], ["The strikes began two days ago.", "2016-04-28"]),
    ).toBe("agree");
  });

  test("is no agreement where nobody knows which Tuesday is meant", () => {
    const text = "The strikes began on Tuesday.";
    expect(compareDated([text], ["On Tuesday the strikes began."])).not.toBe("agree");
    expect(compareDated([text], ["The strikes began on 26 April 2016."])).not.toBe("agree");
    expect(compareDated([text], [text, "2016-04-28"])).not.toBe("agree");
  });
});

describe("values that are different differ", () => {
  test.each([
    ["How much are divers paid?", "Divers are paid $60 a month.", "A diver's pay is $900 a year."],
    ["How long is the pier?", "The pier is 10 miles long.", "The pier runs for 10 km."],
    ["How much is the toll?", "The toll is 30 pounds.", "The toll is 30 euros."],
    ["When did the lock open?", "The lock opened in May 1931.", "The lock opened in 1934."],
    ["Who runs the ferry?", "Ada Roe runs the ferry.", "The ferry is run by Bo Holt."],
    ["Where is the mill?", "The mill stands in Old Quarry.", "The mill is in Eastmere."],
    [
      "Did the council close the quay?",
      "The council closed the quay.",
      "The council did not close the quay.",
    ],
  ])("%s", (question, one, other) => {
    expect(verdictOf(question, one, other)).toBe("differ");
  });
});

test("what fell beside the pay is no position on the pay", () => {
  const compared = compare(
    "How far did the divers' pay fall?",
    "The divers' pay was cut by half.",
    "The divers' pay fell to $30 a month.",
    "Repairs cut the number of divers to 200 a month, down from 900 a month.",
  );
  expect(compared?.positions.map(({ value }) => value)).toEqual(["half", "$30 a month"]);
});

describe("the reason", () => {
  const question = "How much are divers paid?";

  test("is that they contradict each other where the text gives none", () => {
    const reasons = reasonsOf(
      question,
      "Divers are paid $60 a month.",
      "Divers are paid $90 a month.",
    );
    expect(reasons).toEqual([{ kind: "contradiction" }, { kind: "contradiction" }]);
  });

  test("is another time, in the words of each sentence", () => {
    const reasons = reasonsOf(
      question,
      "A year ago divers were paid $60 a month.",
      "Today divers are paid $90 a month.",
    );
    expect(reasons).toEqual([
      { kind: "time", words: "A year ago" },
      { kind: "time", words: "Today" },
    ]);
  });

  test("is another place where both name one, and none where only one does", () => {
    const here = "In the north divers are paid $60 a month.";
    expect(reasonsOf(question, here, "In the south divers are paid $90 a month.")).toEqual([
      { kind: "place", words: "In the north" },
      { kind: "place", words: "In the south" },
    ]);
    expect(reasonsOf(question, here, "Divers are paid $90 a month.")).toEqual([
      { kind: "contradiction" },
      { kind: "contradiction" },
    ]);
  });

  test("is another sense for a sum with bonuses, a bound for one that is the most", () => {
    const plain = "Divers are paid $60 a month.";
    const [, bonus] = reasonsOf(
      question,
      plain,
      "With bonuses divers are paid $90 a month.",
    ) as unknown[];
    expect(bonus).toEqual({ kind: "definition", words: "With bonuses" });
    const [, most] = reasonsOf(question, plain, "Divers are paid up to $90 a month.") as unknown[];
    expect(most).toEqual({ kind: "bound", words: "up to" });
  });
});

test("what a number fell from is told as past, and is no contradiction", () => {
  const compared = compare(
    "How many eels arrive each month?",
    "The number of eels fell from 900 a month to 300 a month.",
    "Some 300 eels a month arrive.",
  );
  expect(compared?.verdict).toBe("agree");
  expect(compared?.positions.map(({ value, reason }) => [value, reason?.kind])).toEqual([
    ["300 a month", "result"],
    ["900 a month", "before"],
  ]);
});

test("no position is dropped and none is averaged", () => {
  const sums = [10, 35, 90, 240, 700];
  const texts = sums.map((sum) => `The toll is $${sum}.`);
  const compared = compare("How much is the toll?", ...texts);
  expect(compared?.positions.map(({ value }) => value)).toEqual(sums.map((sum) => `$${sum}`));
  expect(compared?.positions.flatMap(({ quotes }) => quotes.map(({ text }) => text))).toEqual(
    texts,
  );
});

test("a unit that was converted is told with what it was converted to", () => {
  const compared = compare(
    "How long is the pier?",
    "The pier is 10 miles long.",
    "The pier runs for 30 km.",
  );
  expect(compared?.positions.map(({ value, conversion }) => [value, conversion])).toEqual([
    ["10 miles", "16.1 km"],
    ["30 km", undefined],
  ]);
});

test("a question that has no point to compare compares nothing", () => {
  expect(compare("Why did the crews leave?", "They left for pay.", "They left for home.")).toBe(
    undefined,
  );
});

test("one article alone neither differs nor agrees", () => {
  expect(verdictOf("How much is the toll?", "The toll is $30.")).toBe("alone");
});
