// Ctrl-C in each phase: exit 130, nothing broken.

import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "vitest";
import { HARBOUR, MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, runProgram } from "../run-program.ts";

const interruptAfter = (milliseconds: number) => (child: ChildProcess) =>
  void setTimeout(() => child.kill("SIGINT"), milliseconds);

const manyArticles = Object.fromEntries(
  Array.from({ length: 150 }, (_, i) => [
    `corpus/${i}.txt`,
    HARBOUR.replaceAll("ferry", `ferry number ${i}`),
  ]),
);

describe("Ctrl-C", () => {
  test.each([20, 150, 500, 1200])(
    "%i ms after the start of an index run leaves an index that the next run completes",
    async (delay) => {
      const place = makePlace(manyArticles);
      const stopped = await runProgram(place, ["index"], { during: interruptAfter(delay) });
      // Before the program has taken the signal over, the system ends it by itself.
      expect([130, "SIGINT", 0]).toContain(stopped.code);
      expect(stopped.stderr).not.toContain("    at ");
      const next = await runProgram(place, ["index", "--json", "-q"]);
      expect(next.code).toBe(0);
      expect(JSON.parse(next.stdout).articles).toBe(150);
    },
  );

  test("while the loop waits for a line ends it with 130", async () => {
    const place = makePlace(MINI_CORPUS);
    await runProgram(place, ["index"]);
    const through = [
      "bash",
      "-c",
      'sleep 5 | "$@" & child=$!; sleep 1.5; kill -INT $child; wait $child',
      "bash",
    ];
    const result = await runProgram(place, ["chat"], { through });
    expect(result.code).toBe(130);
  });

  test.each([100, 250, 400])("%i ms into a question leaves nothing half printed", async (delay) => {
    const place = makePlace(MINI_CORPUS);
    await runProgram(place, ["index"]);
    const result = await runProgram(place, ["ask", QUESTION], { during: interruptAfter(delay) });
    expect([130, "SIGINT", 0]).toContain(result.code);
    if (result.code !== 0) expect(result.stdout).toBe("");
  });
});
