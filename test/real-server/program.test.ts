// The real program on a real Ollama server: index, ask, loop, export and what goes wrong.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../cli/mini-corpus.ts";
import { makePlace, type Place, type ProgramResult, runProgram } from "../cli/run-program.ts";
import { CHAT_MODEL, EMBEDDING_MODEL, findRealServer } from "./real-server.ts";

const { host, missing } = await findRealServer();
const SLOW = 600_000;
const SMALL = ["--option", "num_ctx=1024", "--option", "num_predict=64"];
const MODELS = ["--embedder", `ollama:${EMBEDDING_MODEL}`, "--model", `ollama:${CHAT_MODEL}`];
let place: Place;

const run = (words: readonly string[], input = ""): Promise<ProgramResult> =>
  runProgram(place, words, { input, environment: { OLLAMA_HOST: host } });

interface Shown {
  readonly kind: string;
  readonly quotes: readonly { articleId: string; start: number; end: number; text: string }[];
  readonly claims: readonly { citations: readonly number[] }[];
  readonly writer: { readonly name: string };
  readonly notes?: readonly { readonly code: string; readonly text: string }[];
}

/** Whoever wrote it: quotes stand in their files, claims have quotes, the writer says who it is. */
function expectTrue(answer: Shown): void {
  expect(answer.kind).toBe("answer");
  expect(answer.quotes.length).toBeGreaterThan(0);
  for (const { articleId, start, end, text } of answer.quotes) {
    const file = readFileSync(join(place.folder, "corpus", articleId), "utf8");
    expect(file.slice(start, end)).toBe(text);
  }
  for (const { citations } of answer.claims) expect(citations.length).toBeGreaterThan(0);
  if (answer.writer.name === `ollama:${CHAT_MODEL}`) return;
  expect(answer.writer.name).toBe("extractive");
  expect(answer.notes?.map(({ code }) => code)).toContain("fallback");
}

describe.skipIf(missing !== undefined)(`on a real Ollama server ${missing ?? ""}`, () => {
  beforeAll(async () => {
    place = makePlace(MINI_CORPUS, true);
    const result = await run(["index", "--embedder", `ollama:${EMBEDDING_MODEL}`]);
    if (result.code !== 0) throw new Error(result.stderr);
  }, SLOW);
  afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

  test("the index says which embedder built it, and another one is refused", async () => {
    const status = await run(["status", "--embedder", `ollama:${EMBEDDING_MODEL}`]);
    expect(status.stdout).toContain(`ollama:${EMBEDDING_MODEL}`);
    const other = await run(["ask", QUESTION, "--embedder", "builtin"]);
    expect(other).toMatchObject({ code: 2, stdout: "" });
    expect(other.stderr).toContain("--rebuild");
  });

  test("a weak model's answer has true quotes, and its export proves them", {
    timeout: SLOW,
  }, async () => {
    const result = await run(["ask", QUESTION, "--json", ...MODELS, ...SMALL]);
    expect(result.code).toBe(0);
    expectTrue(JSON.parse(result.stdout));
    expect((await run(["export", "-o", "session.md"])).code).toBe(0);
    expect((await run(["verify", "session.md"])).code).toBe(0);
  });

  test("the loop changes to a model and back", { timeout: SLOW }, async () => {
    const lines = [`/model ollama:${CHAT_MODEL}`, QUESTION, "/model extractive", QUESTION];
    const words = ["chat", "--embedder", `ollama:${EMBEDDING_MODEL}`, ...SMALL];
    const result = await run(words, lines.join("\n"));
    expect(result.code).toBe(0);
    expect(result.stdout.match(/corpus\/harbour\.txt:\d+/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test("a context too small for any evidence leaves the built-in writer, which says so", async () => {
    const result = await run(["ask", QUESTION, "--json", ...MODELS, "--option", "num_ctx=64"]);
    const answer: Shown = JSON.parse(result.stdout);
    expectTrue(answer);
    expect(answer.writer.name).toBe("extractive");
    expect(JSON.stringify(answer.notes)).toContain("no room");
  });

  test("a model that the server lacks is named, with the command that fetches it", async () => {
    const words = ["--embedder", `ollama:${EMBEDDING_MODEL}`, "--model", "ollama:no-such-model"];
    const result = await run(["ask", QUESTION, ...words]);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain("ollama pull no-such-model");
  });

  test("models and doctor see the server and both models", { timeout: SLOW }, async () => {
    const models = await run(["models"]);
    expect(models.stdout).toContain(`ollama:${CHAT_MODEL}`);
    const doctor = await run(["doctor", ...MODELS, ...SMALL]);
    expect(doctor.stdout).toMatch(new RegExp(`ollama:${EMBEDDING_MODEL}.*384 dimensions`, "s"));
  });
});

describe("with a server that is down", () => {
  test("a question to its model fails soon, with the command that starts it", async () => {
    const here = makePlace(MINI_CORPUS);
    const result = await runProgram(here, ["ask", QUESTION, "--model", "ollama:any"], {
      environment: { OLLAMA_HOST: "127.0.0.1:1" },
    });
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain("ollama serve");
  });
});
