import { describe, expect, test } from "vitest";
import { openArticle } from "../../src/quote/judged-article.ts";
import { readDocument } from "../../src/text/read-document.ts";
import { collectQuotations } from "../../src/verify/collect-quotations.ts";
import { judgeQuotation } from "../../src/verify/judge-quotation.ts";

const ARTICLE = `The pier at Alder Bay

Tom Far, a sailor, stood on the pier and listened to Eva Lind and Björn Åkesson.

“The boats will be sold in May,” said the mayor, Ada Roe, who left at noon.

“The crews were never asked,” said their lawyer, Jan Ost. “They will strike,” Tom Far replied.

The harbour ministry called the pier “a wreck beyond repair” and Åkesson, the builder, disagreed. “It wants new planks,” he said.

“The gulls came back to the old tower,” the warden said.

“I do not think that the tower leans,” said Ludwig van der Berg. “It will stand if the ground holds.”

Somebody had written “the sea takes all of it” on the wall.

Nina O’Brien: “We paint it every spring.”`;

function verdict(draft: string): string | undefined {
  const source = {
    id: "a.txt",
    path: "a.txt",
    text: ARTICLE,
    sha256: "",
    textSha256: "",
  } as Parameters<typeof openArticle>[0];
  const article = openArticle(source, () => ({}));
  const [quotation] = collectQuotations(readDocument("draft.md", draft));
  return quotation && judgeQuotation(quotation, [{ article, near: [] }], draft).verdict;
}

describe("a draft that gives the words to somebody else is found", () => {
  test.each([
    "“The boats will be sold in May,” said Tom Far.",
    "“The crews were never asked,” said Ada Roe.",
    "“They will strike,” said their lawyer, Jan Ost.",
    "Eva Lind said that “a wreck beyond repair” was all she saw.",
    "“It wants new planks,” said the builder, Tom Far.",
    "“The gulls came back to the old tower,” Ivo Marsh said.",
    "Tom Far: “We paint it every spring.”",
    "Eva Lind spoke at noon. “We paint it every spring,” she said.",
    "“We paint it every spring,” the paper quotes Tom Far as saying.",
  ])("%s", (draft) => expect(verdict(draft)).toBe("misattributed"));
});

describe("a draft that gives the words to their speaker passes, however the name is written", () => {
  test.each([
    "“The boats will be sold in May,” said Mayor Roe.",
    "“The boats will be sold in May,” said A. Roe.",
    "“They will strike,” said the sailor, Tom Far.",
    "“It wants new planks,” Bjorn Akesson said.",
    "“I do not think that the tower leans,” said Berg.",
    "“I do not think that the tower leans,” said Ludwig Van der Berg.",
    "“We paint it every spring,” said Nina O'Brien.",
    "“The sea takes all of it,” said Tom Far.".replace("The sea", "the sea"),
  ])("%s", (draft) => expect(["verified", "typographic"]).toContain(verdict(draft)));
});

describe("words cut from what turns them mislead", () => {
  test.each([
    "“the tower leans,” said Ludwig van der Berg.",
    "“It will stand,” said Ludwig van der Berg.",
  ])("%s", (draft) => expect(verdict(draft)).toBe("misleading"));

  test.each([
    "Berg did not say that “the tower leans”.",
    "“It will stand,” said Berg, if the ground holds.",
  ])("not where the document says so itself: %s", (draft) => {
    expect(["verified", "typographic"]).toContain(verdict(draft));
  });
});
