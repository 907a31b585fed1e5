// A container and how to reach it → the client of an Azure Blob store, over its REST interface.

import { createHmac } from "node:crypto";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import type { Address } from "./check-address.ts";
import {
  type Condition,
  type ObjectClient,
  type ToldObject,
  takeBytes,
  tellObject,
} from "./object-client.ts";
import { translateStoreFault } from "./store-faults.ts";

export interface AzureSettings {
  readonly address: Pick<Address, "name" | "holds" | "container">;
  readonly account: string;
  readonly endpoint: string | undefined;
  /** One of these three; without any the container is public. */
  readonly key: string | undefined;
  readonly sas: string | undefined;
  readonly token: string | undefined;
  /** Milliseconds in which nothing comes, after which a request counts as lost. */
  readonly answerMs?: number;
}

const VERSION = "2021-08-06";
const ANSWER_MS = 30_000;
const ATTEMPTS = 3;
const PAUSE_MS = 300;
const DELETED_AT_ONCE = 8;

interface Sent {
  readonly body?: string;
  readonly headers?: Record<string, string>;
  /** Bytes of the answer that are wanted. */
  readonly most?: number;
  readonly signal?: AbortSignal | undefined;
}

interface Told {
  readonly response: Response;
  readonly bytes: Uint8Array;
}

type Fault = Error & { readonly status?: number };

/** A store may be busy, or lost for a moment. */
async function tryAgain<T>(attempts: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const { name, status = 503 } = error as Fault;
      const isPassing = (status === 429 || status >= 500) && name !== "AbortError";
      if (!isPassing || attempt >= attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * PAUSE_MS));
    }
  }
}

/** Four requests of one interface need no package of 65 MB. */
export function createAzureClient(settings: AzureSettings): ObjectClient {
  const { address, account, answerMs = ANSWER_MS } = settings;
  const { name, holds, container } = address;
  const endpoint = settings.endpoint ?? `https://${account}.blob.core.windows.net`;
  const base = `${endpoint.replace(/\/+$/, "")}/${container}`;

  const sendOnce = async (method: string, url: URL, sent: Sent): Promise<Told> => {
    const { body, headers = {}, most = Infinity, signal } = sent;
    signal?.throwIfAborted();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(new Error("Timeout: nothing came")), answerMs);
    const leave = (): void => stop.abort(signal?.reason);
    signal?.addEventListener("abort", leave);
    try {
      const signed = signRequest(settings, method, url, body, headers);
      const wanted = { method, body, headers: signed, signal: stop.signal } as RequestInit;
      const response = await fetch(url, wanted);
      const bytes = await takeBytes(hear(response.body, timer), response.ok ? most : 0);
      if (response.ok) return { response, bytes };
      const { status, statusText } = response;
      const code = response.headers.get("x-ms-error-code") || "Error";
      throw Object.assign(new Error(statusText), { name: code, status });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
    }
  };
  /** Nothing for the refusals that are an outcome. */
  const send = async (
    method: string,
    url: URL,
    sent: Sent = {},
    expected: readonly number[] = [],
  ): Promise<Told | undefined> => {
    const writes = method !== "GET";
    try {
      return await tryAgain(writes ? 1 : ATTEMPTS, () => sendOnce(method, url, sent));
    } catch (error) {
      const { name: code, status } = error as Fault;
      if (expected.includes(status ?? 0) && code !== "ContainerNotFound") return undefined;
      throw translateStoreFault({ name, holds, writes, status }, error);
    }
  };
  const locate = (key: string) =>
    new URL(`${base}/${key.split("/").map(encodeURIComponent).join("/")}`);

  return {
    get: async (key) => {
      const found = await send("GET", locate(key), {}, [404]);
      return found && { text: decode(found.bytes), mark: found.response.headers.get("etag") ?? "" };
    },
    getBytes: async (key, most, signal) => {
      const found = await send("GET", locate(key), { most, signal }, [404]);
      if (found === undefined) return undefined;
      const { bytes, response } = found;
      const [etag, modified] = ["etag", "last-modified"].map((name) => response.headers.get(name));
      return { ...tellObject(key, bytes.length, etag, modified), bytes };
    },
    getPart: async (key, start, end) => {
      const headers = { "x-ms-range": `bytes=${start}-${end - 1}` };
      return (await send("GET", locate(key), { headers }))?.bytes ?? new Uint8Array();
    },
    put: async (key, body, condition) => {
      const headers = { "x-ms-blob-type": "BlockBlob", ...describeCondition(condition) };
      const told = await send("PUT", locate(key), { body, headers }, [409, 412]);
      return told && (told.response.headers.get("etag") ?? "");
    },
    list: async function* (prefix, depth, signal) {
      let marker = "";
      do {
        const url = new URL(base);
        const wanted = { restype: "container", comp: "list", maxresults: "1000", prefix, marker };
        for (const [field, value] of Object.entries(wanted)) url.searchParams.set(field, value);
        if (depth === "one") url.searchParams.set("delimiter", "/");
        const text = decode((await send("GET", url, { signal }))?.bytes);
        yield readListing(text);
        marker = readTag(text, "NextMarker");
      } while (marker !== "");
    },
    delete: async (keys) => {
      for (const some of splitBatches(keys, DELETED_AT_ONCE)) {
        await Promise.all(some.map((key) => send("DELETE", locate(key), {}, [404])));
      }
    },
  };
}

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

