import { describe, expect, test } from "vitest";
import { changeFilters, tellFilters } from "../../../src/cli/loop/change-filters.ts";

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
    for (const value of ["Hill Gazette", "Courier", "2021-01-01"]) {
      expect(tellFilters(filters)).toContain(value);
    }
    expect(changeFilters(filters, "")).toBe(filters);
    expect(tellFilters(changeFilters(filters, "clear"))).toContain("none");
  });

  test.each(["publisher", "since", "since spring", "colour red"])("refuses %j", (line) => {
    expect(() => changeFilters({}, line)).toThrow(expect.objectContaining({ code: "bad-setting" }));
  });
});
