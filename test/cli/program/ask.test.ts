// Questions through the real program: answers, refusals, outputs, streams.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HARBOUR, MINI_CORPUS, QUESTION, UNANSWERABLE } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

let place: Place;

beforeAll(async () => {
  place = makePlace(MINI_CORPUS, true);
  const result = await runProgram(place, ["index"]);
  if (result.code !== 0) throw new Error(result.stderr);
});

afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

describe("an answer", () => {
  test("is on stdout with quotes and sources, and nothing else is said", async () => {
    const result = await runProgram(place, ["ask", QUESTION]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toMatch(/“[^”]+” \[1\]/);
    expect(result.stdout).toContain("harbour.txt:");
  });

  test("needs no quotation marks around the question", async () => {
    const result = await runProgram(place, ["ask", ...QUESTION.split(" ")]);
    expect(result.code).toBe(0);
  });

  test("as JSON has quotes that are byte for byte in their files", async () => {
    const result = await runProgram(place, ["ask", QUESTION, "--json"]);
    expect(result.stdout.trimEnd().split("\n")).toHaveLength(1);
    const answer = JSON.parse(result.stdout);
    expect(answer.kind).toBe("answer");
    expect(answer.quotes.length).toBeGreaterThan(0);
    for (const { articleId, start, end, text } of answer.quotes) {
      const file = readFileSync(join(place.folder, "corpus", articleId), "utf8");
      expect(file.slice(start, end)).toBe(text);
    }
  });

  test("keeps to the filters, and says how many undated articles a date left out", async () => {
    const words = [
      "ask",
      "What does the bridge toll cost?",
      "--publisher",
      "hill gazette",
      "--json",
    ];
    const filtered = JSON.parse((await runProgram(place, words)).stdout);
    expect(filtered.sources.map(({ articleId }: { articleId: string }) => articleId)).toEqual([
      "bridge.md",
    ]);
    const dated = await runProgram(place, ["ask", QUESTION, "--since", "2021-01-01"]);
    expect(dated.stderr).toBe("note: 1 article without a known date left out by --since/--until\n");
    const late = await runProgram(place, ["ask", QUESTION, "--since", "2023-01-01", "--quiet"]);
    expect(late).toMatchObject({ code: 1, stderr: "" });
  });

  test("has colour only when asked for, or on a terminal", async () => {
    const styled = "\u001B[";
    const run = async (...words: string[]): Promise<string> =>
      (await runProgram(place, ["ask", QUESTION, ...words])).stdout;
    expect(await run()).not.toContain(styled);
    expect(await run("--color", "always")).toContain(styled);
    const environment = { NO_COLOR: "1", PULLQUOTE_COLOR: "" };
    const plain = await runProgram(place, ["ask", QUESTION], { environment });
    expect(plain.stdout).not.toContain(styled);
  });
});

describe("an abstention", () => {
  test("exits 1 and says what was searched", async () => {
    const result = await runProgram(place, ["ask", UNANSWERABLE]);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain("3 articles");
    const json = JSON.parse((await runProgram(place, ["ask", UNANSWERABLE, "--json"])).stdout);
    expect(json).toMatchObject({ kind: "abstention", quotes: [], searched: { articles: 3 } });
  });
});

describe("-o", () => {
  test("writes Markdown, refuses to overwrite, and obeys --force", async () => {
    const words = ["ask", QUESTION, "-o", "answer.md"];
    const first = await runProgram(place, words);
    expect(first).toMatchObject({ code: 0, stdout: "", stderr: "written to answer.md\n" });
    const file = join(place.folder, "answer.md");
    expect(readFileSync(file, "utf8")).toContain(QUESTION);
    writeFileSync(file, "mine");
    const second = await runProgram(place, words);
    expect(second.code).toBe(2);
    expect(second.stderr).toContain("--force");
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await runProgram(place, [...words, "--force"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain(QUESTION);
  });

  test("into a missing folder fails before any work, with the command that makes it", async () => {
    const result = await runProgram(place, ["ask", QUESTION, "-o", "no/where.md"]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("mkdir -p");
    expect(existsSync(join(place.folder, "no"))).toBe(false);
  });

  test("- is stdout", async () => {
    const result = await runProgram(place, ["ask", QUESTION, "-o", "-"]);
    expect(result.stdout).toMatch(/^#.*\n/);
  });
});

describe("what was asked", () => {
  test("can be exported, with every quote checked again", async () => {
    await runProgram(place, ["ask", QUESTION]);
    const result = await runProgram(place, ["export"]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain(QUESTION);
    expect(result.stdout).toContain("sha256");
  });

  test("is exported without the quotes that no longer stand in their article", async () => {
    const own = makePlace(MINI_CORPUS);
    await runProgram(own, ["ask", QUESTION]);
    writeFileSync(join(own.folder, "corpus/harbour.txt"), HARBOUR.replaceAll("e", "3"));
    const result = await runProgram(own, ["export"]);
    expect(result.stderr).toContain("no longer stand");
    expect(result.stdout).not.toContain("harbour board said");
  });

  test("is listed by history and gone after --clear", async () => {
    const own = makePlace(MINI_CORPUS);
    await runProgram(own, ["ask", QUESTION]);
    expect((await runProgram(own, ["history"])).stdout).toBe(`${QUESTION}\n`);
    expect((await runProgram(own, ["history", "--clear"])).code).toBe(0);
    expect(await runProgram(own, ["history"])).toMatchObject({ code: 1, stdout: "" });
    expect((await runProgram(own, ["export"])).code).toBe(2);
  });

  test("is not kept with --no-history", async () => {
    const own = makePlace(MINI_CORPUS);
    await runProgram(own, ["ask", QUESTION, "--no-history"]);
    expect(existsSync(join(own.home, "state"))).toBe(false);
  });

  test("never breaks the program when its file is damaged or in the way", async () => {
    const own = makePlace(MINI_CORPUS);
    const kept = join(own.home, "state", "pullquote", "session.json");
    mkdirSync(kept, { recursive: true });
    expect((await runProgram(own, ["ask", QUESTION])).code).toBe(0);
    rmSync(kept, { recursive: true });
    writeFileSync(kept, '{"version":1,"corpus":"x","index":"y","outcomes":[{}]}');
    const result = await runProgram(own, ["export"]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("No answer is kept");
  });
});

describe("streams", () => {
  test("a reader that leaves is no fault", async () => {
    const through = ["bash", "-c", 'set -o pipefail; "$@" | true', "bash"];
    const result = await runProgram(place, ["ask", QUESTION], { through });
    expect(result).toMatchObject({ code: 0, stderr: "" });
  });

  test("a closed stdout is no crash", async () => {
    const through = ["bash", "-c", '"$@" >&-', "bash"];
    const result = await runProgram(place, ["ask", QUESTION], { through });
    expect(result.stderr).not.toContain("    at ");
    expect([0, 2]).toContain(result.code);
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk behind stdout is an error", async () => {
    const through = ["bash", "-c", '"$@" >/dev/full', "bash"];
    const result = await runProgram(place, ["ask", QUESTION], { through });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("ENOSPC");
  });
});
