// node bench/check-export.mjs EXPORT.md CORPUS → whether every quote of an export stands in its article.
//
// Shares no code with pullquote: it reads the proof blocks, the articles' bytes and what `marked`
// renders, and compares the three. Exit 0: all stand; 1: some do not; 2: it could not check.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";

const [exportPath, corpus] = process.argv.slice(2);
if (corpus === undefined) {
  process.stderr.write("usage: node bench/check-export.mjs EXPORT.md CORPUS\n");
  process.exit(2);
}
const markdown = readFileSync(exportPath, "utf8");
const faults = [];
const proofs = marked
  .lexer(markdown)
  .filter((token) => token.type === "code" && token.lang === "json")
  .map((token) => JSON.parse(token.text))
  .filter((proof) => /^proof\/[12]$/.test(proof.pullquote));
if (proofs.length === 0) {
  process.stderr.write(`${exportPath} has no proof block\n`);
  process.exit(2);
}

const proved = new Map();
let closest = 0;
for (const proof of proofs) {
  const unit = proof.pullquote === "proof/1" ? "utf-16" : "code-point";
  if (proof.unit !== unit) faults.push(`unknown unit ${proof.unit}`);
  const texts = new Map(proof.sources.map((source) => [source.number, readSource(source)]));
  const entries = (list) => (list ?? []).map((entry) => readEntry(entry, texts));
  for (const quote of entries(proof.quotes)) {
    if (proved.has(quote.number)) faults.push(`[${quote.number}] is proved twice`);
    proved.set(quote.number, { ...quote, text: texts.get(quote.source)?.text });
    compareSpan(`[${quote.number}]`, quote, texts.get(quote.source)?.text);
  }
  for (const excerpt of entries(proof.closest)) {
    closest += 1;
    compareSpan(`a closest excerpt`, excerpt, texts.get(excerpt.source)?.text);
  }
}

// A line end of a quote is a character reference in the export: a bare one is a formatter's reflow.
const html = marked.parse(markdown.replace(/(?<=^>.*)\n> ?(?=\S)/gm, " "));
const quoted =
  /<blockquote>\n<p>“([\s\S]*?)”\s<a href="#source-(\d+)">\[(\d+)\]<\/a><\/p>\n<\/blockquote>/g;
const shown = new Set();
for (const [, rendered, source, number] of html.matchAll(quoted)) {
  const quote = proved.get(Number(number));
  shown.add(Number(number));
  if (quote === undefined) faults.push(`[${number}] is shown, but not proved`);
  else if (unescapeHtml(rendered.replace(/<\/?strong>/g, "")) !== quote.quote.exact)
    faults.push(`[${number}] reads otherwise`);
  else if (quote.source !== Number(source)) faults.push(`[${number}] links to source ${source}`);
}
for (const number of proved.keys()) {
  if (!shown.has(number)) faults.push(`[${number}] is proved, but not shown`);
}

const placed = /\[(\d+)\] (?:<a [^>]*>)?line (\d+),\s+characters (\d+) to (\d+)/g;
for (const [, number, line, start, end] of html.matchAll(placed)) {
  const { position, text = "" } = proved.get(Number(number)) ?? {};
  const lines = text.slice(0, position?.start).split(/\r\n|\n|\r/).length;
  if (position?.start !== Number(start) || position.end !== Number(end) || lines !== Number(line)) {
    faults.push(`[${number}] is listed at another place than it is proved at`);
  }
}

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(
  `${proofs.length} proof blocks, ${proved.size} quotes, ${closest} closest excerpts: ${faults.length} faults\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** An entry with its position in UTF-16 units, in which its version or its selectors count. */
function readEntry(entry, texts) {
  if (entry.selector === undefined) return entry;
  const [{ type, ...points }, { type: quoteType, ...quote }] = entry.selector;
  if (`${type} ${quoteType}` !== "TextPositionSelector TextQuoteSelector") {
    faults.push(`unknown selectors ${type}, ${quoteType}`);
  }
  const characters = Array.from(texts.get(entry.source)?.text ?? "");
  const unitsBefore = (count) => characters.slice(0, count).join("").length;
  const position = { start: unitsBefore(points.start), end: unitsBefore(points.end) };
  return { ...entry, position, quote };
}

function readSource({ articleId, sha256, textSha256 }) {
  const bytes = readFileSync(join(corpus, articleId));
  const text = decode(bytes);
  if (digest(bytes) !== sha256) faults.push(`${articleId}: the file has changed`);
  if (digest(Buffer.from(text, "utf8")) !== textSha256) faults.push(`${articleId}: other text`);
  return { text };
}

function compareSpan(name, { position, quote }, text = "") {
  const { start, end } = position;
  if (text.slice(start, end) !== quote.exact) faults.push(`${name} does not stand in its article`);
  const around =
    text.slice(0, start).endsWith(quote.prefix) && text.slice(end).startsWith(quote.suffix);
  if (!around) faults.push(`${name} stands between other words`);
}

/** The file's text without its byte order mark. */
function decode(bytes) {
  const mark = bytes.subarray(0, 2).toString("hex");
  const encoding = { fffe: "utf-16le", feff: "utf-16be" }[mark] ?? "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function digest(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

function unescapeHtml(text) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_all, hex, decimal, name) =>
    name ? named[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}
