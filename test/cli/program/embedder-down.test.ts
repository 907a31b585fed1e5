// A server that embedded the articles and is gone, or hangs, when a question is asked.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type StandIn, startStandIn } from "../../stand-in/stand-in-server.ts";
import { MINI_CORPUS } from "../mini-corpus.ts";
import { makePlace, type Place, type ProgramResult, runProgram } from "../run-program.ts";

const EMBEDDER = ["--embedder", "ollama:stand-in"];
const QUESTION = "When does the last boat leave Port Alder?";
const ANSWER = "The last boat leaves Port Alder on April 30";

let standIn: StandIn;
let place: Place;
const run = (...words: string[]): Promise<ProgramResult> =>
  runProgram(place, [...words, ...EMBEDDER], { environment: { OLLAMA_HOST: standIn.host } });

beforeEach(async () => {
  standIn = await startStandIn();
  place = makePlace(MINI_CORPUS);
  expect(await run("index")).toMatchObject({ code: 0 });
});
afterEach(() => standIn.close());

describe("a question whose embedder is not reachable", () => {
  beforeEach(() => standIn.close());

  test("is answered from words alone, and the answer says so first, in every form", async () => {
    const shown = await run("ask", QUESTION);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(/^Searched by words alone, without ollama:stand-in/);
    expect(shown.stdout).toContain(ANSWER);
    const { stdout } = await run("ask", QUESTION, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "answer",
      notes: [{ code: "words-alone", text: expect.stringContaining("ECONNREFUSED") }],
    });
    for (const form of ["markdown", "html", "pandoc"]) {
      const file = await run("ask", QUESTION, "--format", form, "-o", "-");
      expect(file.code).toBe(0);
      const [before = "", after] = file.stdout.split(ANSWER);
      expect(after).toBeDefined();
      expect(before).toContain("Searched by words alone");
    }
  });

  test("is refused with the same words first", async () => {
    const { code, stdout } = await run("ask", "Who won the chess olympiad in Tromsø?");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Searched by words alone/);
  });

  test("finds passages, compares, and lists dates by words alone", async () => {
    const found = await run("search", "bridge toll", "--width", "80");
    expect(found).toMatchObject({ code: 0 });
    expect(found.stdout).toMatch(/^Searched by words alone[\s\S]*Marrow Bridge/);
    const json = JSON.parse((await run("search", "bridge toll", "--json")).stdout);
    expect(json.notes).toMatchObject([{ code: "words-alone" }]);
    expect(json.passages.length).toBeGreaterThan(0);
    for (const command of ["compare", "timeline"]) {
      const laidOut = ["--width", "80", "night ferry to Saint Brone"];
      const { stdout, stderr } = await run(command, ...laidOut);
      expect(stderr).not.toContain("error");
      expect(stdout).toMatch(/^Searched by words alone/);
    }
  });

  test("says which new articles the index lacks, where it cannot embed them", async () => {
    writeFileSync(join(place.folder, "corpus/new.txt"), "Tram\n\nThe tram of Ostrand is back.\n");
    const { code, stderr, stdout } = await run("ask", QUESTION);
    expect(code).toBe(0);
    expect(stderr).toContain("1 new");
    expect(stdout).toContain(ANSWER);
  });

  test("is no reason to index, to evaluate or to replay without it", async () => {
    for (const words of [["index"], ["index", "--rebuild"]]) {
      const { code, stderr } = await run(...words);
      // Nothing to embed is nothing to fail at, but its server must be there to say who it is.
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("ollama serve"),
      });
    }
    const line = { question: QUESTION, evidence: [{ article: "harbour.txt", text: ANSWER }] };
    writeFileSync(join(place.folder, "q.jsonl"), `${JSON.stringify(line)}\n`);
    expect(await run("eval", "answers", "q.jsonl")).toMatchObject({ code: 2 });
  });
});

test("a server that hangs is waited for once, not for every part of a question", async () => {
  standIn.embed = () => new Promise(() => undefined);
  const started = Date.now();
  const asked =
    "When does the last boat leave Port Alder, and why did the toll on the bridge rise?";
  const { code, stdout } = await run("ask", asked, "--option", "timeout=2", "--no-refresh");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Searched by words alone[\s\S]*2 s/);
  expect(stdout).toContain(ANSWER);
  expect(Date.now() - started).toBeLessThan(12_000);
});

test("a server that hangs before it says which model it has is given up as well", async () => {
  standIn.takeover = () => undefined;
  const { code, stdout } = await run("ask", QUESTION, "--option", "timeout=2");
  expect(code).toBe(0);
  expect(stdout).toContain(ANSWER);
});

test("an index made with another embedder is not searched by words instead", async () => {
  await standIn.close();
  const { code, stderr } = await runProgram(
    place,
    ["ask", QUESTION, "--embedder", "ollama:another", "--no-refresh"],
    { environment: { OLLAMA_HOST: standIn.host } },
  );
  expect(code).toBe(2);
  expect(stderr).toContain("ollama serve");
});
