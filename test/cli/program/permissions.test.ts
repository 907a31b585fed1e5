// What an unprivileged user may not do. Root may do everything: as root, run through setpriv.

import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, type Place, PROGRAM, runProgram } from "../run-program.ts";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const through = isRoot
  ? ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"]
  : [];

/** Whether the unprivileged user can reach the program at all. */
function canRun(): boolean {
  if (process.platform === "win32") return false;
  const [command = "", ...words] = [...through, process.execPath, PROGRAM, "--version"];
  return spawnSync(command, words).status === 0;
}

function makeOwnPlace(): Place {
  const place = makePlace(MINI_CORPUS);
  if (!isRoot) return place;
  const base = join(place.folder, "..");
  for (const name of ["", ...readdirSync(base, { recursive: true })]) {
    chownSync(join(base, String(name)), NOBODY, NOBODY);
  }
  return place;
}

describe.skipIf(!canRun())("an unprivileged user (skipped where setpriv is missing)", () => {
  test("is told that the corpus cannot be read", async () => {
    const place = makeOwnPlace();
    chmodSync(join(place.folder, "corpus"), 0o000);
    const result = await runProgram(place, ["ask", QUESTION], { through });
    chmodSync(join(place.folder, "corpus"), 0o700);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/corpus/);
    expect(result.stderr).not.toContain("    at ");
  });

  test("gets answers from a read-only index, with a note when the folder changed", async () => {
    const place = makeOwnPlace();
    await runProgram(place, ["index"], { through });
    const lock = (mode: number): void => {
      const index = join(place.folder, "index");
      for (const name of ["", ...readdirSync(index, { recursive: true })])
        chmodSync(join(index, String(name)), mode);
    };
    lock(0o555);
    const result = await runProgram(place, ["ask", QUESTION], { through });
    chmodSync(join(place.folder, "corpus/bakery.md"), 0o600);
    lock(0o755);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("harbour.txt:");
  });

  test("is told of an unreadable article, and the rest is indexed", async () => {
    const place = makeOwnPlace();
    chmodSync(join(place.folder, "corpus/bakery.md"), 0o000);
    const result = await runProgram(place, ["index"], { through });
    expect(result.code).toBe(0);
    expect(result.stderr).toContain("skipped bakery.md");
    expect(result.stderr).toContain("index: 2 articles");
  });

  test("gets an answer although nothing can be kept", async () => {
    const place = makeOwnPlace();
    await runProgram(place, ["index"], { through });
    chmodSync(place.home, 0o555);
    const result = await runProgram(place, ["ask", QUESTION], { through });
    chmodSync(place.home, 0o755);
    expect(result.code).toBe(0);
  });

  test("is told that the output file cannot be written", async () => {
    const place = makeOwnPlace();
    await runProgram(place, ["index"], { through });
    chmodSync(place.folder, 0o555);
    const result = await runProgram(place, ["ask", QUESTION, "-o", "a.md"], { through });
    chmodSync(place.folder, 0o755);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("a.md cannot be written (EACCES)");
  });

  test("reads in doctor which folder to make writable", async () => {
    const place = makeOwnPlace();
    chmodSync(place.home, 0o555);
    const result = await runProgram(place, ["doctor"], { through });
    chmodSync(place.home, 0o755);
    expect(result.stdout).toMatch(/FAIL {2}state .*\n +fix: make .* writable/);
  });
});
