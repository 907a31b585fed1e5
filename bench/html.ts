// How well the article of a web page is found: shingle F1 of its body as scrapinghub's article-extraction-benchmark
// counts it, beside Readability alone. `npx tsx bench/html.ts --data DIR`: DIR/html-articles has ground-truth.json and
// html/ID.html.gz.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
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

async function readOurs(bytes: Uint8Array): Promise<string> {
  const { articles } = await readArticles({ name: "page.html", bytes }, { maxBytes: 50_000_000 });
  const [article] = articles;
  if (article === undefined) return "";
  const file = { id: "page.html", path: "page.html", sha256: "", textSha256: "", size: 0 };
  const { blocks, text } = parseArticle({ ...file, modified: 0, ...article });
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
