import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import type { ArticleEntry, PassageStore } from "../../../src/core/ports/passage-store.ts";
import { makeEntry, STATE } from "../../contracts/passage-entries.ts";
import { searchWords } from "../../contracts/search-legs.ts";

let root: string;
let folder: string;
let store: PassageStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pullquote-erase-"));
  folder = join(root, "index");
  store = openLanceStore(folder);
  await store.reset(STATE);
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true, force: true });
});

/** Words that nothing else has, of letters that no packing joins; each is one that stemming leaves alone. */
const MARKS = {
  text: ["zqxwvkjqgh", "xvzkqjwhfq"],
  title: ["qkzxjvwqhg"],
  author: ["vjxqzkwgqf"],
  vector: ["jzwqkvxq"],
};
const ALL = Object.values(MARKS).flat();

/** An article with a mark wherever the index keeps something of it. */
function makeSecret(marks = MARKS): ArticleEntry {
  const [first = "", second = ""] = marks.text;
  const texts = [`The informant said ${first} twice.`, `Then he said ${second} and left.`];
  const [title, author] = [`On ${marks.title[0]}`, `Ann ${marks.author[0]}`];
  const entry = makeEntry("secret.txt", texts, { title, author });
  const sentences = Int8Array.from(Buffer.from(marks.vector[0] ?? ""));
  return { ...entry, vectors: entry.vectors.map(({ vector }) => ({ vector, sentences })) };
}

/** Every byte of every file of the index: which of these words stand in any, as they are or from behind. */
async function findMarks(marks: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!(await stat(path)).isFile()) continue;
    const bytes = await readFile(path);
    for (const mark of marks) {
      const backwards = [...mark].reverse().join("");
      if (bytes.includes(mark) || bytes.includes(backwards)) found.add(mark);
    }
  }
  return [...found].sort();
}

/** Above 20,000 passages a table is not written anew for a few of them. */
const PASSAGES = 70;
const LARGE = Array.from({ length: 300 }, (_, at) =>
  makeEntry(
    `n${at}.txt`,
    Array.from({ length: PASSAGES }, (_, place) => `Boat ${at} passed the quay ${place} times.`),
  ),
);
const SMALL = LARGE.slice(0, 3);

const tombstone = { id: "secret.txt", sha256: "s", size: 1, modified: 1 };

/** Where many rows lie, their texts are packed; the vector's bytes lie beside them, and titles do not. */
const PLAIN = [...MARKS.title, ...MARKS.author, ...MARKS.vector].sort();

async function expectErased(marks: readonly string[], others: number): Promise<void> {
  expect(await findMarks(marks)).toEqual(expect.arrayContaining(PLAIN));
  await store.forget([tombstone]);
  await store.optimize();
  expect(await findMarks(marks)).toEqual([]);
  expect(await store.totals()).toMatchObject({ articles: others, passages: others * PASSAGES });
  expect((await searchWords(store, "quay", 5)).length).toBe(5);
  expect(await searchWords(store, "informant", 5)).toEqual([]);
}

const eachSize = it.each([
  ["small", SMALL],
  ["large", LARGE],
]);

eachSize("a forgotten article of the first run leaves no byte in a %s index", async (_, others) => {
  await store.put([...others.slice(0, 2), makeSecret(), ...others.slice(2)]);
  await store.optimize();
  await expectErased(ALL, others.length);
});

eachSize("nor does one that was added later to a %s index", async (_, others) => {
  await store.put(others);
  await store.optimize();
  await store.put([makeSecret()]);
  await store.optimize();
  await expectErased(ALL, others.length);
});

eachSize("nor does what it said before it was changed in a %s index", async (_, others) => {
  const before = makeSecret({
    ...MARKS,
    text: ["wqzjxkvhgq", "kxqvjzwfgh"],
    title: ["hqxzkvjwgf"],
  });
  await store.put([...others, before]);
  await store.optimize();
  await store.put([makeSecret()]);
  await store.optimize();
  await expectErased([...ALL, "wqzjxkvhgq", "kxqvjzwfgh", "hqxzkvjwgf"], others.length);
});

it("nor does one whose row was moved when another was forgotten", async () => {
  const { record, passages, vectors } = makeSecret();
  const secret = {
    record: { ...record, passages: 1 },
    passages: passages.slice(0, 1),
    vectors: vectors.slice(0, 1),
  };
  await store.put([secret, ...LARGE]);
  await store.optimize();
  await store.put([makeEntry("late.txt", ["It came later."])]);
  await store.optimize();
  await store.forget([{ ...tombstone, id: "late.txt" }]);
  await store.optimize();
  await expectErased(ALL, LARGE.length);
});
