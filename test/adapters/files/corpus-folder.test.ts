import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { describeArticleSource, listAll } from "../../contracts/article-source.ts";

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pullquote-corpus-"));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

describeArticleSource("the corpus folder", async (texts) =>
  openCorpusFolder(await makeFolder(texts)),
);

const listOf = async (folder: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await listAll(openCorpusFolder(folder))).map((entry) => [
      entry.id,
      entry.kind === "skipped" ? entry.reason : entry.kind,
    ]),
  );

test("hidden entries and node_modules are passed over, other kinds of files only counted", async () => {
  const folder = await makeFolder({
    "A.TXT": "Rain.",
    "b.png": "x",
    ".hidden.txt": "x",
    ".git/c.txt": "x",
    "node_modules/d/readme.md": "x",
  });
  expect(await listOf(folder)).toEqual({ "A.TXT": "listed", "b.png": "other" });
});

test("a corpus may be a single file, and then reads no other", async () => {
  const folder = await makeFolder({ "one.txt": "Rain.", "two.txt": "Snow." });
  const source = openCorpusFolder(join(folder, "one.txt"));
  expect(await listAll(source)).toMatchObject([{ kind: "listed", id: "one.txt" }]);
  expect(await source.read("two.txt")).toMatchObject({ reason: "outside-corpus" });
});

test("a missing corpus and one of another kind are errors with the way out", async () => {
  const folder = await makeFolder({ "picture.png": "x" });
  for (const place of [
    join(folder, "none"),
    join(folder, "picture.png"),
    join(folder, "picture.png", "x"),
  ]) {
    await expect(listAll(openCorpusFolder(place))).rejects.toMatchObject({
      code: "no-corpus",
      hint: expect.stringContaining("--corpus"),
    });
  }
});

test("links are never followed, and each is skipped with its reason", async () => {
  const outside = await makeFolder({ "secret.txt": "Secret." });
  const folder = await makeFolder({ "in/a.txt": "Rain." });
  await symlink(outside, join(folder, "away"));
  await symlink(join(outside, "secret.txt"), join(folder, "away.txt"));
  await symlink(folder, join(folder, "in", "circle"));
  await symlink(join(folder, "loop"), join(folder, "loop"));
  await symlink(join(folder, "in", "a.txt"), join(folder, "again.txt"));
  await symlink(join(folder, "nowhere"), join(folder, "dangling.txt"));
  expect(await listOf(folder)).toEqual({
    "in/a.txt": "listed",
    away: "outside-corpus",
    "away.txt": "outside-corpus",
    "in/circle": "link-circle",
    loop: "link-circle",
    "again.txt": "linked-twice",
    "dangling.txt": "vanished",
  });
});

test("no id reaches a file outside the corpus", async () => {
  const outside = await makeFolder({ "secret.txt": "Secret." });
  const folder = await makeFolder({ "in/a.txt": "Rain." });
  await symlink(outside, join(folder, "away"));
  await symlink(join(outside, "secret.txt"), join(folder, "link.txt"));
  const source = openCorpusFolder(folder);
  const up = `../${outside.split("/").at(-1)}/secret.txt`;
  for (const id of [
    up,
    `in/../${up}`,
    `/${outside}/secret.txt`,
    "away/secret.txt",
    "link.txt",
    "./in/a.txt",
  ]) {
    expect(await source.read(id)).toMatchObject({ kind: "skipped", reason: "outside-corpus" });
  }
});

test("a corpus that is reached through a link is read", async () => {
  const folder = await makeFolder({ "a.txt": "Rain." });
  const other = await makeFolder({});
  await symlink(folder, join(other, "corpus"));
  const source = openCorpusFolder(join(other, "corpus"));
  expect(await source.read("a.txt")).toMatchObject({ kind: "read", text: "Rain." });
});

test("a file above the limit is skipped without being read, and says both sizes", async () => {
  const folder = await makeFolder({ "big.txt": "x", "small.txt": "Rain." });
  await truncate(join(folder, "big.txt"), 50 * 1024 * 1024);
  const [big, small] = await listAll(openCorpusFolder(folder));
  expect(big).toMatchObject({
    reason: "too-large",
    detail: expect.stringMatching(/50\.0 MB.*20\.0 MB/),
  });
  expect(small).toMatchObject({ kind: "listed" });
  expect(await openCorpusFolder(folder).read("big.txt")).toMatchObject({ reason: "too-large" });
  const raised = openCorpusFolder(folder, { maxFileBytes: 4 });
  expect(await raised.read("small.txt")).toMatchObject({ reason: "too-large" });
});

test("an empty file is skipped when the corpus is listed", async () => {
  expect(await listOf(await makeFolder({ "empty.txt": "" }))).toEqual({ "empty.txt": "empty" });
});

test("a binary file called .txt and broken UTF-8 are skipped with the reason", async () => {
  const source = openCorpusFolder(
    await makeFolder({
      "b.txt": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0),
      "u.txt": Uint8Array.of(0x61, 0xe9, 0x20),
    }),
  );
  expect(await source.read("b.txt")).toMatchObject({
    reason: "binary",
    detail: expect.stringContaining("PNG"),
  });
  expect(await source.read("u.txt")).toMatchObject({
    reason: "bad-encoding",
    detail: expect.stringContaining("byte 1"),
  });
});

test("a file that vanished after it was listed is a value", async () => {
  const folder = await makeFolder({ "a.txt": "Rain." });
  const source = openCorpusFolder(folder);
  await listAll(source);
  await rm(join(folder, "a.txt"));
  expect(await source.read("a.txt")).toMatchObject({ kind: "skipped", reason: "vanished" });
});

test("a file that grows while it is read is never handed over torn", async () => {
  const line = "The river rose again. ";
  const folder = await makeFolder({ "log.txt": line.repeat(50_000) });
  const path = join(folder, "log.txt");
  const source = openCorpusFolder(folder);
  let writing = true;
  const writer = (async () => {
    while (writing) {
      appendFileSync(path, line);
      await new Promise(setImmediate);
    }
  })();
  const results = [];
  for (let turn = 0; turn < 5; turn += 1) results.push(await source.read("log.txt"));
  writing = false;
  await writer;
  for (const result of results) {
    if (result.kind === "skipped") expect(result.reason).toBe("changing");
    else expect(result.text.length % line.length).toBe(0);
  }
});

test.skipIf(process.platform === "win32")(
  "a pipe called .txt is skipped, not waited for",
  async () => {
    const folder = await makeFolder({ "a.txt": "Rain." });
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    expect(await listOf(folder)).toEqual({ "a.txt": "listed", "pipe.txt": "unreadable" });
    const source = openCorpusFolder(folder);
    expect(await source.read("pipe.txt")).toMatchObject({ reason: "unreadable" });
  },
);

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "a folder and a file without permission are skipped, the rest is read",
  async () => {
    const folder = await makeFolder({ "a.txt": "Rain.", "locked/b.txt": "x", "c.txt": "x" });
    await chmod(join(folder, "locked"), 0);
    await chmod(join(folder, "c.txt"), 0);
    const source = openCorpusFolder(folder);
    expect(await listOf(folder)).toEqual({
      "a.txt": "listed",
      "c.txt": "listed",
      locked: "unreadable",
    });
    expect(await source.read("c.txt")).toMatchObject({ reason: "unreadable" });
    await chmod(join(folder, "locked"), 0o700);
  },
);
