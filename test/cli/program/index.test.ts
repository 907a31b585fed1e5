// The index command, freshness, and bad input in the folder.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { BRIDGE, HARBOUR, MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

describe("index", () => {
  test("tells on stderr what it did, and nothing with --quiet", async () => {
    const place = makePlace(MINI_CORPUS);
    const first = await runProgram(place, ["index"]);
    expect(first).toMatchObject({ code: 0, stdout: "" });
    expect(first.stderr).toMatch(/index: 3 articles, \d+ passages \(3 added\)/);
    writeFileSync(join(place.folder, "corpus/bridge.md"), BRIDGE.replace("six", "seven"));
    rmSync(join(place.folder, "corpus/bakery.md"));
    const second = await runProgram(place, ["index"]);
    expect(second.stderr).toMatch(/\(1 changed, 1 removed, 1 unchanged\)/);
    const third = await runProgram(place, ["index", "--quiet"]);
    expect(third).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const rebuilt = await runProgram(place, ["index", "--rebuild", "--json"]);
    expect(JSON.parse(rebuilt.stdout)).toMatchObject({ articles: 2, complete: true });
  });

  test("--check reads a file whose size and time are those of before", async () => {
    const place = makePlace({ "corpus/bridge.md": BRIDGE, "corpus/harbour.txt": HARBOUR });
    const run = (...more: string[]) => runProgram(place, ["index", "--index", "kept", ...more]);
    await run();
    const file = join(place.folder, "corpus/bridge.md");
    writeFileSync(file, BRIDGE.replace("four to six", "five to six"));
    const { mtimeMs, ctimeMs } = statSync(file);
    // As where a clock was set back: the index has the time that the other content got.
    const store = openLanceStore(join(place.folder, "kept"));
    const known = await store.recordsOf(["bridge.md"]);
    const modified = Math.max(mtimeMs, ctimeMs);
    await store.refresh(known.map((record) => ({ ...record, modified })));
    await store.optimize();
    await store.close();
    expect((await run()).stderr).toMatch(/\(2 unchanged\)/);
    expect((await run("--check")).stderr).toMatch(/\(1 changed, 1 unchanged\)/);
    expect((await run("--check")).stderr).toMatch(/\(2 unchanged\)/);
  });

  test("--remove takes articles out, and knows only names that are there", async () => {
    const place = makePlace(MINI_CORPUS);
    await runProgram(place, ["index"]);
    const wrong = await runProgram(place, ["index", "--remove", "nobody.txt"]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("Nothing was removed");
    expect((await runProgram(place, ["index", "--remove", "harbour.txt"])).code).toBe(0);
    const left = await runProgram(place, ["articles", "--json", "-q"]);
    expect(left.stdout).not.toContain("harbour.txt");
    expect(existsSync(join(place.folder, "corpus/harbour.txt"))).toBe(true);
  });

  test("--destroy deletes all that is stored, even after the corpus is gone", async () => {
    const place = makePlace({ "papers/harbour.txt": HARBOUR });
    await runProgram(place, ["index", "--corpus", "papers"]);
    const indexes = join(place.home, "cache/pullquote/indexes");
    expect(readdirSync(indexes)).toHaveLength(1);
    expect(readdirSync(place.folder)).toEqual(["papers"]);
    rmSync(join(place.folder, "papers"), { recursive: true });
    const result = await runProgram(place, ["index", "--destroy", "--corpus", "papers"]);
    expect(result.code).toBe(0);
    const left = existsSync(indexes) ? readdirSync(indexes, { recursive: true }) : [];
    expect(left.filter((name) => String(name).includes("lance"))).toEqual([]);
  });
});

describe("before an answer the index follows the folder", () => {
  test("which is said once, and not done with --no-refresh", async () => {
    const place = makePlace({ "corpus/bridge.md": BRIDGE });
    const first = await runProgram(place, ["ask", QUESTION]);
    expect(first.stderr).toContain("index: 1 article");
    writeFileSync(join(place.folder, "corpus/harbour.txt"), HARBOUR);
    const stale = await runProgram(place, ["ask", QUESTION, "--no-refresh", "--json"]);
    expect(JSON.parse(stale.stdout).searched.articles).toBe(1);
    const fresh = await runProgram(place, ["ask", QUESTION, "--json"]);
    expect(fresh.stderr).toContain("1 added");
    expect(JSON.parse(fresh.stdout).searched.articles).toBe(2);
    const again = await runProgram(place, ["ask", QUESTION]);
    expect(again.stderr).toBe("");
  });
});

describe("with --fresh", () => {
  const ask = async (place: Place, ...more: string[]): Promise<number> => {
    const asked = ["ask", QUESTION, "--index", "kept", "--json", "-q", ...more];
    const { stdout } = await runProgram(place, asked);
    return JSON.parse(stdout).searched.articles as number;
  };

  test("the folder is looked at only where the last look is older than that", async () => {
    const place = makePlace({ "corpus/bridge.md": BRIDGE });
    expect(await ask(place)).toBe(1);
    writeFileSync(join(place.folder, "corpus/harbour.txt"), HARBOUR);
    expect(await ask(place, "--fresh", "3600")).toBe(1);
    const note = join(place.folder, "kept/look.json");
    const look = JSON.parse(readFileSync(note, "utf8")) as { at: number };
    writeFileSync(note, JSON.stringify({ ...look, at: look.at - 3_601_000 }));
    expect(await ask(place, "--fresh", "3600")).toBe(2);
  });

  test("a run that was stopped ends that at once", async () => {
    const place = makePlace({ "corpus/bridge.md": BRIDGE });
    expect(await ask(place)).toBe(1);
    writeFileSync(join(place.folder, "corpus/harbour.txt"), HARBOUR);
    writeFileSync(join(place.folder, "kept/unfinished"), "a run writes, or was stopped\n");
    expect(await ask(place, "--fresh", "3600")).toBe(2);
  });
});

describe("a folder with bad input", () => {
  test("without an article is said, with exit 1 and no crash", async () => {
    const place = makePlace();
    mkdirSync(join(place.folder, "corpus"));
    const result = await runProgram(place, ["ask", QUESTION]);
    expect([1, 2]).toContain(result.code);
    expect(result.stderr + result.stdout).toMatch(/no article|empty/i);
    expect(result.stderr).not.toContain("    at ");
  });

  test("is read past what cannot be used, with the reasons", async () => {
    const place = makePlace({
      ...MINI_CORPUS,
      "corpus/binary.txt": Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256),
      "corpus/broken.txt": Uint8Array.from([0x41, 0xc3, 0x28, 0x20, 0xff, 0x41]),
      "corpus/empty.txt": "",
      "corpus/huge.txt": "word ".repeat(400_000),
      "outside/secret.txt": HARBOUR,
    });
    symlinkSync("../outside/secret.txt", join(place.folder, "corpus/link.txt"));
    symlinkSync(".", join(place.folder, "corpus/circle"));
    const environment = { PULLQUOTE_MAX_FILE_MEGABYTES: "1" };
    const result = await runProgram(place, ["index"], { environment });
    expect(result.code).toBe(0);
    expect(result.stderr).toContain("index: 3 articles");
    for (const name of ["binary.txt", "broken.txt", "empty.txt", "huge.txt", "link.txt"]) {
      expect(result.stderr).toContain(`skipped ${name}: `);
    }
  });
});

describe("an index in a bad state", () => {
  test("with flipped bytes never crashes or misquotes", async () => {
    const place = makePlace(MINI_CORPUS);
    await runProgram(place, ["index"]);
    const index = join(place.folder, "index");
    for (const name of readdirSync(index, { recursive: true }).map(String)) {
      if (name.endsWith(".manifest")) writeFileSync(join(index, name), "rubbish");
    }
    const result = await runProgram(place, ["ask", QUESTION]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("--rebuild");
    expect(result.stderr).not.toContain("    at ");
    expect((await runProgram(place, ["index", "--rebuild"])).code).toBe(0);
    expect((await runProgram(place, ["ask", QUESTION])).code).toBe(0);
  });
});
