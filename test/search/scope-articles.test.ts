import { describe, expect, it } from "vitest";
import type { Filters } from "../../src/core/question.ts";
import { filterRecords, scopeArticles, scopeDays } from "../../src/search/scope-articles.ts";
import { makeRecord } from "../fixtures/evidence-fixtures.ts";

const field = (value: string) => ({ value, origin: "found" as const });
const records = [
  makeRecord("north/ice.txt", {
    publisher: field("Polar Post"),
    published: field("2024-02-10"),
  }),
  makeRecord("south/heat.txt", { publisher: field("The Écho"), published: field("2024-03-01") }),
  makeRecord("brief.md", { publisher: field("briefs"), about: { publisher: "Polar Post" } }),
];
const idsOf = (filters: Filters): readonly string[] =>
  filterRecords(records, scopeArticles(filters)).map(({ id }) => id);

describe("filters of a question", () => {
  it("are no scope where there are none, or empty ones", () => {
    expect(scopeArticles({})).toBeUndefined();
    expect(scopeArticles({ publishers: [], articles: [], speakers: ["Ada"] })).toBeUndefined();
  });

  it("match publishers and articles whatever their case and accents, briefs by their report", () => {
    expect(idsOf({ publishers: ["POLAR"] })).toEqual(["north/ice.txt", "brief.md"]);
    expect(idsOf({ publishers: ["echo"] })).toEqual(["south/heat.txt"]);
    expect(idsOf({ articles: ["Heat"] })).toEqual(["south/heat.txt"]);
  });

  it("include the first and the last day, and no undated article", () => {
    expect(idsOf({ since: "2024-02-10", until: "2024-02-10" })).toEqual(["north/ice.txt"]);
  });

  it("asked as of a day, know nothing that was published later or at no known date", () => {
    expect(idsOf({ asOf: "2024-02-10", until: "2030-01-01" })).toEqual(["north/ice.txt"]);
  });

  it("hold all at once, and may leave nothing", () => {
    expect(idsOf({ publishers: ["Polar"], articles: ["heat"] })).toEqual([]);
  });

  it("are narrowed by days, never widened", () => {
    const scope = scopeArticles({ since: "2024-02-01", until: "2024-02-20" });
    expect(scopeDays(scope, { since: "2023-01-01", until: "2024-02-11" })).toEqual({
      since: "2024-02-01",
      until: "2024-02-11",
    });
  });
});
