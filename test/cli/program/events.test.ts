// --events of index and ask through the real program, held against the schema that is published.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { MINI_CORPUS } from "../mini-corpus.ts";
import { makePlace, PROGRAM, runProgram } from "../run-program.ts";

const read = (name: string): object =>
  JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, "utf8"));
const ajv = new Ajv2020({ strict: false });
ajv.addSchema(read("answer"), "answer.schema.json");
const validate = ajv.compile(read("event"));

/** Each line as an event that the schema allows. */
function readEvents(stdout: string): readonly Record<string, unknown>[] {
  const lines = stdout.split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => {
    const event = JSON.parse(line);
    expect(validate(event), `${line}\n${ajv.errorsText(validate.errors)}`).toBe(true);
    return event;
  });
}

test("index tells each step, and its summary last", async () => {
  const place = makePlace({ ...MINI_CORPUS, "corpus/broken.pdf": "%PDF-1.4 and no more" });
  const { stdout, code } = await runProgram(place, ["index", "--events"]);
  const events = readEvents(stdout);
  expect(code).toBe(0);
  expect(events[0]).toMatchObject({ kind: "scanned" });
  expect(events.some(({ kind }) => kind === "skipped")).toBe(true);
  expect(events.filter(({ kind }) => kind === "progress").length).toBeGreaterThan(0);
  expect(events.at(-1)).toMatchObject({ kind: "done", summary: { articles: 3, complete: true } });
});

test("ask tells claims with their quotes, and the answer or the abstention last", async () => {
  const place = makePlace(MINI_CORPUS);
  await runProgram(place, ["index"]);
  const asked = await runProgram(place, [
    "ask",
    "--events",
    "Why does the night ferry stop running?",
  ]);
  const events = readEvents(asked.stdout);
  expect(asked.code).toBe(0);
  expect(events.some(({ kind }) => kind === "claim")).toBe(true);
  expect(events.at(-1)).toMatchObject({ kind: "outcome", answer: { kind: "answer" } });
  const refused = await runProgram(place, ["ask", "--events", "Who is the king of Mars?"]);
  expect(refused.code).toBe(1);
  expect(readEvents(refused.stdout).at(-1)).toMatchObject({ answer: { kind: "abstention" } });
});

test.each([
  [["index", "--events", "--corpus", "nowhere"], "no-corpus"],
  [["ask", "--events", "   "], "question-empty"],
  [["index", "--events", "--json"], "bad-setting"],
  [["ask", "--events", "Who?", "-o", "-"], "bad-setting"],
] as const)("%j ends with its error as the only line", async (words, code) => {
  const result = await runProgram(makePlace(MINI_CORPUS), [...words]);
  expect(result.code).toBe(2);
  expect(readEvents(result.stdout)).toEqual([expect.objectContaining({ kind: "error", code })]);
});

test("Ctrl-C is told as the last line", async () => {
  const story = "The mill was sold and sold again. ".repeat(400);
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`corpus/${at}.txt`, `${at} ${story}`]),
  );
  const { stdout, code } = await runProgram(makePlace(many), ["index", "--events"], {
    during: (child) => {
      let isSent = false;
      // Once: a second one ends the program at once, without a word.
      child.stdout?.on("data", (part) => {
        if (isSent || !String(part).includes("progress")) return;
        isSent = true;
        child.kill("SIGINT");
      });
    },
  });
  expect(code).toBe(130);
  expect(readEvents(stdout).at(-1)).toMatchObject({ kind: "error", code: "interrupted" });
});

test("a reader that closes the pipe ends the program without a word", async () => {
  const place = makePlace(MINI_CORPUS);
  const child = spawn(process.execPath, [PROGRAM, "index", "--events", "--quiet"], {
    cwd: place.folder,
    env: { ...place.environment },
  });
  let errors = "";
  child.stderr.on("data", (part) => {
    errors += part;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect((await runProgram(place, ["index", "--events"])).code).toBe(0);
});
