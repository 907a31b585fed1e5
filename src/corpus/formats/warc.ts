// A web archive (WARC) → the articles of the pages that were saved, each under the number of its record.

import { declareFields } from "./declare-fields.ts";
import {
  DEEPEST,
  type ExtractedArticle,
  type Extraction,
  type ExtractOptions,
  type FileBytes,
  type Format,
  opensWith,
  type Refused,
  refuse,
  TOO_DEEP,
} from "./format.ts";
import { ArticleGathering, extractInner } from "./gather-articles.ts";
import { type PackMethod, unpack } from "./unpack.ts";
import {
  type Answer,
  type Headers,
  listRecords,
  readAnswer,
  readAscii,
  type WebRecord,
} from "./warc-records.ts";

export const WARC: Format = {
  name: "WARC",
  endings: [".warc"],
  matches: (file) => opensWith(file, /^WARC\/[01]\.\d+\r?\n/),
  extract: readWarc,
};

/** Places are a record's number, then those of its page: bytes of the body, unpacked. */
async function readWarc(file: FileBytes, options: ExtractOptions): Promise<Extraction> {
  if (options.depth > DEEPEST) return refuse("too-deep", TOO_DEEP);
  const gathering = new ArticleGathering();
  for (const record of listRecords(file.bytes)) {
    const part = String(record.number);
    const page = openPage(record, options);
    if (typeof page === "string") gathering.passOver(page);
    else if (page !== undefined && "reason" in page) gathering.refuse(part, page);
    else if (page !== undefined) {
      const outer = [{ kind: "record", number: record.number } as const];
      const { articles, refused } = await extractInner({ file: page, part, outer }, options);
      const noted = articles.map((one) => addHeaders(one, record.headers));
      gathering.add(part, { articles: noted, refused });
    }
  }
  return gathering.finish("its records that hold no page", "no page was saved in it");
}

/** What the page itself tells counts before what was noted when it was saved. */
function addHeaders(article: ExtractedArticle, headers: Headers): ExtractedArticle {
  const { extracted } = article;
  if (extracted === undefined) return article;
  const url = headers.get("warc-target-uri")?.replace(/^<|>$/g, "");
  const { doubts: _, ...noted } = declareFields([["url", url]], "header");
  const metadata = { ...noted, ...extracted.metadata };
  const saved = headers.get("warc-date");
  // The day of saving is not the day of the article, and must not be told as it.
  const detail = `its page tells no day; it was saved on ${saved?.slice(0, 10)}`;
  const isUndated = metadata.published === undefined && saved !== undefined;
  const doubts = [
    ...(extracted.metadata?.doubts ?? []),
    ...(isUndated ? [{ line: 1, key: "", detail }] : []),
  ];
  const told = { ...metadata, ...(doubts.length > 0 && { doubts }) };
  const when = saved === undefined ? {} : { saved };
  return { ...article, extracted: { ...extracted, ...when, metadata: told } };
}

/** The page that a record holds, why it cannot be read, or what else the record is; nothing for notes of the crawl. */
function openPage(
  record: WebRecord,
  options: ExtractOptions,
): FileBytes | Refused | string | undefined {
  const type = record.headers.get("warc-type");
  if (type === "revisit") return "unchanged since an earlier visit";
  if (type !== "response" && type !== "resource") return undefined;
  if (record.isCut)
    return { reason: "damaged", detail: "the file ends within it; get the file again" };
  const answer = readAnswer(record);
  if (!/^2/.test(answer.status ?? "200")) return `answered with ${answer.status || "no status"}`;
  const kind = readType(answer.headers);
  const ending = PAGES.get(kind);
  if (ending === undefined) return kind;
  const bytes = answer.status === undefined ? answer.body : decodeBody(answer, options);
  const name = nameFile(record.headers.get("warc-target-uri") ?? "", ending);
  return bytes instanceof Uint8Array ? { name, bytes } : bytes;
}

const readType = (headers: Headers): string =>
  /^[^;\s]*/.exec(headers.get("content-type") ?? "")?.[0].toLowerCase() || "of no type";

const PAGES: ReadonlyMap<string, string> = new Map([
  ["text/html", ".html"],
  ["application/xhtml+xml", ".xhtml"],
  ["text/plain", ".txt"],
  ["application/pdf", ".pdf"],
]);

/** The last step of the address, with the ending that its type says. */
function nameFile(address: string, ending: string): string {
  const path = address.replace(/^<?[a-z]+:\/\/[^/]*/i, "");
  const last = /\/([^/?#]+)(?:[?#]|$)/.exec(path)?.[1] ?? "page";
  return last.replace(/\.[a-z]{2,5}$/i, "") + ending;
}

/** Some crawlers unpack what they save and leave the headers as they were: these lie. */
function decodeBody({ headers, body: raw }: Answer, options: ExtractOptions): Uint8Array | Refused {
  const isChunked = /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "");
  let body = (isChunked ? joinChunks(raw) : undefined) ?? raw;
  const codings = (headers.get("content-encoding") ?? "").toLowerCase().split(/[\s,]+/);
  for (const coding of codings.filter((one) => one !== "" && one !== "identity").reverse()) {
    const method = CODINGS.get(coding);
    if (method === undefined)
      return { reason: "binary", detail: `its page is packed by ${coding}, which is not read` };
    const unpacked = unpack(body, method, options);
    if (unpacked instanceof Uint8Array) body = unpacked;
    else if (unpacked.reason !== "damaged" || !isWritten(body)) return unpacked;
  }
  return body;
}

const CODINGS: ReadonlyMap<string, PackMethod> = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
  ["br", "br"],
]);

/** A page that was unpacked before it was saved begins as text does. */
const isWritten = (body: Uint8Array): boolean =>
  /^[\s\ufeff\xef\xbb\xbf]*[<\w]/.test(readAscii(body.subarray(0, 64))) &&
  !body.subarray(0, 64).some((byte) => byte < 9);

/** Nothing where the body is not in chunks. */
function joinChunks(raw: Uint8Array): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const line = /^([\da-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n/i.exec(
      readAscii(raw.subarray(at, at + 256)),
    );
    if (line === null) return undefined;
    const size = Number.parseInt(line[1] ?? "0", 16);
    const start = at + line[0].length;
    if (size === 0) return Buffer.concat(chunks);
    if (start + size > raw.length) return undefined;
    chunks.push(raw.subarray(start, start + size));
    at = start + size + 2;
  }
}