async function* hear(
  stream: AsyncIterable<Uint8Array> | null,
  timer: NodeJS.Timeout,
): AsyncIterable<Uint8Array> {
  for await (const piece of stream ?? []) {
    timer.refresh();
    yield piece;
  }
}

function readListing(xml: string): readonly ToldObject[] {
  const entries = xml.matchAll(/<(Blob|BlobPrefix)>(.*?)<\/\1>/gs);
  return Array.from(entries, ([, , entry = ""]) => {
    const encoded = readTag(entry, 'Name Encoded="true"');
    const key = encoded === "" ? readTag(entry, "Name") : decodeURIComponent(encoded);
    const [size, etag, modified] = ["Content-Length", "Etag", "Last-Modified"].map((tag) =>
      readTag(entry, tag),
    );
    return tellObject(key, Number(size), etag, modified);
  });
}

function describeCondition(condition: Condition): Record<string, string> {
  if ("mark" in condition) return { "if-match": condition.mark };
  return condition.kind === "absent" ? { "if-none-match": "*" } : {};
}

/** By account key (its HMAC over the request), by a signed query, or by a bearer's token. */
function signRequest(
  { account, key, sas, token }: AzureSettings,
  method: string,
  url: URL,
  body: string | undefined,
  given: Record<string, string>,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...given,
    ...(body !== undefined && { "content-type": "text/plain; charset=utf-8" }),
    "x-ms-date": new Date().toUTCString(),
    "x-ms-version": VERSION,
  };
  if (key === undefined) {
    if (token !== undefined && sas === undefined) headers["authorization"] = `Bearer ${token}`;
    for (const [field, value] of new URLSearchParams(sas)) url.searchParams.set(field, value);
    return headers;
  }
  const length = Buffer.byteLength(body ?? "");
  const plain = [
    ...[method, "", "", length === 0 ? "" : String(length), ""],
    ...[headers["content-type"] ?? "", "", "", headers["if-match"] ?? ""],
    ...[headers["if-none-match"] ?? "", "", ""],
  ];
  const own = Object.keys(headers).filter((name) => name.startsWith("x-ms-"));
  const told = own.sort().map((name) => `${name}:${headers[name]}`);
  const asked = [...url.searchParams].sort().map(([name, value]) => `${name}:${value}`);
  const wanted = [...plain, ...told, `/${account}${url.pathname}`, ...asked].join("\n");
  const digest = createHmac("sha256", Buffer.from(key, "base64")).update(wanted).digest("base64");
  return { ...headers, authorization: `SharedKey ${account}:${digest}` };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Empty where there is no such tag. */
function readTag(xml: string, tag: string): string {
  const [name] = tag.split(" ");
  const [, text = ""] = new RegExp(`<${tag}>(.*?)</${name}>`, "s").exec(xml) ?? [];
  return text.replaceAll(/&#?(\w+);/g, (whole, name: string) => {
    const [, hex, decimal] = /^&#(?:x([0-9a-f]+)|([0-9]+));$/i.exec(whole) ?? [];
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : (ENTITIES[name] ?? whole);
  });
}
