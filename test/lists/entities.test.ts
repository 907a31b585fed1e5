import { describe, expect, test } from "vitest";
import type { Entity } from "../../src/core/listing.ts";
import { listEntities } from "../../src/lists/list-entities.ts";
import { readCorrections } from "../../src/lists/read-corrections.ts";
import { makeSource } from "./corpus.ts";

const list = (files: Readonly<Record<string, string>>, lines = ""): Promise<readonly Entity[]> =>
  listEntities({ filters: {}, corrections: readCorrections(lines, "lines") }, makeSource(files));

const formsOf = (entities: readonly Entity[], name: string): readonly string[] =>
  entities
    .find((one) => one.name === name)
    ?.aliases.map((alias) => alias.name)
    .sort() ?? [];

const KELLER =
  "Mayor Maria Keller opened the quay on Monday. Ms. Keller thanked the workers, and then Keller left for Ghent.";

describe("the people, bodies and places that articles name", () => {
  test("a surname beside its full name is one person, titles left out", async () => {
    const entities = await list({ "a.txt": KELLER });
    expect(formsOf(entities, "Maria Keller")).toEqual(["Keller", "Maria Keller"]);
    const keller = entities.find(({ name }) => name === "Maria Keller");
    expect(keller).toMatchObject({ kind: "person", mentions: 3, articles: 1 });
    expect(keller?.aliases.find(({ name }) => name === "Keller")?.because).toBe("surname");
  });

  test("a surname alone in another article is whoever alone bears it, and nobody's where two do", async () => {
    const other = { "b.txt": "The quay is closed again, and Keller did not say why it had to be." };
    const one = await list({ "a.txt": KELLER, ...other });
    expect(one.find(({ name }) => name === "Maria Keller")?.articles).toBe(2);
    const second = {
      "c.txt": "A diver, Anton Keller, found the wreck. Keller had searched for years.",
    };
    const two = await list({ "a.txt": KELLER, ...other, ...second });
    expect(two.find(({ name }) => name === "Maria Keller")?.articles).toBe(1);
    expect(formsOf(two, "Anton Keller")).toEqual(["Anton Keller", "Keller"]);
    expect(two.find(({ name }) => name === "keller" || name === "Keller")?.articles).toBe(1);
  });

  test("capitals that an article declares, and a short name, are their body", async () => {
    const entities = await list({
      "a.txt":
        "The Brone Harbour Authority (BHA) closed the pier. The BHA gave no reason, and Tarn Airlines moved its desk. On Friday Tarn moved back.",
      "b.txt": "Ferries wait for the BHA, which has not answered.",
    });
    expect(formsOf(entities, "Brone Harbour Authority")).toEqual([
      "BHA",
      "Brone Harbour Authority",
    ]);
    expect(entities.find(({ name }) => name === "Brone Harbour Authority")).toMatchObject({
      kind: "body",
      articles: 2,
    });
    expect(formsOf(entities, "Tarn Airlines")).toEqual(["Tarn", "Tarn Airlines"]);
  });

  test("places have their kind, and their forms are one", async () => {
    const entities = await list({
      "a.txt": "Ships left the U.S. for Norway. In the United States, Rusk County sent them.",
    });
    expect(formsOf(entities, "United States")).toEqual(["U.S.", "United States"]);
    const kinds = Object.fromEntries(entities.map(({ name, kind }) => [name, kind]));
    expect(kinds).toEqual({ "United States": "place", Norway: "place", "Rusk County": "place" });
  });

  test("words that only open a sentence, days, peoples and prizes are no entities", async () => {
    const text =
      "Shares fell on Tuesday. Customers waited. The French Open begins in June, and Republicans will watch it on TV.";
    expect(await list({ "a.txt": text })).toEqual([]);
  });

  test("every mention is a slice of its article, whatever the article is", async () => {
    const odd =
      "Ada\u0000 Roe \ud800Rusk — O’Neill’s “Ada Roe” (St. Roe) of of the The & Co.\r\n\u202eRoe";
    for (const text of [
      odd,
      "A".repeat(100_000),
      "Roe, ".repeat(20_000),
      `${"Ada ".repeat(5000)}said`,
    ]) {
      expect(Array.isArray(await list({ "a.txt": text }))).toBe(true);
    }
  });
});

describe("corrections", () => {
  const files = {
    "a.txt": KELLER,
    "b.txt": "Nobody asked M. Keller about it, and the harbour of Brone stayed closed.",
    "c.txt": "The quay is closed again, and Keller did not say why it had to be.",
  };

  test("undo a merge, in one article and across articles", async () => {
    const entities = await list(files, "separate Keller | Maria Keller  # another one\n");
    expect(formsOf(entities, "Maria Keller")).toEqual(["Maria Keller"]);
    const apart = entities.find(({ name }) => name === "Keller");
    expect(apart?.mentions).toBe(3);
    expect(apart?.aliases[0]?.because).toBe("corrected");
  });

  test("merge what no rule does, and give a kind", async () => {
    const lines = "\n# ours\nmerge Maria Keller = Brone\r\nkind Maria Keller = body\n";
    const entities = await list(files, lines);
    const merged = entities.find(({ name }) => name === "Maria Keller");
    expect(merged?.aliases.map(({ name }) => name)).toContain("Brone");
    expect(merged?.kind).toBe("body");
  });

  test("that are none are refused with their line", () => {
    for (const line of ["merge Roe", "split Roe | Lind", "kind Roe = thing", "merge A = B = C"]) {
      expect(() => readCorrections(`# first\n${line}`, "my.entities")).toThrow(/my\.entities:2/);
    }
  });
});
