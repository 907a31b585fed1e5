// How well the article of a web page is found: shingle F1 of its body as scrapinghub's article-extraction-benchmark
// counts it, beside Readability alone; and how often its headline, author and day are those that a reader sees, by labels
// made by hand (bench/html/labels.json: digests of the words in small letters, null where the page names nobody; an
// account or "admin" is nobody). `npx tsx bench/html.ts --data DIR`: DIR/html-articles has ground-truth.json and
// html/ID.html.gz.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Article } from "../src/core/article.ts";
import { readArticles } from "../src/corpus/formats/read-file.ts";
import { parseArticle } from "../src/corpus/read/parse-article.ts";

const { values } = parseArgs({ options: { data: { type: "string", default: "data" } } });
const folder = join(values.data, "html-articles");
const truth = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<
  string,
  { articleBody: string }
>;

const SHINGLE = 4;

function countShingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const size = Math.min(SHINGLE, words.length);
  for (let at = 0; at + size <= words.length && size > 0; at += 1) {
    const shingle = words.slice(at, at + size).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of one page; the benchmark averages both over pages, and F1 is of the averages. */
function score(predicted: string, body: string): { precision: number; recall: number } {
  const [found, right] = [countShingles(predicted), countShingles(body)];
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, right.get(shingle) ?? 0);
  const total = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { precision: shared / (total(found) || 1), recall: shared / (total(right) || 1) };
}

async function parsePage(bytes: Uint8Array): Promise<Article | undefined> {
  const { articles } = await readArticles({ name: "page.html", bytes }, { maxBytes: 50_000_000 });
  const [article] = articles;
  const file = { id: "page.html", path: "page.html", sha256: "", textSha256: "", size: 0 };
  return article && parseArticle({ ...file, modified: 0, ...article });
}

async function readOurs(bytes: Uint8Array): Promise<string> {
  const { blocks, text } = (await parsePage(bytes)) ?? { blocks: [], text: "" };
  return blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n");
}

function readAlone(bytes: Uint8Array): string {
  try {
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    return new Readability(document).parse()?.textContent ?? "";
  } catch {
    return "";
  }
}

const readers = {
  pullquote: readOurs,
  "Readability alone": async (bytes: Uint8Array) => readAlone(bytes),
};
for (const [name, read] of Object.entries(readers)) {
  const scores: ReturnType<typeof score>[] = [];
  const times: number[] = [];
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const bytes = gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`)));
    const begun = performance.now();
    const text = await read(bytes);
    times.push(performance.now() - begun);
    scores.push(score(text, articleBody));
  }
  const mean = (of: "precision" | "recall"): number =>
    scores.reduce((sum, one) => sum + one[of], 0) / scores.length;
  const [precision, recall] = [mean("precision"), mean("recall")];
  const f1 = (2 * precision * recall) / (precision + recall);
  const median = times.sort((one, other) => one - other)[times.length >> 1] ?? 0;
  process.stdout.write(
    `${name}: F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${median.toFixed(0)} ms a page (median), ${scores.length} pages\n`,
  );
}

const FIELDS = ["title", "author", "day"] as const;
type Labels = Readonly<Record<(typeof FIELDS)[number], string | null>>;
const labels = JSON.parse(
  readFileSync(new URL("html/labels.json", import.meta.url), "utf8"),
) as Readonly<Record<string, Labels>>;

function digestWords(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return createHash("sha256").update(words.join(" ")).digest("hex");
}

const counts = FIELDS.map((field) => ({ field, told: 0, right: 0, invented: 0, wrong: "" }));
for (const [id, label] of Object.entries(labels)) {
  const page = gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`)));
  const { title, author, published } = (await parsePage(page))?.metadata ?? {};
  const found = { title, author, day: published && { value: published.value.slice(0, 10) } };
  for (const count of counts) {
    const [wanted, given] = [label[count.field], found[count.field]?.value];
    const isRight = given === undefined ? wanted === null : digestWords(given) === wanted;
    if (wanted !== null) count.told += 1;
    if (wanted !== null && isRight) count.right += 1;
    if (wanted === null && !isRight) count.invented += 1;
    if (!isRight) count.wrong += ` ${id.slice(0, 8)}`;
  }
}
for (const { field, told, right, invented, wrong } of counts)
  process.stdout.write(
    `${field}: ${(right / told).toFixed(3)} right of ${told} pages that tell it, ${invented} invented${wrong && `; wrong:${wrong}`}\n`,
  );
