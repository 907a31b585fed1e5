import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, runProgram } from "../run-program.ts";

const TEXT = (what: string): string =>
  `${what} loses its market hall\n\nThe market hall of ${what} closes in October, the owner said on Friday.\n`;
const composed = (text: string): string => text.normalize("NFC");
const decomposed = (text: string): string => text.normalize("NFD");

test("a name typed in the other Unicode form finds its article, to show and to remove", async () => {
  const place = makePlace({
    [`corpus/${decomposed("Überlingen")}.txt`]: TEXT("Uberlingen"),
    [`corpus/${composed("Señor")}.txt`]: TEXT("Senor"),
  });
  expect((await runProgram(place, ["show", composed("Überlingen.txt")])).code).toBe(0);
  expect((await runProgram(place, ["show", decomposed("Señor")])).code).toBe(0);
  expect((await runProgram(place, ["show", "uberlingen"])).code).toBe(0);
  expect((await runProgram(place, ["index", "--remove", composed("Überlingen.txt")])).code).toBe(0);
});

test("two names that differ by their form alone are told apart", async () => {
  const place = makePlace({
    [`corpus/${decomposed("Málaga")}.txt`]: TEXT("One"),
    [`corpus/${composed("Málaga")}.txt`]: TEXT("Two"),
  });
  expect((await runProgram(place, ["show", composed("Málaga.txt")])).stdout).toContain("Two");
  expect((await runProgram(place, ["show", decomposed("Málaga.txt")])).stdout).toContain("One");
});

test("so do a folder of articles and a document to verify", async () => {
  const place = makePlace({
    [`${decomposed("Artículos")}/a.txt`]: TEXT("Holm"),
    [`${decomposed("Entwürfe")}/${composed("größe.md")}`]:
      "“The market hall of Holm closes in October” is all.\n",
  });
  const words = [
    "verify",
    `${composed("Entwürfe")}/${decomposed("größe.md")}`,
    "--corpus",
    composed("Artículos"),
  ];
  expect(await runProgram(place, words)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("1 quote"),
  });
});

test("names that are no UTF-8 are told as the reason, of files and of folders", async () => {
  const place = makePlace({ "corpus/a.txt": TEXT("Holm") });
  const script = `import os\nbase = os.fsencode(${JSON.stringify(join(place.folder, "corpus"))})\nopen(base + b'/stra\\xdfe.md', 'w').write('x')\nos.mkdir(base + b'/\\xe9t\\xe9')\n`;
  execFileSync("python3", ["-c", script]);
  const { stderr } = await runProgram(place, ["index"]);
  expect(stderr.match(/its name is not UTF-8/g)).toHaveLength(2);
});

test.each([
  ["--publisher", "St. Mary's Echo", 0],
  ["--publisher", "st marys echo", 1],
  ["--publisher", "ST. MARY`S ECHO", 0],
  ["--publisher", "Elsewhere Echo", 1],
  ["--article", "strasse", 0],
])("the filter %s %s: exit %i", async (flag, value, code) => {
  const place = makePlace({
    "corpus/Straße.md": `---\npublisher: St. Mary’s Echo\n---\n\n${TEXT("Holm")}`,
  });
  const found = await runProgram(place, ["search", "market", flag, value]);
  expect(found.code).toBe(code);
  if (code === 1) expect(found.stderr).toContain("the filters leave no article to search");
});
