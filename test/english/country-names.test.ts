import { describe, expect, it } from "vitest";
import { listPlaces } from "../../src/english/country-names.ts";

const names = (text: string, kind: "countries" | "states" = "countries") =>
  listPlaces(text, kind).map(({ name }) => name);

describe("listPlaces", () => {
  it("tells countries by any of their names, in order", () => {
    expect(names("In Peru and Chile, the U.S. and the UK met the Queen of Belgium.")).toEqual([
      "Peru",
      "Chile",
      "United States",
      "United Kingdom",
      "Belgium",
    ]);
  });

  it("takes no country from inside another name", () => {
    expect(names("Ada Jordan sailed from New England past Jordan’s port.")).toEqual(["Jordan"]);
  });

  it("knows a place before a post", () => {
    expect(names("Iowa Gov. Ada Roe left Ohio for New York City.", "states")).toEqual([
      "Iowa",
      "Ohio",
    ]);
  });
});
