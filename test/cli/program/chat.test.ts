// The question loop with lines piped in.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MINI_CORPUS, QUESTION, UNANSWERABLE } from "../mini-corpus.ts";
import { makePlace, runProgram } from "../run-program.ts";

describe("questions from a pipe", () => {
  test("are answered one a line, plainly", async () => {
    const place = makePlace(MINI_CORPUS);
    const input = `${QUESTION}\r\n\n${UNANSWERABLE}\n`;
    const result = await runProgram(place, ["--color", "auto"], { input });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("harbour.txt:");
    expect(result.stdout).toContain("The articles do not say.");
    expect(result.stdout).not.toContain("›");
    expect(result.stdout).not.toContain("\u001B");
  });

  test("give one JSON object each", async () => {
    const place = makePlace(MINI_CORPUS);
    const result = await runProgram(place, ["chat", "--json", "-q"], {
      input: `${QUESTION}\n${UNANSWERABLE}`,
    });
    const kinds = result.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(["answer", "abstention"]);
    expect(result.stderr).toBe("");
  });

  test("exit 1 when none is answered, 2 when one fails, and go on after a failure", async () => {
    const place = makePlace(MINI_CORPUS);
    const none = await runProgram(place, [], { input: UNANSWERABLE });
    expect(none.code).toBe(1);
    const failed = await runProgram(place, [], { input: `???\n/sorces\n${QUESTION}\n` });
    expect(failed.code).toBe(2);
    expect(failed.stderr).toContain("question is empty");
    expect(failed.stderr).toContain("Did you mean /sources?");
    expect(failed.stdout).toContain("harbour.txt:");
    const empty = await runProgram(place, [], { input: "" });
    expect(empty).toMatchObject({ code: 2, stdout: "" });
    expect(empty.stderr).toContain("no question");
  });

  test("stop at /quit", async () => {
    const place = makePlace(MINI_CORPUS);
    const result = await runProgram(place, ["-q"], { input: `/quit\n${QUESTION}\n` });
    expect(result.stdout).toBe("");
  });
});

describe("the commands of the loop", () => {
  test("show sources, a quote in its paragraph, articles and filters", async () => {
    const place = makePlace(MINI_CORPUS);
    const input = [
      QUESTION,
      "/sources",
      "/show 1",
      "/show 99",
      "/articles",
      "/filter publisher Hill Gazette",
      "/articles",
      "/help",
    ].join("\n");
    const result = await runProgram(place, [], { input });
    expect(result.stdout).toMatch(/harbour\.txt:\d+\n {2}“/);
    expect(result.stderr).toContain("no quote");
    expect(result.stderr).toMatch(/filter: .*Hill Gazette/);
    expect(result.stdout.match(/^bakery\.md$/gm)).toHaveLength(2);
    expect(result.stdout.match(/^harbour\.txt$/gm)).toHaveLength(1);
    expect(result.stderr).toContain("/export FILE");
  });

  test("export the session, append what is new, and overwrite nobody's file", async () => {
    const place = makePlace(MINI_CORPUS);
    writeFileSync(join(place.folder, "mine.md"), "mine");
    const second = "What does the bridge toll cost?";
    const input = [
      QUESTION,
      "/export s.md",
      second,
      "/export s.md",
      "/export s.md",
      "/export mine.md",
    ].join("\n");
    const result = await runProgram(place, [], { input });
    expect(result.stderr).toContain("written to s.md");
    expect(result.stderr).toContain("appended to s.md");
    expect(result.stderr).toContain("nothing new");
    expect(result.stderr).toContain("mine.md exists already");
    expect(readFileSync(join(place.folder, "mine.md"), "utf8")).toBe("mine");
    const session = readFileSync(join(place.folder, "s.md"), "utf8");
    expect(session.split(QUESTION).length - 1).toBeGreaterThan(0);
    expect(session.indexOf(second)).toBeGreaterThan(session.indexOf(QUESTION));
    const kept = await runProgram(place, ["export"]);
    expect(kept.stdout).toContain(QUESTION);
    expect(kept.stdout).toContain(second);
    const last = await runProgram(place, ["export", "--last"]);
    expect(last.stdout).not.toContain(QUESTION);
  });

  test("ask the last question again, of the articles as they now are", async () => {
    const place = makePlace(MINI_CORPUS);
    const result = await runProgram(place, ["--json", "-q"], { input: `${QUESTION}\n/again\n` });
    const questions = result.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).question);
    expect(questions).toEqual([QUESTION, QUESTION]);
  });
});
