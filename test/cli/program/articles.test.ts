// search, articles, show and status through the real program.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HARBOUR, MINI_CORPUS } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

let place: Place;

beforeAll(async () => {
  place = makePlace(MINI_CORPUS, true);
  await runProgram(place, ["index"]);
});

afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

describe("search", () => {
  test("shows passages with their article, best first", async () => {
    const result = await runProgram(place, [
      "search",
      "rust in the bridge cables",
      "--width",
      "200",
    ]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toMatch(/^bridge\.md · Hill Gazette · 2022-06-14 · \d\.\d\d\n/);
  });

  test("as JSON has the published fields and obeys --limit", async () => {
    const result = await runProgram(place, ["search", "ferry", "--json", "-n", "1"]);
    const found = JSON.parse(result.stdout);
    expect(found.query).toBe("ferry");
    expect(found.passages).toHaveLength(1);
    const [{ articleId, start, end, text }] = found.passages;
    expect(articleId).toBe("harbour.txt");
    expect(HARBOUR.slice(start, end)).toBe(text);
  });

  test("exits 1 when nothing is found", async () => {
    const result = await runProgram(place, ["search", "ferry", "--until", "1999-01-01"]);
    expect(result).toMatchObject({ code: 1, stdout: "" });
  });
});

describe("articles", () => {
  test("lists names with what is known", async () => {
    const result = await runProgram(place, ["articles", "--width", "80"]);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain(
      "bridge.md\n  Bridge toll rises to six crowns\n  Hill Gazette · 2022-06-14",
    );
  });

  test("obeys filters, and exits 1 when none is left", async () => {
    const result = await runProgram(place, ["articles", "--publisher", "Hill Gazette", "--json"]);
    const names = JSON.parse(result.stdout).articles.map((a: { articleId: string }) => a.articleId);
    expect(names.sort()).toEqual(["bakery.md", "bridge.md"]);
    expect((await runProgram(place, ["articles", "--publisher", "Nobody"])).code).toBe(1);
  });
});

describe("show", () => {
  test("prints the article found by a part of its name, with line numbers", async () => {
    const result = await runProgram(place, ["show", "harb"]);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/\n\n6:\n/);
    expect(result.stdout).toContain("The last boat leaves Port Alder");
  });

  test("refuses a name that fits several, or none, and suggests", async () => {
    const several = await runProgram(place, ["show", "b"]);
    expect(several.code).toBe(2);
    expect(several.stderr).toContain("bakery.md");
    const none = await runProgram(place, ["show", "brigde.md"]);
    expect(none.stderr).toContain("did you mean bridge.md?");
  });
});

describe("status", () => {
  test("shows each value and where it came from", async () => {
    const environment = { PULLQUOTE_LIMIT: "4" };
    const result = await runProgram(place, ["status", "--color", "never"], { environment });
    expect(result.stdout).toContain("3 articles");
    expect(result.stdout).toContain("up to date");
    expect(result.stdout).toMatch(/color +never +flag \(--color\)/);
    expect(result.stdout).toMatch(/limit +4 +environment \(PULLQUOTE_LIMIT\)/);
    expect(result.stdout).toMatch(/refresh +true +default/);
  });

  test("as JSON", async () => {
    const status = JSON.parse((await runProgram(place, ["status", "--json"])).stdout);
    expect(status).toMatchObject({ corpusExists: true, articles: 3 });
  });
});

test("doctor finds nothing to repair, and exits 0", async () => {
  const result = await runProgram(place, ["doctor"]);
  expect(result.stdout).not.toContain("FAIL");
  expect(result.code).toBe(0);
});

test("articles --duplicates lists the groups that carry one text, and exits 1 when there is none", async () => {
  const alone = await runProgram(place, ["articles", "--duplicates"]);
  expect(alone).toMatchObject({ code: 1, stdout: "" });
  const copy = makePlace({ ...MINI_CORPUS, "corpus/reprint.txt": `Reprint\n\n${HARBOUR}` }, true);
  try {
    const result = await runProgram(copy, ["articles", "--duplicates", "--width", "80"]);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^2 articles with the same text, 1 independent:\nharbour\.txt\n/);
    const { groups } = JSON.parse(
      (await runProgram(copy, ["articles", "--duplicates", "--json"])).stdout,
    );
    expect(groups).toEqual([
      {
        independent: 1,
        articles: [
          { articleId: "harbour.txt", copies: ["reprint.txt"] },
          { articleId: "reprint.txt", copies: ["harbour.txt"] },
        ],
      },
    ]);
    const asked = await runProgram(copy, [
      "ask",
      "--json",
      "Why does the night ferry stop running?",
    ]);
    const answer = JSON.parse(asked.stdout);
    expect(answer.sources).toHaveLength(1);
    expect(answer.sources[0].copies).toHaveLength(1);
  } finally {
    rmSync(join(copy.folder, ".."), { recursive: true, force: true });
  }
});
