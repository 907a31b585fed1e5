import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, runProgram } from "../run-program.ts";

test("output into a pipe is not wrapped; --width wraps it", async () => {
  const place = makePlace(MINI_CORPUS);
  const piped = await runProgram(place, ["ask", QUESTION, "-q"]);
  expect(piped.stdout).toMatch(/^.{100,}$/m);
  const narrow = await runProgram(place, ["ask", QUESTION, "-q", "--width", "40"]);
  expect(narrow.stdout).not.toMatch(/^.{41,}$/m);
});

test("show prints the whole article: its headline, wherever it stands, and all of its text", async () => {
  const place = makePlace(MINI_CORPUS);
  const inText = (await runProgram(place, ["show", "harbour.txt"])).stdout;
  for (const part of [
    "Harbour ferry loses its night crossing",
    "By Ines Varga",
    "The last boat leaves",
  ])
    expect(inText.split(part)).toHaveLength(2);
  const inFront = (await runProgram(place, ["show", "bridge.md"])).stdout;
  expect(inFront).toContain("Bridge toll rises to six crowns");
  expect(inFront).toContain("Lorries over twelve tonnes");
});

test("-n 1 is one quote and no comparison", async () => {
  const place = makePlace({
    "corpus/a.txt":
      "Toll rises on the bridge\n\nThe toll on the Marrow Bridge rises to six crowns in July, the council said.\n",
    "corpus/b.txt":
      "Bridge toll to rise\n\nThe toll on the Marrow Bridge rises to eight crowns in July, the mayor said.\n",
  });
  const { stdout } = await runProgram(place, [
    "ask",
    "How high is the toll on the Marrow Bridge?",
    "-n",
    "1",
    "--json",
    "-q",
  ]);
  const answer = JSON.parse(stdout) as { quotes: unknown[]; comparison?: unknown };
  expect(answer.quotes).toHaveLength(1);
  expect(answer.comparison ?? null).toBeNull();
});

test("an old Node gets one sentence, and no stack", async () => {
  const place = makePlace(MINI_CORPUS);
  const fake = join(place.folder, "old.cjs");
  writeFileSync(
    fake,
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.12.0" } });',
  );
  const old = await runProgram(place, ["ask", QUESTION], {
    environment: { NODE_OPTIONS: `--require ${fake}` },
  });
  expect(old.code).toBe(2);
  expect(old.stderr).toBe(
    "error: pullquote needs Node 20.19 or later, and this is 18.12.0: install a newer one from https://nodejs.org\n",
  );
});

test("a request to end stops an index run as Ctrl-C does: nothing is damaged, the next run does the rest", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [
      `corpus/${at}.txt`,
      `Boat ${at} sails from Holm\n\nBoat ${at} sailed from Holm to Ostrand with ${at} crates of apples on Monday, its captain said.\n`,
    ]),
  );
  const place = makePlace(files);
  const stopped = await runProgram(place, ["index"], {
    during: (child) => void setTimeout(() => child.kill("SIGTERM"), 2500),
  });
  expect([0, 130]).toContain(stopped.code);
  expect((await runProgram(place, ["index"])).stderr).toContain("400 articles");
});
