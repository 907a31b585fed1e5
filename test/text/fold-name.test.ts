import { expect, test } from "vitest";
import { foldName } from "../../src/text/fold-name.ts";

test.each([
  ["St. John’s Telegram", "st. john's telegram"],
  ["St. John’s Telegram", "St. Johns Telegram"],
  ["Gazeta Łódzka", "gazeta lodzka"],
  ["Ålesund Posten", "A\u030alesund posten"],
  ["Süddeutsche Straße", "Suddeutsche Strasse"],
  ["Næstved–Avisen", "naestved-avisen"],
  ["Hawaiʻi Now", "Hawai'i Now"],
  ["Côte\u00a0d’Azur", "Cote d`Azur"],
])("%s and %s are one name", (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});
