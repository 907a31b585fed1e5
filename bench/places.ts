// Real articles in files of every kind → quotes of them, each proved again from its file alone by places/prove.py.
// npx tsx bench/places.ts --data ARTICLES.jsonl.gz [--quotes 5000] [--files 18] [--seed 1] [--own DIR] [--folder DIR]
//
// A line of ARTICLES: {"title", "url", "publish_date", "text"}. Wants python3 (its standard library is enough) and
// pdftotext; soffice makes PDFs and more documents where it is there. --files: of each kind.
// --own: a folder of files of your own, whose quotes are proved too. --folder: where all are kept.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import type { Place } from "../src/core/place.ts";
import { parseArticle } from "../src/corpus/read/parse-article.ts";
import { splitSentences } from "../src/english/split-sentences.ts";
import { makeTar, makeZip } from "../test/corpus/formats/pack.ts";
import { type Chance, readStories, rollDice, type Story } from "./places/stories.ts";
import * as documents from "./places/write-documents.ts";
import * as pages from "./places/write-pages.ts";
import * as records from "./places/write-records.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    quotes: { type: "string", default: "5000" },
    files: { type: "string", default: "18" },
    seed: { type: "string", default: "1" },
    own: { type: "string" },
    folder: { type: "string" },
  },
});
/** Shorter ones are headings and fragments, of which a quote is none. */
const SHORTEST = 25;

interface Quote {
  /** A kind of file, as `KINDS` calls it. */
  readonly kind: string;
  readonly file: string;
  readonly sha256: string;
  readonly words: string;
  readonly places: readonly Place[];
}

type Write = (three: readonly [Story, Story, Story], chance: Chance) => string | Uint8Array;

/** Kind and ending → how three stories become a file of it; some kinds take the first alone. */
const KINDS: Readonly<Record<string, Write>> = {
  "utf-8.html": ([one], chance) => pages.writePage(one, chance),
  "windows-1252.html": ([one], chance) =>
    pages.encodeWindows1252(pages.writePage(one, chance, "windows-1252")),
  "saved.mht": ([one], chance) => records.writeMht(one, chance),
  "8bit.eml": ([one]) => records.writeMail(one, "8bit"),
  "quoted.eml": ([one]) => records.writeMail(one, "quoted-printable"),
  "html.eml": ([one], chance) => records.writeMail(one, "base64", pages.writePage(one, chance)),
  "box.mbox": records.writeBox,
  "table.csv": (all) => records.writeTable(all, ","),
  "table.tsv": (all) => records.writeTable(all, "\t"),
  "lines.jsonl": records.writeJsonLines,
  "list.json": records.writeJson,
  "feed.rss": records.writeRss,
  "feed.atom": records.writeAtom,
  "feed.json": records.writeJsonFeed,
  "web.vtt": ([one], chance) => records.writeCaptions(one, true, chance),
  "sub.srt": ([one], chance) => records.writeCaptions(one, false, chance),
  "written.docx": ([one], chance) => documents.writeDocx(one, chance),
  "written.odt": ([one], chance) => documents.writeOdt(one, chance),
  "written.rtf": ([one], chance) => documents.writeRtf(one, chance),
  "book.epub": pages.writeEpub,
  "crawl.warc": pages.writeWarc,
  "crawl.warc.gz": (all, chance) => gzipSync(pages.writeWarc(all, chance)),
  "pack.zip": (all, chance) => pages.writeArchive(all, chance, makeZip),
  "pack.tar.gz": (all, chance) => gzipSync(pages.writeArchive(all, chance, makeTar)),
  "page.html.gz": ([one], chance) => gzipSync(pages.writePage(one, chance)),
};
const BY_OFFICE = ["pdf", "docx", "odt", "rtf"];

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function writeFiles(
  stories: readonly Story[],
  count: number,
  chance: Chance,
  folder: string,
): void {
  let next = 0;
  const take = (): Story => stories[next++ % stories.length] as Story;
  for (const [kind, write] of Object.entries(KINDS)) {
    mkdirSync(join(folder, kind), { recursive: true });
    for (let at = 0; at < count; at += 1)
      writeFileSync(join(folder, kind, `${at}-${kind}`), write([take(), take(), take()], chance));
  }
  if (!hasOffice()) {
    print("soffice is not here: no PDFs, and no documents that LibreOffice made");
    return;
  }
  for (const ending of BY_OFFICE) {
    const own = Array.from({ length: count }, () => withoutPictures(take()));
    documents.convertByOffice(own, chance, join(folder, `office.${ending}`), ending);
  }
}

