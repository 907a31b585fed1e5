// The bytes of a web archive (WARC) → its records one by one, and of each the answer that the server gave.

export type Headers = ReadonlyMap<string, string>;

export interface WebRecord {
  /** Of all records of the file, counted from 1. */
  readonly number: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** The file ends before the record does. */
  readonly isCut: boolean;
}

/** Without a status where what was saved is the page alone. */
export interface Answer {
  readonly status?: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export function readAnswer({ headers, body }: WebRecord): Answer {
  if (!/^http\//i.test(readAscii(body.subarray(0, 5)))) return { headers, body };
  const end = findHeaderEnd(body, 0);
  const [first = "", ...lines] = readAscii(body.subarray(0, end)).split(/\r?\n/);
  const status = /^HTTP\/[\d.]+ (\d{3})/i.exec(first)?.[1] ?? "";
  return { status, headers: readHeaders(lines), body: body.subarray(end) };
}

export function* listRecords(bytes: Uint8Array): Iterable<WebRecord> {
  let number = 0;
  for (let at = 0; at < bytes.length; ) {
    const start = findVersion(bytes, at);
    if (start < 0) return;
    number += 1;
    const end = findHeaderEnd(bytes, start);
    const headers = readHeaders(readAscii(bytes.subarray(start, end)).split(/\r?\n/).slice(1));
    const length = Number(headers.get("content-length") ?? Number.NaN);
    // A record that does not say how long it is ends where the next one begins.
    const next = Number.isSafeInteger(length) && length >= 0 ? undefined : findVersion(bytes, end);
    const after = next === undefined ? end + length : next < 0 ? bytes.length : next;
    const body = bytes.subarray(end, Math.min(after, bytes.length));
    yield { number, headers, body, isCut: after > bytes.length };
    at = Math.max(after, end, start + 1);
  }
}

const VERSION = new TextEncoder().encode("WARC/");

function findVersion(bytes: Uint8Array, from: number): number {
  return asBuffer(bytes).indexOf(VERSION, from);
}

/** Far above what crawlers note, so that a file without empty lines is not searched to its end each time. */
const LONGEST_HEAD = 131_072;

/** Behind the first empty line, or as far as a head may go. */
function findHeaderEnd(bytes: Uint8Array, from: number): number {
  const head = asBuffer(bytes.subarray(from, from + LONGEST_HEAD));
  const ends = ["\r\n\r\n", "\n\n"].flatMap((mark) => {
    const at = head.indexOf(mark, 0, "latin1");
    return at < 0 ? [] : [at + mark.length];
  });
  return from + Math.min(head.length, ...ends);
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

export const readAscii = (bytes: Uint8Array): string => asBuffer(bytes).toString("latin1");

/** The first of a name counts. A line that begins with a blank goes on with the one before. */
function readHeaders(lines: readonly string[]): Headers {
  const headers = new Map<string, string>();
  for (const line of lines
    .join("\n")
    .replace(/\n[ \t]+/g, " ")
    .split("\n")) {
    const { name, value } = /^(?<name>[^:\s]+):\s*(?<value>.*?)\s*$/.exec(line)?.groups ?? {};
    if (name === undefined || value === undefined) continue;
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
  }
  return headers;
}
