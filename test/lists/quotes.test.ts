import { describe, expect, test } from "vitest";
import type { SaidList } from "../../src/core/listing.ts";
import { listQuotes } from "../../src/lists/list-quotes.ts";
import { listSpeakers } from "../../src/lists/list-speakers.ts";
import { readCorrections } from "../../src/lists/read-corrections.ts";
import { makeSource, story } from "./corpus.ts";

const corrections = readCorrections("", "");
const ask = (speaker: string, files: Readonly<Record<string, string>>): Promise<SaidList> =>
  listQuotes({ speaker, filters: {}, corrections }, makeSource(files));

const wordsOf = ({ said }: SaidList): readonly string[] => said.map(({ excerpt }) => excerpt.text);

const PIER = [
  "Mayor Ada Roe said on Monday that the pier would stay closed until the spring.",
  "“We will not open it,” Roe said. “Nobody should ask again.”",
  "Ivo Lind, a diver, denied that he had been near the pier that night.",
  "Roe’s lawyer said that the town had no money left. Roe called the storm “a great misfortune” for the islands.",
] as const;

const WIRE = [
  ...PIER,
  "Ferries to the outer islands now leave from the coal quay, where passengers wait in the open because the shelters stood on the pier that fell into the harbour in the storm of last winter.",
] as const;

describe("what somebody said", () => {
  test("is every sentence of theirs, slices of the file, with verb and manner; a lawyer's words are not", async () => {
    const list = await ask("Ada Roe", { "a.md": story("2024-05-08", "Quay Post", ...PIER) });
    expect(wordsOf(list)).toEqual([
      PIER[0],
      "“We will not open it,” Roe said.",
      "“Nobody should ask again.”",
      "Roe called the storm “a great misfortune” for the islands.",
    ]);
    expect(list.said.map(({ speech, verb }) => [speech, verb])).toEqual([
      ["indirect", "said"],
      ["direct", "said"],
      ["direct", "said"],
      ["partial", "called"],
    ]);
    const lind = await ask("Lind", { "a.md": story("2024-05-08", "Quay Post", ...PIER) });
    expect(lind.said.map(({ verb }) => verb)).toEqual(["denied"]);
  });

  test("goes by day, and a sentence of two copies is listed once with both", async () => {
    const list = await ask("Ada Roe", {
      "a-late.md": story("2024-05-10", "Island Gazette", ...WIRE),
      "b-early.md": story("2024-05-08", "Quay Post", ...WIRE),
      "c-none.txt": "“I was wrong,” said Ada Roe, who had been mayor once.",
      "d-first.md": story("2024-05-01", "Quay Post", "“It will hold,” Ada Roe said of the pier."),
    });
    expect(list.said.map(({ article }) => article.id)).toEqual([
      "d-first.md",
      ...Array.from({ length: 4 }, () => "b-early.md"),
      "c-none.txt",
    ]);
    expect(list.said[1]?.copies.map(({ articleId }) => articleId)).toEqual(["a-late.md"]);
    expect(list.said[0]?.copies).toEqual([]);
  });

  test("of a name that two bear is nobody's until one is named in full", async () => {
    const files = {
      "a.txt": "“It will hold,” said Ada Roe, the mayor. Roe added that she was sure.",
      "b.txt": "“It will fall,” said Otto Roe, a diver. Roe added that he had seen the piles.",
    };
    const list = await ask("Roe", files);
    expect([...list.ambiguous].sort()).toEqual(["Ada Roe", "Otto Roe"]);
    expect(list.said).toEqual([]);
    expect(wordsOf(await ask("Otto Roe", files))).toEqual([
      "“It will fall,” said Otto Roe, a diver.",
      "Roe added that he had seen the piles.",
    ]);
  });

  test("finds a body by the capitals that one article declares", async () => {
    const list = await ask("BHA", {
      "a.txt":
        "The Brone Harbour Authority (BHA) said the pier was safe. “We looked at it twice,” it added.",
      "b.txt": "The pier is closed, the Brone Harbour Authority said on Friday.",
    });
    expect(list.speaker?.name).toBe("Brone Harbour Authority");
    expect(list.said).toHaveLength(3);
  });

  test("holds what a letter of theirs reads, and a quotation over several sentences", async () => {
    const list = await ask("Ada Roe", {
      "a.txt":
        "“The pier is gone. We are sorry for it,” read a letter signed by the town's mayor, Ada Roe. “We will build another.”",
    });
    expect(wordsOf(list)).toEqual([
      "“The pier is gone.",
      "We are sorry for it,” read a letter signed by the town's mayor, Ada Roe.",
      "“We will build another.”",
    ]);
  });

  test("of nobody who is named is nothing", async () => {
    const list = await ask("Nobody Here", { "a.txt": PIER.join("\n\n") });
    expect(list).toMatchObject({ said: [], ambiguous: [], read: 1 });
    expect(list.speaker).toBeUndefined();
  });
});

test("who is quoted is counted, copies once", async () => {
  const speakers = await listSpeakers(
    { filters: {}, corrections },
    makeSource({
      "a.md": story("2024-05-08", "Quay Post", ...WIRE),
      "b.md": story("2024-05-09", "Island Gazette", ...WIRE),
    }),
  );
  expect(speakers).toEqual([
    { name: "Ada Roe", kind: "person", direct: 3, indirect: 1, articles: 2 },
    { name: "Ivo Lind", kind: "person", direct: 0, indirect: 1, articles: 2 },
  ]);
});
