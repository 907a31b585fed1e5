// Evaluation through the real program: formats, faults with their lines, exit codes, the per-question file.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MEASURE_TABLE } from "../../../src/core/evaluation.ts";
import { BRIDGE, HARBOUR, MINI_CORPUS, QUESTION, UNANSWERABLE } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

let place: Place;

const refill = "Season tickets will be refunded in full.";
const rust = "Engineer Tomas Reyl found rust in eleven of the forty-two cables last autumn.";
const questions = [
  {
    question: QUESTION,
    evidence: [
      {
        article: "harbour.txt",
        text: "Director Lena Okafor told the board that ticket income had fallen by 40 percent in two years.",
      },
    ],
  },
  {
    question: "What did the engineer find in the cables?",
    evidence: [
      {
        article: "bridge.md",
        start: BRIDGE.indexOf(rust),
        end: BRIDGE.indexOf(rust) + rust.length,
        sha256: createHash("sha256").update(BRIDGE).digest("hex"),
      },
    ],
  },
  { question: UNANSWERABLE, unanswerable: true },
];
const write = (name: string, rows: readonly unknown[]): string => {
  const lines = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row)));
  writeFileSync(join(place.folder, name), `${lines.join("\n")}\n`);
  return name;
};
const schemaOf = (name: string) =>
  new Ajv2020({ allErrors: true, strict: false }).compile(
    JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, "utf8")),
  );

beforeAll(async () => {
  place = makePlace(MINI_CORPUS, true);
  const result = await runProgram(place, ["index"]);
  if (result.code !== 0) throw new Error(result.stderr);
  write("questions.jsonl", questions);
});

afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

