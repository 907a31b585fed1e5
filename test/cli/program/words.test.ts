// What needs no index: help, version, wrong use, settings.

import { describe, expect, test } from "vitest";
import { COMMAND_TABLE } from "../../../src/cli/command-table.ts";
import { buildProgram } from "../../../src/cli/program.ts";
import { makePlace, runProgram } from "../run-program.ts";

const ignore = async (): Promise<void> => {};
const hasControl = /(?!\n)\p{Cc}/u;

describe("help", () => {
  test("goes to stdout, exits 0 and lists every command", async () => {
    const result = await runProgram(makePlace(), ["--help"]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    for (const { name } of COMMAND_TABLE) expect(result.stdout).toContain(`  ${name} `);
  });

  test("of every command has its flags, the global ones and examples", async () => {
    for (const command of buildProgram(ignore, () => {}).commands) {
      const parts: string[] = [];
      command.configureOutput({ writeOut: (part) => void parts.push(part) }).outputHelp();
      expect(parts.join("")).toMatch(/Global Options:[\s\S]*Examples:\n {2}\$ pullquote/);
    }
    const result = await runProgram(makePlace(), ["help", "ask"]);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("--since <date>");
  });

  test("of the version is one line", async () => {
    const result = await runProgram(makePlace(), ["--version"]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("wrong use exits 2, says so on stderr and suggests", () => {
  test.each([
    [["ask"], "missing required argument"],
    [["ask", "x", "--corpsu", "y"], "Did you mean --corpus?"],
    [["ask", "x", "--color", "red"], "Allowed choices are auto, always, never"],
    [["serach", "x"], "Did you mean search?"],
    [["How many people cross?"], 'pullquote ask "How many people cross?"'],
    [["status", "more"], "too many arguments"],
    [["completion", "powershell"], "bash, zsh, fish"],
    [["index", "--rebuild", "--destroy"], "exclude one another"],
    [["ask", "x", "--limit", "0"], "--limit must be a whole number"],
    [["ask", "x", "--since", "2021-13-01"], "--since must be a date"],
    [["ask", ""], "question is empty"],
    [["ask", "\u0007\u001B"], "question is empty"],
    [["search", "???"], "question is empty"],
    [["ask", "x", "--config", "none.json"], "There is no config file"],
    [["export"], "No answer is kept"],
  ])("%j", async (words, expected) => {
    const result = await runProgram(makePlace({ "corpus/a.txt": "x" }), words);
    expect(result.stderr).toContain(expected);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).not.toContain("    at ");
  });

  test("for a question of 100,000 characters", async () => {
    const result = await runProgram(makePlace(), ["ask", "why ".repeat(25_000)]);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain("99,999 characters");
  });

  test("with no escape of what was typed reaching the terminal", async () => {
    const result = await runProgram(makePlace(), ["ask", "x", "--\u001B[31mred"]);
    expect(result.code).toBe(2);
    expect(result.stderr).not.toMatch(hasControl);
  });
});

describe("without a corpus", () => {
  test("ask names ./corpus, --corpus and --sample", async () => {
    const result = await runProgram(makePlace(), ["ask", "Why?"]);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    for (const word of ["./corpus", "--corpus", "--sample"]) expect(result.stderr).toContain(word);
  });

  test("status still tells where everything would lie", async () => {
    const result = await runProgram(makePlace(), ["status"]);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("does not exist");
  });

  test("doctor names the fault and its fix", async () => {
    const result = await runProgram(makePlace(), ["doctor"]);
    expect(result.code).toBe(2);
    expect(result.stdout).toMatch(/FAIL {2}corpus[\s\S]*fix: .*--sample/);
  });
});

test("a bad config file stops every command with its line", async () => {
  const place = makePlace({ "pullquote.json": '{\n  "corpus": 3\n}', "corpus/a.txt": "x" });
  const result = await runProgram(place, ["status"]);
  expect(result.code).toBe(2);
  expect(result.stderr).toMatch(/pullquote\.json:2:13: corpus must be a folder/);
});

test("a completion script comes out whole", async () => {
  const result = await runProgram(makePlace(), ["completion", "bash"]);
  expect(result).toMatchObject({ code: 0, stderr: "" });
  expect(result.stdout).toContain("complete -o filenames -F _pullquote pullquote");
});
