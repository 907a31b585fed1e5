import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, runProgram } from "../run-program.ts";

const OTHERS = {
  "corpus/a.jpg": "x",
  "corpus/deep/B.JPG": "x",
  "corpus/c.xlsx": "x",
  "corpus/LICENSE": "x",
};
const SAID = "4 files of other kinds (2 .jpg, 1 .xlsx, 1 without an ending)";

describe("files of other kinds", () => {
  test("are counted by index, status and doctor, and once by an answer", async () => {
    const place = makePlace({ ...MINI_CORPUS, ...OTHERS });
    expect((await runProgram(place, ["index"])).stderr).toContain(SAID);
    expect((await runProgram(place, ["status"])).stdout).toContain(SAID);
    expect((await runProgram(place, ["doctor"])).stdout).toContain(SAID);
    const asked = await runProgram(place, [], { input: `${QUESTION}\n${QUESTION}\n` });
    expect(asked.stderr.split(SAID)).toHaveLength(2);
  });

  test("in a folder that has nothing else are named by the error", async () => {
    const place = makePlace(OTHERS);
    expect(await runProgram(place, ["index"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("2 .jpg"),
    });
  });
});

test("the doctor finds nothing to do after index, whatever is no article", async () => {
  const place = makePlace({
    ...MINI_CORPUS,
    "corpus/list.txt": "\n***\n",
    "corpus/cut.txt": Buffer.from([0, 1, 2, 3, 0]),
  });
  await runProgram(place, ["index"]);
  const { stdout } = await runProgram(place, ["doctor"]);
  expect(stdout).not.toContain("fix:");
  expect(stdout).toContain("2 files skipped");
  expect((await runProgram(place, ["status"])).stdout).toContain("up to date");
});

test("an index that is not whole is told before the answer, with the counts, even with -q", async () => {
  const place = makePlace(MINI_CORPUS);
  await runProgram(place, ["index"]);
  writeFileSync(
    join(place.folder, "corpus/new.txt"),
    "Tram returns to Ostrand after a decade\n\nThe tram of Ostrand runs again from May, the mayor said on Monday.\n",
  );
  const asked = await runProgram(place, ["ask", QUESTION, "--no-refresh", "-q"]);
  expect(asked.stderr).toContain(
    "the index holds 3 articles of 4 files in the folder: 1 new, 0 changed, 0 gone",
  );
  const whole = await runProgram(place, ["ask", QUESTION, "-q"]);
  expect(whole.stderr).toBe("");
});

test.skipIf(process.getuid?.() === 0)("a state folder that cannot be written is told", async () => {
  const place = makePlace(MINI_CORPUS);
  mkdirSync(join(place.home, "state"));
  chmodSync(join(place.home, "state"), 0o500);
  expect((await runProgram(place, ["ask", QUESTION])).stderr).toContain("is not kept for export");
});

test("so is one whose place is taken by a file", async () => {
  const place = makePlace(MINI_CORPUS);
  writeFileSync(join(place.home, "state"), "");
  const asked = await runProgram(place, ["ask", QUESTION]);
  expect(asked).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("is not kept for export"),
  });
});

test("front matter that is not understood is told by index and marked by articles", async () => {
  const place = makePlace({
    ...MINI_CORPUS,
    "corpus/odd.md":
      "---\ntitle: Well runs dry\ndate: 3/4/2021\n---\n\nThe well of Holm ran dry on Monday, the council said.\n",
  });
  const told = 'date: "3/4/2021" may be two days; write it as YYYY-MM-DD';
  expect((await runProgram(place, ["index"])).stderr).toContain(`odd.md:3: ${told}`);
  expect((await runProgram(place, ["articles", "--width", "200"])).stdout).toContain(
    `! line 3: ${told}`,
  );
});

test("a folder in a folder in a folder, fifteen hundred times, is read", async () => {
  const place = makePlace(MINI_CORPUS);
  const deep = join(place.folder, "corpus", ...Array.from({ length: 1500 }, () => "d"));
  mkdirSync(deep, { recursive: true });
  writeFileSync(
    join(deep, "z.txt"),
    "Tram returns to Ostrand after a decade\n\nThe tram of Ostrand runs again from May, the mayor said on Monday.\n",
  );
  expect((await runProgram(place, ["index"])).stderr).toContain("4 articles");
});
