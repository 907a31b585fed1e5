// Made copies, made passages and pairs on one event → recall, precision, and how the time grows with the articles.
// npx tsx bench/copies.ts --data DIR [--each 75] [--show]
// DIR holds news-6k/articles.jsonl.gz.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findCopies } from "../src/corpus/copies/find-copies.ts";
import { findRelated } from "../src/corpus/copies/find-related.ts";
import { traceReuse } from "../src/corpus/copies/find-shared-passages.ts";
import {
  fingerprintTexts,
  type PlacedProse,
  placeProse,
} from "../src/corpus/copies/fingerprint-texts.ts";
import { listCopiesOf, type TracedArticle } from "../src/corpus/copies/judge-copy.ts";
import { chunkPassages } from "../src/corpus/read/chunk-passages.ts";
import { parseArticle } from "../src/corpus/read/parse-article.ts";
import { findWords } from "../src/text/words.ts";
import { EDITS, type EditedArticle } from "./copies/edit-article.ts";
import { findPairsOnOneEvent, sharesLongRun } from "./copies/pair-articles.ts";
import { BORROWED, type Borrow, NOT_BORROWED } from "./copies/reuse-pairs.ts";
import { readNews } from "./sets/news-articles.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    each: { type: "string", default: "75" },
    show: { type: "boolean", default: false },
  },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const rows = readNews(join(values.data, "news-6k"));

/** The paragraphs of it, as they are laid beside another article's. */
interface ReadArticle extends TracedArticle {
  readonly prose: PlacedProse;
}

/** The same way as an index does it, from the file's text. */
function trace(id: string, title: string, body: string): ReadArticle {
  const text = `${title}\n\n${body}`;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const file = { id: `${id}.txt`, path: id, text, sha256, textSha256: sha256 };
  const article = parseArticle({ ...file, size: text.length, modified: 0 });
  const samples = fingerprintTexts(chunkPassages(article).map((passage) => passage.text));
  const prose = placeProse(
    article.blocks.map(({ start, end }) => ({ start, text: text.slice(start, end) })),
  );
  return { id, textSha256: sha256, ...samples, prose };
}

const began = performance.now();
const traced = rows.map(({ id, title, text }) => trace(id, title, text));
print(`parsed and traced ${traced.length} articles in ${Math.round(performance.now() - began)} ms`);
const mean = traced.reduce((sum, { prints }) => sum + prints.length, 0) / traced.length;
const marks = traced.reduce((sum, article) => sum + article.marks.length, 0) / traced.length;
print(`sampled runs an article: ${mean.toFixed(0)} for copies, ${marks.toFixed(0)} for passages`);

const usable = rows.filter(
  ({ text }) => findWords(text).length >= 120 && text.split(/\n+/).length >= 6,
);
let found = 0;
let made = 0;
for (const [kind, [name, edit]] of Object.entries(EDITS).entries()) {
  let hits = 0;
  for (let turn = 0; turn < Number(values.each); turn += 1) {
    const at = (turn * 79 + kind * 977) % usable.length;
    const [original, other] = [usable[at], usable[(at + 1311) % usable.length]];
    if (original === undefined || other === undefined) continue;
    const copy = edit(original, other);
    const one = trace("one", original.title, original.text);
    const isFound = listCopiesOf(one, [trace("copy", copy.title, copy.text)]).length > 0;
    if (isFound) hits += 1;
    else if (values.show) print(`  missed (${name}): ${original.title}`);
    made += 1;
  }
  found += hits;
  print(`${name}: ${hits} of ${values.each}`);
}

const pairs = findPairsOnOneEvent(rows, 600);
let wrong = 0;
for (const { one, other } of pairs) {
  const [left, right] = [traced[one], traced[other]];
  if (left === undefined || right === undefined) continue;
  if (listCopiesOf(left, [right]).length === 0) continue;
  wrong += 1;
  if (values.show) print(`  taken for a copy: ${rows[one]?.title} | ${rows[other]?.title}`);
}
print(`made copies found: ${found} of ${made}: recall ${(found / made).toFixed(3)}`);
print(`pairs on one event taken for copies: ${wrong} of ${pairs.length}`);
print(`precision ${(found / (found + wrong)).toFixed(3)}`);

/** As an answer does it: first the samples, then the texts. */
function carriesPassage(one: ReadArticle, other: ReadArticle): boolean {
  const isSharer = findRelated([one], [other]).get(one.id)?.sharers.includes(other.id) === true;
  return isSharer && traceReuse(one.prose, other.id, other.prose) !== undefined;
}

interface MadePair {
  readonly from: EditedArticle;
  readonly made: EditedArticle;
}

/** As many as are wanted, of articles far apart in the set. */
function makePairs(borrow: Borrow, kind: number): readonly MadePair[] {
  const made: MadePair[] = [];
  for (let turn = 0; made.length < Number(values.each) && turn < usable.length; turn += 1) {
    const at = (turn * 61 + kind * 557) % usable.length;
    const [from, into] = [usable[at], usable[(at + 2417) % usable.length]];
    const article = from && into && borrow(from, into);
    if (from !== undefined && article !== undefined) made.push({ from, made: article });
  }
  return made;
}

function countCarried(edits: Readonly<Record<string, Borrow>>): { found: number; made: number } {
  const total = { found: 0, made: 0 };
  for (const [kind, [name, borrow]] of Object.entries(edits).entries()) {
    const made = makePairs(borrow, kind);
    const hits = made.filter((pair) => {
      const one = trace("into", pair.made.title, pair.made.text);
      return carriesPassage(one, trace("from", pair.from.title, pair.from.text));
    });
    print(`${name}: a passage found in ${hits.length} of ${made.length}`);
    total.found += hits.length;
    total.made += made.length;
  }
  return total;
}
const carried = countCarried(BORROWED);
const notCarried = countCarried(NOT_BORROWED);
const apart = pairs.filter(({ one, other }) => {
  const [left, right] = [rows[one], rows[other]];
  return left !== undefined && right !== undefined && !sharesLongRun(left.text, right.text);
});
const taken = apart.filter(({ one, other }) => {
  const [left, right] = [traced[one], traced[other]];
  return left !== undefined && right !== undefined && carriesPassage(left, right);
});
const wronglyCarried = notCarried.found + taken.length;
print(
  `pairs on one event without twelve words in a row in common: ${apart.length}, passage found in ${taken.length}`,
);
print(`passages: recall ${(carried.found / carried.made).toFixed(3)}`);
print(`passages: precision ${(carried.found / (carried.found + wronglyCarried)).toFixed(3)}`);

const median = (count: number): number => {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    findCopies(traced.slice(0, count));
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[4] ?? 0;
};
const [few, all] = [median(1500), median(traced.length)];
print(`articles with a copy among all: ${findCopies(traced).size}`);
print(`all copies among 1500: ${few.toFixed(0)} ms, among ${traced.length}: ${all.toFixed(0)} ms`);
print(
  `growth ${(all / few).toFixed(2)} for ${(traced.length / 1500).toFixed(1)} times the articles`,
);
