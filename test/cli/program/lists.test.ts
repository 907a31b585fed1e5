import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makePlace, runProgram } from "../run-program.ts";

const file = (day: string, publisher: string, ...paragraphs: readonly string[]): string =>
  `---\ntitle: The pier\npublisher: ${publisher}\npublished: ${day}\n---\n\n${paragraphs.join("\n\n")}\n`;

const FILES = {
  "corpus/one.md": file(
    "2024-05-08",
    "Quay Post",
    "Mayor Ada Roe said that the pier would stay closed until the spring, whatever it costs.",
    "“We will not open it,” Roe said. The harbour board has asked for a second survey of the pier.",
  ),
  "corpus/two.md": file(
    "2024-06-01",
    "Island Gazette",
    "The pier at Alder Bay opens again, Ada Roe wrote in a letter to the board on Friday.",
    "Ivo Lind, a diver, denied that the mayor’s pier was safe.\tHe has seen its piles himself.",
  ),
};

describe("grep", () => {
  test("reads the files without an index, and exits as grep does", async () => {
    const place = makePlace(FILES);
    const found = await runProgram(place, ["grep", "the pier"]);
    expect(found.code).toBe(0);
    const rows = found.stdout
      .trimEnd()
      .split("\n")
      .map((row) => row.split("\t"));
    expect(rows.map(([id, publisher]) => [id, publisher])).toEqual([
      ["one.md", "Quay Post"],
      ["one.md", "Quay Post"],
    ]);
    expect(existsSync(join(place.folder, "index"))).toBe(false);
    expect((await runProgram(place, ["grep", "no such words"])).code).toBe(1);
    const wrong = await runProgram(place, ["grep", "--regex", "("]);
    expect(wrong.code).toBe(2);
    expect(wrong.stdout).toBe("");
  });

  test("escapes what would break its lines, and takes fields as JSON", async () => {
    const place = makePlace(FILES);
    const { stdout } = await runProgram(place, ["grep", "mayor's pier"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toContain("mayor’s pier");
    const picked = await runProgram(place, ["grep", "-i", "THE PIER", "--json=articleId,match"]);
    expect(JSON.parse(picked.stdout)).toEqual([
      { articleId: "one.md", match: "the pier" },
      { articleId: "one.md", match: "the pier" },
      { articleId: "two.md", match: "The pier" },
    ]);
    const counts = await runProgram(place, ["grep", "pier", "--count"]);
    expect(counts.stdout).toBe(
      "one.md\tQuay Post\t2024-05-08\t2\t2\ntwo.md\tIsland Gazette\t2024-06-01\t2\t2\n",
    );
  });

  test("lays words out one below the other within the width", async () => {
    const place = makePlace(FILES);
    for (const width of [20, 34, 80]) {
      const { stdout } = await runProgram(place, ["grep", "pier", "--width", String(width)]);
      const lines = stdout.split("\n").filter((line) => /\bpier\b/.test(line));
      expect(lines).toHaveLength(4);
      expect(new Set(lines.map((line) => line.search(/\bpier\b/))).size).toBe(1);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
    const whole = await runProgram(place, [
      "grep",
      "a second survey",
      "--sentences",
      "--width",
      "200",
    ]);
    expect(whole.stdout).toContain(
      "“The harbour board has asked for a second survey of the pier.”",
    );
  });
});

describe("quotes", () => {
  test("lists by day what somebody said, with verb and manner", async () => {
    const place = makePlace(FILES);
    const asked = await runProgram(place, [
      "quotes",
      "--speaker",
      "Roe",
      "--json=speaker,verb,speech",
    ]);
    expect(asked.code).toBe(0);
    expect(JSON.parse(asked.stdout)).toEqual([
      { speaker: "Ada Roe", verb: "said", speech: "indirect" },
      { speaker: "Ada Roe", verb: "said", speech: "direct" },
      { speaker: "Ada Roe", verb: "wrote", speech: "indirect" },
    ]);
    const later = await runProgram(place, [
      "quotes",
      "--speaker",
      "Ada Roe",
      "--since",
      "2024-05-20",
    ]);
    expect(later.stdout.trimEnd().split("\n")).toHaveLength(1);
    expect((await runProgram(place, ["quotes", "--speaker", "Otto Nobody"])).code).toBe(1);
  });

  test("names who is quoted where nobody is asked for", async () => {
    const { stdout } = await runProgram(makePlace(FILES), ["quotes"]);
    expect(stdout.split("\n")[0]).toBe("Ada Roe\tperson\t1\t2\t2");
  });
});

describe("entities", () => {
  test("follows the corrections beside the folder, and says why names are one", async () => {
    const place = makePlace(FILES);
    const before = await runProgram(place, ["entities", "--kind", "person", "--json=name,aliases"]);
    expect(JSON.parse(before.stdout)[0]).toEqual({ name: "Ada Roe", aliases: ["Ada Roe", "Roe"] });
    const explained = await runProgram(place, ["entities", "--explain", "Roe", "--width", "200"]);
    const line = /separate (?:.*)$/m.exec(explained.stdout)?.[0] ?? "";
    writeFileSync(join(place.folder, "pullquote.entities"), `# not she\n${line}\n`);
    const after = await runProgram(place, ["entities", "--kind", "person", "--json=name,aliases"]);
    expect(JSON.parse(after.stdout)).toContainEqual({ name: "Ada Roe", aliases: ["Ada Roe"] });

    writeFileSync(join(place.folder, "pullquote.entities"), "join Roe\n");
    const faulty = await runProgram(place, ["entities"]);
    expect(faulty.code).toBe(2);
    expect(faulty.stderr).toContain("pullquote.entities:1");
  });

  test("refuses a kind that is none, and finds nothing under a name that is none", async () => {
    const place = makePlace(FILES);
    expect((await runProgram(place, ["entities", "--kind", "animal"])).code).toBe(2);
    expect((await runProgram(place, ["entities", "--explain", "Nobody"])).code).toBe(1);
  });
});

describe("articles and search", () => {
  test("list publishers with their articles and days", async () => {
    const { stdout } = await runProgram(makePlace(FILES), ["articles", "--publishers"]);
    expect(stdout).toBe(
      "Island Gazette\t1\t2024-06-01\t2024-06-01\nQuay Post\t1\t2024-05-08\t2024-05-08\n",
    );
  });

  test("keep only passages that hold the words, or that score enough", async () => {
    const place = makePlace(FILES);
    const ids = async (...words: readonly string[]): Promise<unknown> => {
      const { stdout } = await runProgram(place, ["search", ...words, "--json=articleId"]);
      return JSON.parse(stdout).map(({ articleId }: { articleId: string }) => articleId);
    };
    expect(await ids("--exact", "a second SURVEY")).toEqual(["one.md"]);
    expect(await ids("--exact", "survey second")).toEqual([]);
    expect(await ids("pier", "--min-score", "1000")).toEqual([]);
    expect((await runProgram(place, ["search", "pier", "--min-score", "much"])).code).toBe(2);
  });
});
