import { expect, it } from "vitest";
import { listSpeakers } from "../../../src/text/speech/list-speakers.ts";

it("names who speaks in each paragraph, with their place in the article", () => {
  const text =
    "The pier is old.\n\nAda Roe, a diver, said it would fall.\n\n“It stands,” said Ivo Lind.";
  const found = listSpeakers(text, 100);
  expect(found.map(({ name, role, manner }) => [name, role, manner])).toEqual([
    ["Ada Roe", "a diver", "reported"],
    ["Ivo Lind", undefined, "quotation"],
  ]);
  for (const { name, start, end } of found) expect(text.slice(start - 100, end - 100)).toBe(name);
});
