// Quotes shown over real articles, by the built-in writer and by one that lies → those that differ.
// npx tsx bench/quotes.ts --data DIR [--articles 1000] [--questions 250] [--lies 45]
// DIR holds news-6k/articles.jsonl.gz; --also DIR names further folders of articles.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../src/adapters/builtin/builtin-embedder.ts";
import { createPassageReader } from "../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../src/adapters/builtin/token-model.ts";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import { answerQuestion } from "../src/answer/answer-question.ts";
import { createExtractiveWriter } from "../src/answer/extractive/extractive-writer.ts";
import { compareBesideAnswer } from "../src/compare/compare-evidence.ts";
import type { DraftQuote } from "../src/core/draft.ts";
import type { Evidence } from "../src/core/evidence.ts";
import type { AnswerWriter } from "../src/core/ports/answer-writer.ts";
import { ingestCorpus } from "../src/corpus/ingest/ingest-corpus.ts";
import { projectAnswer, renderMarkdown } from "../src/index.ts";
import { MIN_CONFIDENCE } from "../src/search/mixture.ts";
import { readNews, writeNews } from "./sets/news-articles.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    also: { type: "string", multiple: true, default: [] },
    articles: { type: "string", default: "1000" },
    questions: { type: "string", default: "250" },
    lies: { type: "string", default: "45" },
  },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

interface ShownQuote {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a dishonest or careless writer does to a span and its words; some do nothing. */
const distort: readonly ((quote: DraftQuote, other: DraftQuote) => DraftQuote)[] = [
  (quote) => quote,
  (quote) => ({ ...quote, text: quote.text.replace(/\b(\w{4,})\b/u, "$1s") }),
  (quote) => ({ ...quote, text: quote.text.replace(/\d/u, "7") }),
  (quote) => ({ ...quote, text: quote.text.replace(/\b(is|was|were|has)\b/u, "$1 not") }),
  (quote) => ({ ...quote, text: quote.text.replaceAll("’", "'").replaceAll("“", '"') }),
  (quote) => ({ ...quote, start: quote.start + 1, end: quote.end + 1 }),
  (quote) => ({ ...quote, end: quote.end + 40 }),
  (quote, other) => ({ ...quote, articleId: other.articleId }),
  (quote, other) => ({ ...quote, text: `${quote.text} ${other.text}` }),
  (quote) => ({ ...quote, start: -3, end: quote.text.length - 3 }),
  (quote) => ({ ...quote, start: 9_000_000, end: 9_000_000 + quote.text.length }),
  (quote) => ({ ...quote, articleId: `../${quote.articleId}` }),
  (quote) => ({ ...quote, text: quote.text.split(" ").reverse().join(" ") }),
  (quote) => ({ ...quote, text: quote.text.replace(/\s/u, "  ") }),
];

const drafted: DraftQuote[] = [];

/** Quotes what the evidence says, then what it does not. */
function createLyingWriter(lies: number): AnswerWriter {
  return {
    identity: { name: "liar", model: "liar", digest: "" },
    async *draft(evidence: Evidence) {
      const honest = evidence.passages.flatMap(({ passage }) =>
        passage.sentences.map(({ start, end }) => ({
          articleId: passage.articleId,
          start,
          end,
          text: passage.text.slice(start - passage.start, end - passage.start),
        })),
      );
      for (let turn = 0; turn < lies * 2; turn += 1) {
        const [quote, other] = [honest[turn % honest.length], honest[(turn * 7) % honest.length]];
        if (quote === undefined || other === undefined) return;
        const made = turn % 2 === 0 ? quote : distort[turn % distort.length]?.(quote, other);
        if (made === undefined) continue;
        drafted.push(made);
        yield { kind: "claim" as const, text: "It is said:", quotes: [made] };
      }
    },
    close: async () => undefined,
  };
}

const root = mkdtempSync(join(tmpdir(), "pullquote-quotes-"));
const corpus = join(root, "corpus");
mkdirSync(corpus);
for (const folder of values.also) cpSync(folder, join(corpus, "also"), { recursive: true });
const rows = readNews(join(values.data, "news-6k")).slice(0, Number(values.articles));
writeNews(corpus, rows);

const model = openTokenModel();
const embedder = createBuiltinEmbedder(model);
const source = openCorpusFolder(corpus);
const store = openLanceStore(join(root, "index"));
for await (const _event of ingestCorpus({ source, store, embedder }));

/** The quote's bytes in the file, found without the product: decoded here, sliced here. */
const files = new Map<string, { text: string; sha256: string }>();
function readFile(articleId: string): { text: string; sha256: string } {
  const known = files.get(articleId);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(corpus, articleId));
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const read = { text, sha256: createHash("sha256").update(bytes).digest("hex") };
  files.set(articleId, read);
  return read;
}
const differs = ({ articleId, start, end, text }: ShownQuote): boolean =>
  Buffer.compare(Buffer.from(readFile(articleId).text.slice(start, end)), Buffer.from(text)) !== 0;

const reader = createPassageReader(model);
const writers = [createExtractiveWriter(MIN_CONFIDENCE), createLyingWriter(Number(values.lies))];
const titles = rows.map(({ title }) => title).filter((title) => title.length > 20);
const step = Math.max(1, Math.floor(titles.length / Number(values.questions)));
const counts = { shown: 0, different: 0, wrongDigest: 0, rejected: 0, exported: 0 };
for (const writer of writers) {
  for (let index = 0; index < titles.length; index += step) {
    const asked = { text: titles[index] ?? "", filters: {}, conversation: [] };
    const ports = { source, store, embedder, reader, writer, compare: compareBesideAnswer };
    for await (const event of answerQuestion(asked, ports)) {
      if (event.kind !== "outcome") continue;
      const { outcome } = event;
      counts.rejected += outcome.rejected.length;
      const json = JSON.parse(JSON.stringify(projectAnswer(outcome)));
      const shown: readonly ShownQuote[] = json.quotes;
      counts.shown += shown.length;
      counts.different += shown.filter(differs).length;
      for (const { articleId, sha256 } of json.sources) {
        if (readFile(articleId).sha256 !== sha256) counts.wrongDigest += 1;
      }
      const markdown = renderMarkdown([outcome]);
      const proofs = [...markdown.matchAll(/^```json\n([\s\S]*?)^```$/gmu)].map(([, body]) =>
        JSON.parse(body ?? ""),
      );
      const exact = proofs.flatMap(({ quotes = [] }) => quotes).map(({ quote }) => quote.exact);
      counts.exported += shown.filter(({ text }) => exact.includes(text)).length;
    }
  }
}
await Promise.all(writers.map((writer) => writer.close()));
await embedder.close();
await store.close();
await Promise.all([model.close(), reader.close()]);

print(`articles ${rows.length}, ${values.also.length} further folders; questions ${titles.length}`);
print(`quotes shown: ${counts.shown}; differing from their file: ${counts.different}`);
print(`of them in an export's proof with the same words: ${counts.exported}`);
print(
  `sources with a wrong digest: ${counts.wrongDigest}; draft quotes rejected: ${counts.rejected}`,
);
const trusted = drafted.filter((quote) => {
  try {
    return differs(quote);
  } catch {
    return true;
  }
}).length;
print(`rival, the lying writer's ${drafted.length} quotes printed unverified: ${trusted} differ`);
rmSync(root, { recursive: true, force: true });
process.exitCode = counts.different + counts.wrongDigest === 0 ? 0 : 1;
