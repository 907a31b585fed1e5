// A file's bytes → the articles in it: what kind of file it is, told by its bytes, and then that kind's reading.

import { GZIP, OLD_OFFICE, TAR, ZIP } from "./archives.ts";
import { CAPTIONS } from "./captions.ts";
import { decodeText } from "./decode-text.ts";
import { FEED_FORMAT } from "./feeds.ts";
import {
  type Extraction,
  type ExtractOptions,
  type FileBytes,
  type Format,
  refuse,
} from "./format.ts";
import { HTML_FORMAT } from "./html.ts";
import { MAIL_FORMAT } from "./mail.ts";
import { MHT_FORMAT } from "./mht.ts";
import { PDF } from "./pdf.ts";
import { RTF } from "./rtf.ts";
import { RECORDS, TABLE } from "./tables.ts";
import { WARC } from "./warc.ts";

/** The first that matches reads the file. A PDF may begin somewhere in the first bytes, those of a WARC too. */
const FORMATS: readonly Format[] = [
  ...[WARC, PDF, ZIP, GZIP, TAR, OLD_OFFICE, RTF, CAPTIONS],
  ...[MHT_FORMAT, HTML_FORMAT, MAIL_FORMAT, FEED_FORMAT, RECORDS, TABLE],
];
const TEXT_ENDINGS = [".txt", ".md", ".markdown"];
const ENDINGS = new Set([...TEXT_ENDINGS, ...FORMATS.flatMap(({ endings }) => endings)]);

/** Endings of the names of files that may hold articles, as they are told to a reader. */
export const ARTICLE_ENDINGS: readonly string[] = [...ENDINGS];

/** Whether a name is one of a file that may hold articles. */
export function isArticleName(name: string): boolean {
  const ending = readEnding(name);
  return ending !== undefined && ENDINGS.has(ending);
}

const readEnding = (name: string): string | undefined =>
  /\.[^./\\]+$/.exec(name)?.[0].toLowerCase();

/** Whether a file without an ending is one by its first bytes (a few thousand will do). */
export function isArticleByBytes(file: FileBytes): boolean {
  return FORMATS.some((format) => format.matches(file));
}

const isArticle = (file: FileBytes): boolean =>
  isArticleName(file.name) || (!file.name.includes(".") && isArticleByBytes(file));

export type ReadOptions = Pick<ExtractOptions, "maxBytes" | "columns" | "signal" | "scans">;

/** @throws PullquoteError `interrupted` */
export function readArticles(file: FileBytes, options: ReadOptions): Promise<Extraction> {
  return extract(file, { ...options, depth: 0, unpacked: { bytes: 0 }, extract, isArticle });
}

async function extract(file: FileBytes, options: ExtractOptions): Promise<Extraction> {
  const format = FORMATS.find((one) => one.matches(file));
  return format === undefined ? readText(file) : await format.extract(file, options);
}

function readText({ name, bytes }: FileBytes): Extraction {
  const decoded = decodeText(bytes);
  if (decoded.kind === "undecodable") return refuse(decoded.reason, decoded.detail);
  const ending = readEnding(name);
  if (ending !== undefined && ENDINGS.has(ending) && !TEXT_ENDINGS.includes(ending)) {
    return refuse("damaged", `its name ends in ${ending}, but its bytes are nothing of that kind`);
  }
  const { text, guessed } = decoded;
  const guess = guessed === undefined ? {} : { guessedEncoding: guessed };
  return { articles: [{ text, ...guess }], refused: [] };
}
