// --json FIELDS, --jq and lists in a pipe, through the real program.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINI_CORPUS } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const HOSTILE = "Tab\there \\ and \u001b[31mred\u202e turned.";
let place: Place;

beforeAll(async () => {
  const nasty = `---\ntitle: "Tab\\there and \\\\ more"\n---\n\nThe quay was sold in March. ${HOSTILE}\n`;
  place = makePlace({ ...MINI_CORPUS, "corpus/nasty.md": nasty }, true);
  await runProgram(place, ["index"]);
});

afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

const run = async (...words: readonly string[]) => runProgram(place, words);

describe("--json with fields", () => {
  test("prints only these: of each row of a list, in the order asked for", async () => {
    for (const words of [["--json", "words,articleId"], ["--json=words,articleId"]]) {
      const rows = JSON.parse((await run("articles", ...words)).stdout);
      expect(rows).toHaveLength(4);
      expect(Object.keys(rows[0])).toEqual(["words", "articleId"]);
    }
  });

  test("prints only these of an object, and null for what is not there", async () => {
    const { stdout } = await run(
      "ask",
      "--json",
      "kind,understood",
      "Why does the night ferry stop running?",
    );
    expect(JSON.parse(stdout)).toEqual({ kind: "answer", understood: null });
  });

  test("takes a word behind it for the question where it could be one", async () => {
    const found = JSON.parse((await run("search", "--json", "ferry")).stdout);
    expect(found.query).toBe("ferry");
    expect(JSON.parse((await run("articles", "--json", "title")).stdout)[0]).toHaveProperty(
      "title",
    );
  });

  test.each([["--json=titel"], ["--json="], ["--json=articleId,,"]])(
    "refuses %s and lists the fields that there are",
    async (flag) => {
      const { code, stdout, stderr } = await run("articles", flag);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("articleId, title, publisher");
    },
  );

  test("and every other flag that prints something else exclude one another", async () => {
    const { code } = await run("timeline", "ferry", "--json", "--format", "html");
    expect(code).toBe(2);
  });

  test.each([
    ["status"],
    ["doctor"],
    ["models"],
    ["articles"],
    ["show", "harbour"],
    ["search", "ferry"],
    ["ask", "Why does the night ferry stop running?"],
    ["timeline", "ferry"],
    ["verify", "corpus/harbour.txt"],
    ["index"],
  ])("%s has every field that its help names, and no other", async (...words) => {
    const help = (await run(words[0] ?? "", "--help")).stdout;
    const named = /JSON fields:\n([\s\S]*?)(?:\n\n|$)/.exec(help)?.[1]?.match(/\w+/g) ?? [];
    expect(named.length).toBeGreaterThan(1);
    const { stdout, code } = await run(...words, `--json=${named.join(",")}`);
    expect(code).not.toBe(2);
    const printed = JSON.parse(stdout);
    const [first = printed] = Array.isArray(printed) ? printed : [];
    expect(Object.keys(first)).toEqual(named);
    expect(Object.values(first).some((value) => value !== null)).toBe(true);
    const whole = JSON.parse((await run(...words, "--json")).stdout);
    if (!Array.isArray(printed)) expect(named).toEqual(expect.arrayContaining(Object.keys(whole)));
  });
});

describe("--jq", () => {
  test("filters the JSON, strings as they are and all else a line each", async () => {
    const { stdout } = await run(
      "articles",
      "--jq",
      '.articles[] | select(.articleId == "nasty.md") | .articleId, .words > 3, {a: 1}',
    );
    expect(stdout).toBe('nasty.md\ntrue\n{"a":1}\n');
  });

  test("filters the fields that were asked for", async () => {
    const { stdout } = await run(
      "articles",
      "--json",
      "articleId",
      "--jq",
      "map(keys) | add | unique",
    );
    expect(stdout).toBe('["articleId"]\n');
  });

  test.each([[".foo bar"], ['error("no")'], [".articles[0] | .title | keys"]])(
    "refuses %s with what jq says, and prints nothing",
    async (program) => {
      const { code, stdout, stderr } = await run("articles", "--jq", program);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^error: --jq: .*\nhint: /);
    },
  );

  test("sees nothing of the machine, and a program without end ends with Ctrl-C", async () => {
    expect((await run("articles", "--jq", '$ENV.HOME // env.PATH // "none"')).stdout).not.toContain(
      place.home,
    );
    const { code } = await runProgram(place, ["articles", "--jq", "def f: f; f"], {
      during: (child) => void setTimeout(() => child.kill("SIGINT"), 4000),
    });
    expect(code).toBe(130);
  });
});

describe("a list in a pipe", () => {
  const rowsOf = (stdout: string): readonly string[][] =>
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));

  test("has a row a line and a field a column, with nothing in a value that breaks or acts", async () => {
    const { stdout } = await run("articles", "--publishers");
    const rows = rowsOf(stdout);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const laidOut = await run("articles");
    expect(laidOut.stdout).toContain("nasty.md\n  ");
    expect(stdout + laidOut.stdout).not.toContain("\u001b");
  });

  test("of a search tells the passages whole", async () => {
    const rows = rowsOf((await run("search", "quay sold")).stdout);
    const row = rows.find(([id]) => id === "nasty.md");
    expect(row?.at(-1)).toContain("Tab\\there \\\\ and \\u{1b}[31mred\\u{202e} turned.");
  });

  test("of a timeline names day and article; nothing found is told on stderr", async () => {
    const rows = rowsOf((await run("timeline", "bridge toll", "--format", "tsv")).stdout);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([9]));
    const none = await run("timeline", "submarine volcanoes", "--format", "tsv");
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr).not.toBe("");
  });

  test("is laid out as on a terminal where a width or colours are asked for", async () => {
    expect((await run("articles", "--width", "80")).stdout).toContain("bridge.md\n  Bridge toll");
    expect((await run("articles", "--color", "always")).stdout).toContain(
      "bridge.md\n  Bridge toll",
    );
  });
});
