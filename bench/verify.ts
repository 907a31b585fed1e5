// Real articles, changed in known ways, as drafts → how many bad quotes are caught and honest ones faulted, and how fast.
// npx tsx bench/verify.ts --data DIR [--articles N] [--each N]
//
// DIR holds `articles/*.txt` and `eval/news-6k/articles.jsonl.gz`. Nothing of them is written anywhere
// but to a temporary folder for the timing.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import type { Verdict } from "../src/core/check.ts";
import { openArticle } from "../src/quote/judged-article.ts";
import { checkDocuments } from "../src/verify/check-documents.ts";
import { judgeQuotation } from "../src/verify/judge-quotation.ts";
import { openMemorySource } from "../test/memory/memory-source.ts";
import { composeNews, readNews } from "./sets/news-articles.ts";
import { type Case, makeBadCases, makeHonestCases, type QuotedSentence } from "./verify-cases.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    articles: { type: "string", default: "1500" },
    each: { type: "string", default: "130" },
    show: { type: "string", default: "3" },
  },
});
if (values.data === undefined) throw new Error("usage: npx tsx bench/verify.ts --data DIR");
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const all = readArticles(values.data);
const articles = all.slice(0, Number(values.articles));
const sentences = listSentences();
print(`${articles.length} articles, ${sentences.length} sentences that occur once`);
const each = Number(values.each);
await measure("bad", makeBadCases(sentences, each));
await measure("honest", makeHonestCases(sentences, each * 3));
await time();

function readArticles(folder: string): { id: string; text: string }[] {
  const five = readdirSync(join(folder, "articles"))
    .filter((name) => name.endsWith(".txt"))
    .map((id) => ({ id, text: readFileSync(join(folder, "articles", id), "utf8") }));
  const news = readNews(join(folder, "eval/news-6k")).map((article, at) => ({
    id: `n${at}.txt`,
    text: composeNews(article),
  }));
  return [...five, ...news].filter(({ text }) => text.trim() !== "");
}

/** One-line sentences of 60 to 220 units without marks or dots of their own, found once in the corpus. */
function listSentences(): QuotedSentence[] {
  const lines = articles.flatMap(({ id, text }) => text.split("\n").map((line) => ({ id, line })));
  const found = new Map<string, QuotedSentence | undefined>();
  for (const { id, text } of lines.flatMap(cutLine)) {
    found.set(text, found.has(text) ? undefined : { id, text });
  }
  const once = shuffle([...found.values()].filter((one) => one !== undefined));
  const whole = articles.map(({ text }) => text).join("\n\n");
  return once.slice(0, 4000).filter(({ text }) => whole.indexOf(text) === whole.lastIndexOf(text));
}

function cutLine({ id, line }: { id: string; line: string }): QuotedSentence[] {
  const PLAIN = /^[A-Z][^"“”‘’'[\]()…*_<>\\|]{58,218}\.$/;
  return line
    .split(/(?<=[a-z][.!?])\s+(?=[A-Z])/)
    .map((sentence) => ({ id, text: sentence.trim() }))
    .filter(({ text }) => PLAIN.test(text) && !text.includes("..."));
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  let seed = 12345;
  const keyed = items.map((item) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return { item, key: seed };
  });
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

async function measure(name: string, cases: readonly Case[]): Promise<void> {
  const documents = cases.map(({ draft, format = "md" }, at) => ({
    name: `${at}.${format}`,
    text: draft,
  }));
  const checked = await checkDocuments(documents, openMemorySource(articles));
  const tally = new Map<string, { count: number; caught: number; right: number }>();
  const shown = new Map<string, number>();
  cases.forEach(({ kind, expected }, at) => {
    const verdicts = (checked.documents[at]?.findings ?? []).map(({ verdict }) => verdict);
    const verdict: Verdict | "nothing found" = verdicts[0] ?? "nothing found";
    const row = tally.get(kind) ?? { count: 0, caught: 0, right: 0 };
    tally.set(kind, row);
    row.count += 1;
    if (!["verified", "typographic", "edited"].includes(verdict)) row.caught += 1;
    if (expected.includes(verdict as Verdict)) row.right += 1;
    else if ((shown.get(kind) ?? 0) < Number(values.show)) {
      shown.set(kind, (shown.get(kind) ?? 0) + 1);
      print(
        `  ${name} ${kind}: ${verdict}: ${documents[at]?.text.slice(0, 260)} || ${checked.documents[at]?.findings[0]?.detail}`,
      );
    }
  });
  const sum = { count: 0, caught: 0, right: 0 };
  for (const [kind, row] of tally) {
    print(
      `${name} · ${kind}: ${row.count} quotes, ${row.caught} faulted, ${row.right} with the right verdict`,
    );
    for (const key of ["count", "caught", "right"] as const) sum[key] += row[key];
  }
  print(
    `${name} · ALL: ${sum.count} quotes, ${sum.caught} faulted (${((100 * sum.caught) / sum.count).toFixed(2)} %), ${sum.right} right (${((100 * sum.right) / sum.count).toFixed(2)} %)`,
  );
}

/** A draft of 100 quotes, half of them changed, against a folder of every article; then by scanning. */
async function time(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-verify-"));
  try {
    for (const { id, text } of all) writeFileSync(join(folder, id), text);
    const draft = sentences
      .slice(0, 100)
      .map(({ text }, at) => `“${at % 2 === 0 ? text : text.replace(/ the | a /, " that ")}”`)
      .join("\n\n");
    const begun = performance.now();
    const cpu = process.cpuUsage();
    const { documents } = await checkDocuments(
      [{ name: "draft.md", text: draft }],
      openCorpusFolder(folder),
    );
    const took = performance.now() - begun;
    const used = process.cpuUsage(cpu);
    print(
      `100 quotes, ${all.length} articles from files: ${took.toFixed(0)} ms, ${((used.user + used.system) / 1000).toFixed(0)} ms of processor`,
    );
    const some = all.slice(0, 20).map((article) => {
      const source = {
        ...article,
        path: article.id,
        sha256: "",
        textSha256: "",
        size: 0,
        modified: 0,
      };
      return openArticle(source, () => ({}));
    });
    const quotations = documents[0]?.findings.slice(0, 5).map(({ quotation }) => quotation) ?? [];
    const scanCpu = process.cpuUsage();
    for (const quotation of quotations) {
      for (const article of some) {
        const near = Array.from(
          { length: Math.ceil(article.source.text.length / 200) },
          (_, at) => ({
            start: at * 200,
            end: at * 200 + quotation.text.length,
          }),
        );
        judgeQuotation(quotation, [{ article, near }]);
      }
    }
    const scan = process.cpuUsage(scanCpu);
    const scanned =
      ((scan.user + scan.system) / 1000) * (100 / quotations.length) * (all.length / some.length);
    print(
      `by scanning (5 quotes × 20 articles, scaled up): ${scanned.toFixed(0)} ms of processor, ÷ ours ${(scanned / ((used.user + used.system) / 1000)).toFixed(0)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
