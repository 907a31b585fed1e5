// watch, and chat --watch, by the real program.

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const words = "The dredger came back to the canal on Monday, and the lock keepers cheered loudly. ";
const FILES = { "corpus/lock.txt": `Locks reopen\n\n${words.repeat(3)}\n` };

/** Runs until each step's wait is over; `steps` are done when the text before them was printed. */
async function runSteps(
  place: Place,
  line: readonly string[],
  steps: readonly (readonly [after: string, run: () => void])[],
) {
  const waiting = [...steps];
  let seen = "";
  return runProgram(place, line, {
    during: (child) => {
      const look = (text: string): void => {
        seen += text;
        const [next] = waiting;
        if (next === undefined || !seen.includes(next[0])) return;
        waiting.shift();
        seen = "";
        next[1]();
        if (waiting.length === 0) child.kill("SIGINT");
      };
      child.stdout?.on("data", look);
      child.stderr?.on("data", look);
    },
  });
}

test("watch tells every change, survives a lost folder, and ends cleanly with Ctrl-C", async () => {
  const place = makePlace(FILES);
  const corpus = join(place.folder, "corpus");
  const crane = join(corpus, "crane.md");
  const write = (text: string): void => writeFileSync(crane, `---\ntitle: Crane\n---\n\n${text}\n`);
  const { code, stdout } = await runSteps(
    place,
    ["watch", "--every", "2"],
    [
      ["watching", () => write(words)],
      ["added crane.md: Crane\n", () => write(`${words}It rained.`)],
      ["changed crane.md: Crane\n", () => rmSync(crane)],
      [
        "removed crane.md: Crane\n",
        () => {
          renameSync(corpus, `${corpus}-away`);
          mkdirSync(corpus);
        },
      ],
      [
        "error: ",
        () => {
          rmSync(corpus, { recursive: true });
          renameSync(`${corpus}-away`, corpus);
        },
      ],
      ["can be read again", () => undefined],
    ],
  );
  expect(code).toBe(0);
  expect(stdout.match(/^(?:added|changed|moved|removed) /gm)).toHaveLength(3);
  const { articles } = JSON.parse((await runProgram(place, ["articles", "--json"])).stdout);
  expect(articles).toHaveLength(1);
});

test("watch waits for the first file of an empty folder, and has a form for programs", async () => {
  const place = makePlace({ "other.txt": "x" });
  mkdirSync(join(place.folder, "corpus"));
  const file = join(place.folder, "corpus/lock.txt");
  const { code, stdout } = await runSteps(
    place,
    ["watch", "--every", "1", "--json"],
    [
      ["empty-corpus", () => writeFileSync(file, FILES["corpus/lock.txt"])],
      ['"added"', () => undefined],
    ],
  );
  expect(code).toBe(0);
  const kinds = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).kind);
  expect(kinds).toEqual(["fault", "recovered", "added"]);
});

test("watch --every must be seconds", async () => {
  expect((await runProgram(makePlace(FILES), ["watch", "--every", "often"])).code).toBe(2);
});
