import { expect, test } from "vitest";
import { isName, trimName } from "../../../src/english/speech/trim-name.ts";

test.each([
  ["Treasury Secretary Ada Roe", "Ada Roe", "Treasury Secretary"],
  ["Brone’s Ada Roe", "Ada Roe", undefined],
  ["President Ada Roe", "President Ada Roe", undefined],
  ["Brone Rep. Ada Roe", "Rep. Ada Roe", "Brone"],
  ["But Ada Roe", "Ada Roe", undefined],
  ["Pier Survey Office", "Pier Survey Office", undefined],
])("the name in %s is %s", (capitals, name, lead) => {
  expect(trimName(capitals)).toEqual({ name, ...(lead !== undefined && { lead }) });
});

test.each(["Didn’t Roe", "Roe. She’d", "Lindqvist. Ada", "Roe’s", "Monday", "Mayor"])(
  "%s is no name",
  (words) => {
    expect(isName(words)).toBe(false);
  },
);

test.each(["Ada Roe", "Dr. Roe", "J. B. Roe", "O’Rourke", "No. 10"])("%s is a name", (words) => {
  expect(isName(words)).toBe(true);
});