describe("a table", () => {
  test("of rankings side by side, with what sets them apart, fits 80 columns", async () => {
    const words = ["eval", "retrieval", "questions.jsonl", "--compare", "full-text,dense,hybrid"];
    const result = await runProgram(place, words);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain("Questions: 2 answerable;");
    expect(result.stdout).toMatch(/^ +full-text +dense +hybrid$/m);
    expect(result.stdout).toMatch(/^recall, 500 words +1\.00 \[1\.00–1\.00\]/m);
    expect(result.stdout).toMatch(/^hybrid − full-text +difference +p$/m);
    expect(Math.max(...result.stdout.split("\n").map((line) => line.length))).toBeLessThan(81);
  });

  test("of answers counts quotes that differ from their file", async () => {
    const result = await runProgram(place, ["eval", "answers", "questions.jsonl"]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain("Questions: 2 answerable, 1 unanswerable;");
    expect(result.stdout).toMatch(/^right refusals +1\.00/m);
    expect(result.stdout).toMatch(/^gold sentence quoted +\S+ \[/m);
    expect(result.stdout).toMatch(/^verbatim failures +0$/m);
  });

  test("as Markdown has a row for each measure", async () => {
    const words = ["eval", "answers", "questions.jsonl", "--markdown"];
    const { stdout, code } = await runProgram(place, words);
    expect(code).toBe(0);
    expect(stdout).toContain("|  | hybrid |\n|---|---:|\n");
    expect(stdout).toMatch(/^\| evidence F1 \| /m);
  });
});

test("JSON follows its schema, and every measure in it has a title and a definition", async () => {
  const check = schemaOf("evaluation");
  const documented = readFileSync("docs/eval-format.md", "utf8");
  for (const subject of ["retrieval", "answers"]) {
    const words = ["eval", subject, "questions.jsonl", "--compare", "full-text,hybrid", "--json"];
    const { stdout } = await runProgram(place, words);
    const report = JSON.parse(stdout);
    expect(check(report), JSON.stringify(check.errors)).toBe(true);
    expect(report.subject).toBe(subject);
    expect(report.comparisons).toHaveLength(1);
    for (const { name } of report.settings[0].measures) {
      expect(MEASURE_TABLE.map((row) => row.name)).toContain(name);
    }
  }
  for (const { name } of MEASURE_TABLE) expect(documented).toContain(`\`${name}\``);
});

test("the per-question file has a line for each question and ranking", async () => {
  const check = schemaOf("evaluated-question");
  for (const [subject, count] of [
    ["retrieval", 4],
    ["answers", 6],
  ] as const) {
    const file = `scored-${subject}.jsonl`;
    const words = ["eval", subject, "questions.jsonl", "--compare", "dense,hybrid"];
    const result = await runProgram(place, [...words, "--per-question", file]);
    expect(result).toMatchObject({ code: 0, stderr: `written to ${file}\n` });
    const lines = readFileSync(join(place.folder, file), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(count);
    for (const line of lines.map((text) => JSON.parse(text))) {
      expect(check(line), JSON.stringify(check.errors)).toBe(true);
      for (const { articleId, start, end, text } of [
        ...(line.passages ?? []),
        ...(line.quotes ?? []),
      ]) {
        const article = readFileSync(join(place.folder, "corpus", articleId), "utf8");
        expect(article.slice(start, end)).toBe(text);
      }
    }
    const again = await runProgram(place, [...words, "--per-question", file]);
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toContain(`${file} exists already`);
  }
});

describe("evidence that the corpus does not have", () => {
  test("is told with its line, counts as not found, and changes the exit code", async () => {
    const file = write("missing.jsonl", [
      { question: QUESTION, evidence: [{ article: "harbour.txt", text: refill }] },
      { question: QUESTION, evidence: [{ article: "harbour.txt", text: "The sea is dry." }] },
      { question: QUESTION, evidence: [{ article: "gone.txt" }] },
      {
        question: QUESTION,
        evidence: [{ article: "harbour.txt", start: 0, end: 9, sha256: "00" }],
      },
    ]);
    const result = await runProgram(place, ["eval", "retrieval", file, "--json"]);
    expect(result.code).toBe(1);
    expect(result.stderr).toBe(
      [
        "missing evidence, line 2: harbour.txt: the text does not stand in it",
        "missing evidence, line 3: gone.txt: the corpus has no such article",
        "missing evidence, line 4: harbour.txt: its sha256 is another",
        "",
      ].join("\n"),
    );
    const { settings, missing } = JSON.parse(result.stdout);
    expect(missing.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4]);
    const recall = settings[0].measures.find(
      ({ name }: { name: string }) => name === "recall@500w",
    );
    expect(recall).toMatchObject({ mean: 0.25, count: 4 });
    expect(HARBOUR).toContain(refill);
  });
});

describe("what is wrong is said before anything is measured", () => {
  test("faults of the file, each with its line", async () => {
    const file = write("faulty.jsonl", [questions[0], "{", "", { question: "Who?" }]);
    const result = await runProgram(place, ["eval", "answers", file]);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toMatch(
      /faulty\.jsonl has faults:\n {2}line 2: not JSON .*\n {2}line 4: needs "evidence"/,
    );
    expect(result.stderr).toContain("hint: docs/eval-format.md");
  });

  test.each([
    [["eval", "answers", "nowhere.jsonl"], "nowhere.jsonl does not exist"],
    [["eval", "speed", "questions.jsonl"], 'retrieval or answers, not "speed"'],
    [["eval", "retrieval"], "missing required argument 'questions'"],
    [["eval", "retrieval", "questions.jsonl", "--compare", "dence"], "Did you mean dense?"],
    [["eval", "retrieval", "questions.jsonl", "--compare", "dense,dense"], "names a ranking twice"],
    [["eval", "retrieval", "questions.jsonl", "--json", "--markdown"], "exclude each other"],
    [["eval", "retrieval", "questions.jsonl", "--per-question", "no/such.jsonl"], "does not exist"],
  ])("%j", async (words, message) => {
    const result = await runProgram(place, words);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain(message);
  });

  test("an empty file has no questions", async () => {
    const result = await runProgram(place, ["eval", "answers", write("empty.jsonl", [])]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("empty.jsonl has no questions");
    expect(existsSync(join(place.folder, "empty.jsonl"))).toBe(true);
  });
});
