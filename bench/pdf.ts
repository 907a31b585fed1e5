// PDFs made here from invented text: words lost, doubled or glued, sentences that stand whole, and the time of a page.
// npx tsx bench/pdf.ts [--python PATH] [--count 220] [--from 0] [--folder DIR] [--misses]
//
// PATH is a Python with reportlab, weasyprint and typst; chromium and soffice are used where they are. See pdf/render.py.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { diffArrays } from "diff";
import { readArticles } from "../src/corpus/formats/read-file.ts";
import { inventArticles, type PrintedArticle } from "./pdf/invent-articles.ts";

const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    count: { type: "string", default: "220" },
    from: { type: "string", default: "0" },
    folder: { type: "string" },
    misses: { type: "boolean" },
  },
});
const MAX_BYTES = 50_000_000;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

interface Score {
  pdfs: number;
  pages: number;
  words: number;
  lost: number;
  added: number;
  sentences: number;
  whole: number;
  paragraphs: number;
  kept: number;
  milliseconds: number;
}

function render(articles: readonly PrintedArticle[], folder: string): readonly string[] {
  const list = join(folder, "made.json");
  if (existsSync(list)) return JSON.parse(readFileSync(list, "utf8"));
  const script = fileURLToPath(new URL("pdf/render.py", import.meta.url));
  const made = execFileSync(values.python, [script, folder], {
    input: JSON.stringify(articles),
    maxBuffer: 1e8,
    stdio: ["pipe", "pipe", "inherit"],
  }).toString();
  writeFileSync(list, made);
  return JSON.parse(made);
}

const spell = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** What stands in the text, block by block: footnotes, with their numbers, at its end. */
function expect(article: PrintedArticle): readonly string[] {
  const paragraphs = article.sections.flatMap(({ heading, paragraphs: own }) => [
    heading,
    ...own.map((sentences) => sentences.map(({ text }) => text).join(" ")),
  ]);
  const notes = article.sections
    .flatMap((section) => section.paragraphs.flat())
    .flatMap(({ note }) => note ?? []);
  return [article.title, ...paragraphs, ...notes.map((note, at) => `${at + 1} ${note}`)];
}

/** What it adds to a tool's score, and what was lost or put in, for a reader. */
async function score(
  article: PrintedArticle,
  folder: string,
): Promise<{ readonly own: Score; readonly misses: readonly string[] }> {
  const name = `${article.name}.pdf`;
  const bytes = readFileSync(join(folder, name));
  const begun = performance.now();
  const { articles, refused } = await readArticles({ name, bytes }, { maxBytes: MAX_BYTES });
  const milliseconds = performance.now() - begun;
  const { text, extracted } = articles[0] ?? {
    text: JSON.stringify(refused),
    extracted: undefined,
  };
  const known = expect(article);
  const parts = diffArrays([...spell(known.join(" "))], [...spell(text)]);
  const lost = parts.filter(({ removed }) => removed);
  const added = parts.filter((part) => part.added);
  const sentences = article.sections.flatMap((section) => section.paragraphs.flat());
  const blocks = (extracted?.blocks ?? []).map(({ start, end }) => text.slice(start, end));
  const places = extracted?.places({ start: 0, end: text.length }) ?? [];
  const own = {
    pdfs: 1,
    pages: Math.max(...places.flat().map((step) => (step.kind === "page" ? step.number : 0))),
    words: spell(known.join(" ")).length,
    lost: lost.reduce((sum, { value }) => sum + value.length, 0),
    added: added.reduce((sum, { value }) => sum + value.length, 0),
    sentences: sentences.length,
    whole: sentences.filter((sentence) => text.includes(sentence.text)).length,
    paragraphs: known.length,
    kept: known.filter((paragraph) => blocks.includes(paragraph)).length,
    milliseconds,
  };
  const misses = [...lost, ...added].map(
    (part) => `${part.added ? "+" : "-"} ${part.value.slice(0, 12).join(" ")}`,
  );
  return { own, misses };
}

function addTo(total: Score, own: Score): void {
  for (const key of Object.keys(total) as (keyof Score)[]) total[key] += own[key];
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), "pullquote-pdf-"));
mkdirSync(folder, { recursive: true });
const articles = inventArticles(Number(values.count), Number(values.from));
const made = new Set(render(articles, folder));
const totals = new Map<string, Score>();
const none: Score = {
  ...{ pdfs: 0, pages: 0, words: 0, lost: 0, added: 0, sentences: 0, whole: 0 },
  ...{ paragraphs: 0, kept: 0, milliseconds: 0 },
};
for (const article of articles) {
  if (!made.has(article.name)) continue;
  const key = `${article.tool}${article.tagged ? " tagged" : ""}`;
  const total = totals.get(key) ?? { ...none };
  totals.set(key, total);
  const { own, misses } = await score(article, folder);
  addTo(total, own);
  if (values.misses === true && misses.length > 0)
    print(`${article.name} (${article.columns} columns)\n  ${misses.slice(0, 12).join("\n  ")}`);
}
const sum = { ...none };
for (const total of totals.values()) addTo(sum, total);
for (const [name, total] of [...totals, ["all", sum] as const]) {
  print(
    `${name.padEnd(18)} ${total.pdfs} PDFs, ${total.pages} pages, ${total.words} words: ${total.lost} lost, ${total.added} added` +
      ` · sentences whole ${(total.whole / total.sentences).toFixed(4)} · paragraphs ${(total.kept / total.paragraphs).toFixed(4)}` +
      ` · ${(total.milliseconds / total.pages).toFixed(0)} ms a page`,
  );
}
