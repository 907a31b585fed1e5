import { describe, expect, test } from "vitest";
import { changeFilters, describeFilters } from "../../../src/cli/loop/change-filters.ts";

describe("/filter", () => {
  test("adds alternatives, replaces dates and is cleared", () => {
    const lines = [
      "publisher Hill Gazette",
      "publisher Courier",
      "since 2020-01-01",
      "since 2021-01-01",
    ];
    const filters = lines.reduce(changeFilters, {});
    expect(filters).toEqual({ publishers: ["Hill Gazette", "Courier"], since: "2021-01-01" });
    expect(describeFilters(filters)).toBe(
      "filter: publisher Hill Gazette or Courier, since 2021-01-01",
    );
    expect(changeFilters(filters, "")).toBe(filters);
    expect(describeFilters(changeFilters(filters, "clear"))).toContain("none");
  });

  test.each(["publisher", "since", "since spring", "colour red"])("refuses %j", (line) => {
    expect(() => changeFilters({}, line)).toThrow(expect.objectContaining({ code: "bad-setting" }));
  });
});
