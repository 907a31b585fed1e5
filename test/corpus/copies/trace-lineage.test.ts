import { expect, test } from "vitest";
import { traceLineage } from "../../../src/corpus/copies/trace-lineage.ts";
import { chunkPassages } from "../../../src/corpus/read/chunk-passages.ts";
import { parseArticle } from "../../../src/corpus/read/parse-article.ts";
import { makeSource } from "../../fixtures/source-fixtures.ts";

const BODY =
  "The northern pier fell into the harbour on Monday after weeks of storms, and nine workers were hurt.\n\nReuters reported that the board knew of it.\n";

function credited(text: string): readonly string[] {
  const article = parseArticle(makeSource(text));
  return traceLineage(article, chunkPassages(article)).restsOn.map(
    ({ isCredit, start, end }) =>
      `${isCredit === true ? "credit" : "told"}: ${text.slice(start, end)}`,
  );
}

test.each([
  [
    "in its dateline",
    `---\ntitle: Pier falls\npublisher: Brone Times\n---\n\nALDER BAY (Reuters) - ${BODY}`,
    ["credit: (Reuters) -"],
  ],
  [
    "in its byline",
    `Pier falls\nBy Ines Varga, Associated Press\nMarch 3, 2021\n\n${BODY}`,
    ["credit: Associated Press", "told: Reuters reported"],
  ],
  [
    "as its declared author",
    `---\ntitle: CAP in hand\nauthor: AP\n---\n\n${BODY}`,
    ["credit: AP", "told: Reuters reported"],
  ],
  [
    "nowhere, when it is the agency's own",
    `---\ntitle: Pier falls\nauthor: Reuters\npublisher: Reuters\n---\n\n${BODY}`,
    [],
  ],
])("an agency is credited %s", (_name, text, expected) => {
  expect(credited(text)).toEqual(expected);
});
