// A session over the shipped articles, exported, edited, passed through programs and tampered with: verify names the five places.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { expect, test } from "vitest";
import { makePlace, type Place, runProgram } from "../cli/run-program.ts";
import { pandoc, runPandoc } from "./run-pandoc.ts";

const CORPUS = fileURLToPath(new URL("../../corpus", import.meta.url));
const QUESTIONS = [
  "How many foreign fighters join each month?",
  "Why do people leave ISIS?",
  "What do the leaked documents show?",
  "How many fighters deserted?",
];
/** A quotation of an answer in its block, one line: its number behind it. */
const QUOTED = /^> “([^\n]{60,})” \[\\\[(\d+)\\\]\]\(#source-(\d+)\)$/gm;

interface Verified {
  readonly findings: readonly { readonly line: number; readonly passed: boolean }[];
}

async function exportSession(): Promise<Place> {
  const names = readdirSync(CORPUS);
  const files = names.map((name) => [`corpus/${name}`, readFileSync(join(CORPUS, name), "utf8")]);
  const place = makePlace(Object.fromEntries(files));
  await runProgram(place, ["chat"], { input: `${QUESTIONS.join("\n")}\n` });
  const exported = await runProgram(place, ["export", "-o", "answer.md"]);
  expect(exported.code, exported.stderr).toBe(0);
  return place;
}

/** What an editor does to it that touches no quote. */
async function edit(exported: string): Promise<string> {
  const edited = exported
    .replace("# Answers from the articles", "# What we know about the fighters")
    .replaceAll("## Question: ", "## ")
    .replace(/^> /m, "The desk's own words, and the deputy's doubts, stand between.\n\n> ");
  const options = { parser: "markdown", proseWrap: "never" } as const;
  const pretty = await format(edited, options);
  const passed =
    pandoc === undefined
      ? pretty
      : runPandoc(pretty, ["-f", "markdown", "-t", "gfm", "--wrap=none"]);
  return format(passed, options);
}

/** Each way to falsify a quotation's words or its link; what stays is a quotation with its number. */
const TAMPERED: readonly ((words: string, source: string) => readonly [string, string])[] = [
  (words, source) => [words.replace(/ (?=\S+$)/, " hardly "), source],
  (_words, source) => [
    "Nobody was ever asked about it, and the harbour froze over that spring.",
    source,
  ],
  (words, source) => [words.replace(/^(\S+) (\S+) (\S+)/, "$3 $2 $1"), source],
  (words, source) => [words.replace(/^(\S+ \S+ \S+) .* (\S+ \S+)$/, "$1 … never $2"), source],
  (words, source) => [words, `${Number(source) + 1}`],
];

async function verify(place: Place, text: string): Promise<{ code: unknown } & Verified> {
  writeFileSync(join(place.folder, "edited.md"), text);
  const { code, stdout } = await runProgram(place, ["verify", "edited.md", "--json"]);
  const [document] = JSON.parse(stdout).documents as Verified[];
  return { code, findings: document?.findings ?? [] };
}

test("five places of an edited export are tampered with, and those five are named", async () => {
  const desk = await exportSession();
  const edited = await edit(readFileSync(join(desk.folder, "answer.md"), "utf8"));
  const honest = await verify(desk, edited);
  expect(honest.findings.length).toBeGreaterThanOrEqual(8);
  expect(honest.findings.filter(({ passed }) => !passed)).toEqual([]);
  expect(honest.code).toBe(0);

  const lines: number[] = [];
  const shown = Array.from(edited.matchAll(QUOTED)).slice(0, TAMPERED.length);
  let tampered = edited;
  for (const [
    place,
    { 0: line, 1: words = "", 2: number, 3: source = "", index },
  ] of shown.entries()) {
    const changed = TAMPERED[place]?.(words, source);
    expect(changed).not.toEqual([words, source]);
    const [newWords, newSource] = changed ?? ["", ""];
    const written = `> “${newWords}” [\\[${number}\\]](#source-${newSource})`;
    tampered = tampered.replace(line, () => written);
    lines.push(edited.slice(0, index).split("\n").length);
  }
  expect(lines).toHaveLength(5);

  const { code, findings } = await verify(desk, tampered);
  expect(findings.filter(({ passed }) => !passed).map(({ line }) => line)).toEqual(lines);
  expect(findings).toHaveLength(honest.findings.length);
  expect(code).toBe(1);
});
