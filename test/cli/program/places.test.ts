// Places that cannot be what they are asked to be, told by the real program.

import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, runProgram } from "../run-program.ts";

test("a file named as the index is left alone, and said to be no folder", async () => {
  const place = makePlace({ ...MINI_CORPUS, "notes.txt": "mine" });
  for (const index of ["notes.txt", "notes.txt/below"]) {
    const result = await runProgram(place, ["index", "--rebuild", "--index", index]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("that is a file, or below one");
    expect(result.stderr).toContain("--index DIR");
  }
  expect(readFileSync(join(place.folder, "notes.txt"), "utf8")).toBe("mine");
});

test("a folder named as the output is told before the question is answered, even with --force", async () => {
  const place = makePlace(MINI_CORPUS);
  for (const force of [[], ["--force"]]) {
    const result = await runProgram(place, ["ask", QUESTION, "-o", "corpus", ...force]);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain("corpus is a folder.");
    expect(result.stderr).toContain("corpus/answer.md");
  }
});

test.each(["PDF", "odt"])("a name that ends in .%s is not given to Markdown", async (ending) => {
  const place = makePlace(MINI_CORPUS);
  const result = await runProgram(place, ["ask", QUESTION, "-o", `answer.${ending}`]);

  expect(result.code).toBe(2);
  expect(result.stderr).toContain(`pandoc --citeproc answer.md -o answer.${ending}`);
  expect(existsSync(join(place.folder, `answer.${ending}`))).toBe(false);
});

test.each(["", "somewhere"])(
  "with HOME=%j nothing is kept in the folder that one stands in",
  async (HOME) => {
    const place = makePlace({ "papers/a.txt": "The lamp tax rose to nine crowns." });
    const environment = { HOME, XDG_CACHE_HOME: "", XDG_STATE_HOME: "" };
    const { stdout } = await runProgram(place, ["status", "--corpus", "papers"], { environment });

    for (const name of ["index", "state"]) {
      const [, path = ""] = new RegExp(`^${name} +(\\S+)`, "m").exec(stdout) ?? [];
      expect(isAbsolute(path), `${name} ${path}`).toBe(true);
      expect(path).not.toContain(place.folder);
    }
  },
);