/** Pictures that no font here has are printed as boxes, which say nothing. */
const withoutPictures = (story: Story): Story => ({
  ...story,
  paragraphs: story.paragraphs.filter(
    (words) => !/[\u{10000}-\u{10ffff}]|\u200d|\ufe0f/u.test(words),
  ),
});

const hasOffice = (): boolean => spawnSync("soffice", ["--version"]).status === 0;

/** Sentences of each article that may be quoted, with the places that a proof would hold. */
async function readQuotes(folder: string): Promise<ReadonlyMap<string, readonly Quote[]>> {
  const source = openCorpusFolder(folder);
  const quotes = new Map<string, Quote[]>();
  for await (const entry of source.list()) {
    if (entry.kind !== "listed") continue;
    const kind = dirname(entry.id);
    for (const result of await source.readFile(entry.id)) {
      if (result.kind === "skipped") print(`not read: ${result.id} (${result.detail})`);
      else quotes.set(kind, [...(quotes.get(kind) ?? []), ...quoteArticle(kind, result, entry.id)]);
    }
  }
  return quotes;
}

function quoteArticle(
  kind: string,
  source: Parameters<typeof parseArticle>[0],
  file: string,
): readonly Quote[] {
  const { text, blocks, sha256, extracted } = parseArticle(source);
  return blocks
    .flatMap((block) => splitSentences(text, block))
    .filter(({ start, end }) => end - start >= SHORTEST)
    .map((span) => {
      const words = text.slice(span.start, span.end);
      return { kind, file, sha256, words, places: extracted?.places(span) ?? [] };
    });
}

/** As many of each kind, from all over its articles; what one kind lacks the others give. */
function chooseQuotes(
  quotes: ReadonlyMap<string, readonly Quote[]>,
  wanted: number,
  chance: Chance,
): readonly Quote[] {
  const piles = Array.from(quotes.values(), (own) => shuffle(own, chance));
  const chosen: Quote[] = [];
  for (let at = 0; chosen.length < wanted && piles.some((own) => at < own.length); at += 1)
    chosen.push(...piles.flatMap((own) => own[at] ?? []));
  return chosen.slice(0, wanted);
}

/** In halves, each shuffled before it is dealt: chances are all that there is. */
function shuffle(quotes: readonly Quote[], chance: Chance): readonly Quote[] {
  if (quotes.length < 2) return quotes;
  const [one, other]: [Quote[], Quote[]] = [[], []];
  for (const quote of quotes) (chance(0.5) ? one : other).push(quote);
  if (one.length === 0 || other.length === 0) return quotes;
  return [...shuffle(one, chance), ...shuffle(other, chance)];
}

async function main(): Promise<void> {
  if (values.data === undefined) throw new Error("--data ARTICLES.jsonl.gz is missing");
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), "places-"));
  const chance = rollDice(Number(values.seed));
  writeFiles(readStories(values.data), Number(values.files), chance, folder);
  if (values.own !== undefined) cpSync(values.own, join(folder, "own"), { recursive: true });
  const quotes = chooseQuotes(await readQuotes(folder), Number(values.quotes), chance);
  const list = `${folder}.quotes.jsonl`;
  writeFileSync(list, quotes.map((quote) => `${JSON.stringify(quote)}\n`).join(""));
  print(`${quotes.length} quotes of files in ${basename(folder)}`);
  const script = fileURLToPath(new URL("places/prove.py", import.meta.url));
  const { status } = spawnSync("python3", [script, folder, list], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}

await main();
