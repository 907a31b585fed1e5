import { describe, expect, it } from "vitest";
import { scopeArticles } from "../../src/search/scope-articles.ts";
import { makeRecord } from "../fixtures/evidence-fixtures.ts";

const field = (value: string) => ({ value, origin: "found" as const });
const records = [
  makeRecord(
    "north/ice.txt",
    { publisher: field("Polar Post"), published: field("2024-02-10") },
    3,
  ),
  makeRecord("south/heat.txt", { publisher: field("The Écho"), published: field("2024-03-01") }, 2),
  makeRecord("brief.md", { publisher: field("briefs"), about: { publisher: "Polar Post" } }, 1),
];
const idsOf = (filters: Parameters<typeof scopeArticles>[1]) => {
  const { ids } = scopeArticles(records, filters);
  return ids === undefined ? undefined : [...ids];
};

describe("scopeArticles", () => {
  it("searches everything without filters and counts what that is", () => {
    const { ids, searched } = scopeArticles(records, {});
    expect(ids).toBeUndefined();
    expect(searched).toEqual({ articles: 3, passages: 6, undated: 0 });
  });

  it("matches publishers and articles whatever their case and accents, briefs by their report", () => {
    expect(idsOf({ publishers: ["POLAR"] })).toEqual(["north/ice.txt", "brief.md"]);
    expect(idsOf({ publishers: ["echo"] })).toEqual(["south/heat.txt"]);
    expect(idsOf({ articles: ["Heat"] })).toEqual(["south/heat.txt"]);
  });

  it("includes the first and the last day, and counts the undated ones it leaves out", () => {
    const { ids, searched } = scopeArticles(records, { since: "2024-02-10", until: "2024-02-10" });
    expect([...(ids ?? [])]).toEqual(["north/ice.txt"]);
    expect(searched).toEqual({ articles: 1, passages: 3, undated: 1 });
  });

  it("asked as of a day, knows nothing that was published later or at no known date", () => {
    const { ids, searched } = scopeArticles(records, { asOf: "2024-02-10", until: "2030-01-01" });
    expect(ids).toEqual(scopeArticles(records, { until: "2024-02-10" }).ids);
    expect(searched.undated).toBe(1);
  });

  it("counts only the undated that the other filters let through", () => {
    expect(
      scopeArticles(records, { articles: ["ice"], since: "2020-01-01" }).searched.undated,
    ).toBe(0);
  });

  it("holds all conditions at once, and may leave nothing", () => {
    expect(idsOf({ publishers: ["Polar"], articles: ["heat"] })).toEqual([]);
  });

  it("takes an empty list for no filter", () => {
    expect(idsOf({ publishers: [], articles: [] })).toBeUndefined();
  });
});
