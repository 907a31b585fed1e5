// A container and how to reach it → the client of an Azure Blob store, over its REST interface.

import { createHmac } from "node:crypto";
import { splitBatches } from "../../../corpus/ingest/embedding-requests.ts";
import type { Condition, ObjectClient } from "./object-place.ts";
import { translateStoreFault } from "./store-faults.ts";

export interface AzureSettings {
  /** As the reader named the index, for messages. */
  readonly name: string;
  readonly container: string;
  readonly account: string;
  readonly endpoint: string | undefined;
  /** One of these three; without any the container is public. */
  readonly key: string | undefined;
  readonly sas: string | undefined;
  readonly token: string | undefined;
}

const VERSION = "2021-08-06";
const ANSWER_MS = 30_000;
const DELETED_AT_ONCE = 8;

/** Four requests of one interface need no package of 65 MB. */
export function createAzureClient(settings: AzureSettings): ObjectClient {
  const { name, account, container } = settings;
  const endpoint = settings.endpoint ?? `https://${account}.blob.core.windows.net`;
  const base = `${endpoint.replace(/\/+$/, "")}/${container}`;

  /** Nothing for the refusals that are an outcome. */
  const send = async (
    method: string,
    url: URL,
    { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
    expected: readonly number[] = [],
  ): Promise<{ response: Response; bytes: Uint8Array } | undefined> => {
    const writes = method !== "GET";
    const signed = signRequest(settings, method, url, body, headers);
    let response: Response;
    let bytes: Uint8Array;
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      response = await fetch(url, { method, body, headers: signed, signal } as RequestInit);
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw translateStoreFault({ name, writes, status: undefined }, error);
    }
    if (response.ok) return { response, bytes };
    const code = response.headers.get("x-ms-error-code") ?? "";
    if (expected.includes(response.status) && code !== "ContainerNotFound") return undefined;
    const error = Object.assign(new Error(response.statusText), { name: code || "Error" });
    throw translateStoreFault({ name, writes, status: response.status }, error);
  };
  const locate = (key: string) =>
    new URL(`${base}/${key.split("/").map(encodeURIComponent).join("/")}`);

  return {
    get: async (key) => {
      const found = await send("GET", locate(key), {}, [404]);
      return found && { text: decode(found.bytes), mark: found.response.headers.get("etag") ?? "" };
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
    list: async (prefix, depth) => {
      const sizes = new Map<string, number>();
      let marker = "";
      do {
        const url = new URL(base);
        const wanted = { restype: "container", comp: "list", maxresults: "1000", prefix, marker };
        for (const [field, value] of Object.entries(wanted)) url.searchParams.set(field, value);
        if (depth === "one") url.searchParams.set("delimiter", "/");
        const text = decode((await send("GET", url))?.bytes);
        for (const [key, size] of readListing(text)) sizes.set(key, size);
        marker = readTag(text, "NextMarker");
      } while (marker !== "");
      return sizes;
    },
    delete: async (keys) => {
      for (const some of splitBatches(keys, DELETED_AT_ONCE)) {
        await Promise.all(some.map((key) => send("DELETE", locate(key), {}, [404])));
      }
    },
  };
}

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** A folder's size is 0, and so is that of a blob without one. */
function readListing(xml: string): readonly (readonly [string, number])[] {
  const entries = xml.matchAll(/<(Blob|BlobPrefix)>(.*?)<\/\1>/gs);
  return Array.from(
    entries,
    ([, , entry = ""]) =>
      [readTag(entry, "Name"), Number(readTag(entry, "Content-Length"))] as const,
  );
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
  const [, text = ""] = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(xml) ?? [];
  return text.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
