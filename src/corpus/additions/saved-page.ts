// A fetched page → one file of WARC 1.1 (ISO 28500) with its response, and the head of such a file → what was saved.

import type { FetchedPage, SavedPage } from "../../core/ports/additions.ts";
import { listRecords } from "../formats/warc-records.ts";

/** The body is kept unpacked and whole: what said otherwise of it would be a lie. */
const OF_THE_TRANSFER: ReadonlySet<string> = new Set([
  "content-encoding",
  "transfer-encoding",
  "content-length",
]);

/** A field of our own, which other readers of WARC pass over. */
const ASKED = "X-Requested-URI";

/** @param asked the address that was asked for, where it led to another one. */
export function composeWarc(page: FetchedPage, asked: string): Uint8Array {
  const headers = page.headers.filter(([name]) => !OF_THE_TRANSFER.has(name.toLowerCase()));
  const http = joinHead([
    page.statusLine,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${page.body.length}`,
  ]);
  const record = joinHead([
    "WARC/1.1",
    "WARC-Type: response",
    `WARC-Record-ID: <urn:uuid:${page.uuid}>`,
    `WARC-Date: ${page.fetched}`,
    `WARC-Target-URI: ${page.address}`,
    ...(asked === page.address ? [] : [`${ASKED}: ${asked}`]),
    ...(page.server === undefined ? [] : [`WARC-IP-Address: ${page.server}`]),
    `WARC-Payload-Digest: sha256:${page.sha256}`,
    "Content-Type: application/http;msgtype=response",
    `Content-Length: ${http.length + page.body.length}`,
  ]);
  return Buffer.concat([record, http, page.body, Buffer.from("\r\n\r\n")]);
}

/** As bytes, as they were: header values are read as Latin-1. */
const joinHead = (lines: readonly string[]): Buffer =>
  Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");

/** Nothing where the file was not saved by pullquote, or holds something else. */
export function readSavedHead(id: string, bytes: Uint8Array): SavedPage | undefined {
  const [record] = listRecords(bytes);
  const address = record?.headers.get("warc-target-uri");
  const sha256 = record?.headers.get("warc-payload-digest")?.replace(/^sha256:/, "");
  const saved = record?.headers.get("warc-date");
  if (!address || !sha256 || !saved) return undefined;
  return { id, address, asked: record?.headers.get(ASKED.toLowerCase()), sha256, saved };
}

/** The newest page that was saved from an address, or that an address led to. */
export function findSaved(pages: readonly SavedPage[], address: string): SavedPage | undefined {
  return pages
    .filter((page) => page.address === address || page.asked === address)
    .reduce<SavedPage | undefined>(
      (newest, page) => (newest === undefined || page.saved >= newest.saved ? page : newest),
      undefined,
    );
}

/** `https://news.example/2026/bridge.html?page=2` → `news.example/2026-11-29-2026-bridge-page-2.warc` */
export function nameSavedPage({ address, fetched }: FetchedPage): string {
  const { hostname, port, pathname, search } = new URL(address);
  const folder = foldForName(port === "" ? hostname : `${hostname}-${port}`, /[^a-z\d.]+/g);
  const path = decode(pathname).replace(/\.(?:x?html?|php|aspx?|txt|pdf)$/i, "");
  const slug = foldForName(`${path} ${decode(search)}`, /[^\p{L}\p{M}\p{N}]+/gu);
  return `${folder || "page"}/${fetched.slice(0, 10)}-${slug || "index"}.warc`;
}

/** What every file system takes: short, and without signs of its own. */
function foldForName(text: string, others: RegExp): string {
  const folded = text.normalize("NFC").toLowerCase().replace(others, "-").slice(0, LONGEST_NAME);
  return folded.replace(/^[-.]+|[-.\ud800-\udbff]+$/g, "");
}

/** In units of UTF-16; with three bytes each it still leaves room for the day and the ending. */
const LONGEST_NAME = 70;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
