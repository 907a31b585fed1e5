// An address → the page that its server gives, within bounds of time and size, and every redirect on the way.

import { createHash, randomUUID } from "node:crypto";
import type { LookupOptions } from "node:dns";
import { lookup } from "node:dns/promises";
import { type ClientRequest, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createUnzip } from "node:zlib";
import { PullquoteError } from "../../core/errors.ts";
import type { FetchedPage, FetchOutcome, PageFetcher } from "../../core/ports/additions.ts";
import { explainFault, FetchFault } from "./explain-fault.ts";
import {
  askProxy,
  bareHost,
  blameProxy,
  findProxy,
  openTunnel,
  type ProxyEnvironment,
  refuseAnswer,
} from "./proxy.ts";

export interface FetchBounds {
  /** For an address with all its redirects. */
  readonly timeoutMs: number;
  /** Of the page, unpacked. */
  readonly maxBytes: number;
  /** Asked of every IP address before it is connected to. */
  readonly mayConnect: (ip: string) => boolean;
  /** Says which proxy is asked: {@link findProxy}. */
  readonly environment?: ProxyEnvironment;
}

const MOST_REDIRECTS = 10;
const REDIRECTING: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Nothing that tells who asks: no cookie, no referrer, no language. */
const HEADERS = {
  "user-agent": "pullquote",
  accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
  "accept-encoding": "gzip, deflate, br",
};

export function createPageFetcher(bounds: FetchBounds): PageFetcher {
  return {
    async fetch(address, signal) {
      const redirects: string[] = [];
      const deadline = AbortSignal.timeout(bounds.timeoutMs);
      const stop = AbortSignal.any([deadline, ...(signal === undefined ? [] : [signal])]);
      try {
        const result = await follow(readAddress(address), redirects, { ...bounds, stop });
        return { redirects, result };
      } catch (cause) {
        if (signal?.aborted === true)
          throw new PullquoteError({ code: "interrupted", message: "Fetching was interrupted." });
        const late = `there was no whole answer within ${bounds.timeoutMs / 1000} s; give it longer: --timeout SECONDS`;
        const fault = deadline.aborted ? new FetchFault("too-slow", late) : explainFault(cause);
        return refuse(redirects, fault);
      }
    },
  };
}

const refuse = (redirects: readonly string[], { reason, message }: FetchFault): FetchOutcome => ({
  redirects,
  result: { kind: "refused", reason, detail: message },
});

interface Bounds extends FetchBounds {
  readonly stop: AbortSignal;
}

async function follow(first: URL, redirects: string[], bounds: Bounds): Promise<FetchedPage> {
  for (let address = first; ; ) {
    const answer = await ask(address, bounds);
    if (typeof answer !== "string") return answer;
    const target = URL.canParse(answer, address.href) ? new URL(answer, address).href : answer;
    redirects.push(target);
    if (redirects.length > MOST_REDIRECTS)
      throw new FetchFault("too-many-redirects", `it sends on more than ${MOST_REDIRECTS} times`);
    address = readAddress(target);
  }
}

/** A fragment is the reader's, not the server's. */
function readAddress(written: string): URL {
  const fault = (detail: string): FetchFault => new FetchFault("bad-address", detail);
  if (!URL.canParse(written)) throw fault("it is no address");
  const address = new URL(written);
  address.hash = "";
  if (!["http:", "https:"].includes(address.protocol))
    throw fault(`${address.protocol} is not fetched, only http: and https: are`);
  if (address.username !== "" || address.password !== "")
    throw fault("it holds a name or a password, which would be kept in the corpus");
  return address;
}

/**
 * One request, and its answer: a page, or the address that it sends on to. What is resolved is looked at
 * and connected to in one step, so that a name cannot mean another machine the second time.
 */
async function ask(address: URL, bounds: Bounds): Promise<FetchedPage | string> {
  const host = bareHost(address);
  if (isIP(host) !== 0) requirePublic([host], bounds);
  const proxy = findProxy(address, bounds.environment ?? {});
  const asked =
    proxy === undefined ? askDirectly(address, bounds) : await askThrough(proxy, address, bounds);
  return new Promise((resolve, reject) => {
    const isPlainProxy = proxy !== undefined && address.protocol === "http:";
    asked.on("error", (cause) => reject(isPlainProxy ? blameProxy(proxy, cause) : cause));
    asked.on("response", (response) => {
      if (isPlainProxy && response.statusCode === 407) {
        reject(refuseAnswer(proxy, 407, response.statusMessage));
        asked.destroy();
        return;
      }
      const { location } = response.headers;
      if (REDIRECTING.has(response.statusCode ?? 0) && location !== undefined) {
        resolve(location);
        asked.destroy();
        return;
      }
      readPage(address, response, bounds, proxy === undefined).then(resolve, (cause: unknown) => {
        reject(cause);
        asked.destroy();
      });
    });
    asked.end();
  });
}

function askDirectly(address: URL, bounds: Bounds): ClientRequest {
  const request = address.protocol === "https:" ? requestSecure : requestPlain;
  const lookup = guardLookup(bounds);
  return request(address, { agent: false, headers: HEADERS, signal: bounds.stop, lookup });
}

/** Names without a dot, and these endings, are never a public server's. */
const LOCAL_NAME = /^[^.:]+$|\.(?:local|localhost|internal|intranet|lan|home|corp|home\.arpa)$/i;

/** It is the proxy that resolves the name; where it can be resolved here too, it must be a public one here. */
async function askThrough(proxy: URL, address: URL, bounds: Bounds): Promise<ClientRequest> {
  const host = bareHost(address);
  const found = isIP(host) === 0 ? await lookup(host, { all: true }).catch(() => []) : [];
  requirePublic(
    found.map(({ address }) => address),
    bounds,
  );
  if (found.length === 0 && LOCAL_NAME.test(host) && !bounds.mayConnect("127.0.0.1"))
    throw new FetchFault(
      "private-address",
      `${host} is a name of a private network; if that is meant: --allow-private`,
    );
  const signal = bounds.stop;
  if (address.protocol === "http:")
    return askProxy(proxy, {
      method: "GET",
      path: address.href,
      headers: { ...HEADERS, host: address.host },
      signal,
    });
  const socket = await openTunnel(address, proxy, signal);
  return requestSecure(address, { headers: HEADERS, signal, createConnection: () => socket });
}

function guardLookup(bounds: Bounds): LookupFunction {
  const resolvePublic = async (host: string, options: LookupOptions) => {
    const found = await lookup(host, { ...options, all: true });
    requirePublic(
      found.map(({ address }) => address),
      bounds,
    );
    return found;
  };
  return (host, options, done) => {
    resolvePublic(host, options).then(
      (found) => {
        const { address = "", family = 0 } = found[0] ?? {};
        if (options.all === true) done(null, found);
        else done(null, address, family);
      },
      (cause: Error) => done(cause, "", 0),
    );
  };
}

function requirePublic(addresses: readonly string[], { mayConnect }: Bounds): void {
  const refused = addresses.find((address) => !mayConnect(address));
  if (refused === undefined) return;
  throw new FetchFault(
    "private-address",
    `it leads to ${refused}, an address of this machine or of a private network; if that is meant: --allow-private`,
  );
}

async function readPage(
  { href }: URL,
  response: IncomingMessage,
  bounds: Bounds,
  isDirect: boolean,
): Promise<FetchedPage> {
  const { httpVersion, statusCode = 0, statusMessage = "", rawHeaders, socket } = response;
  const server = isDirect ? socket.remoteAddress : undefined;
  const body = await readBody(response, bounds.maxBytes);
  const headers = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ""] as const] : [],
  );
  return {
    kind: "page",
    address: href,
    status: statusCode,
    statusLine: `HTTP/${httpVersion} ${statusCode} ${statusMessage}`.trimEnd(),
    headers,
    body,
    sha256: createHash("sha256").update(body).digest("hex"),
    fetched: new Date().toISOString(),
    server,
    uuid: randomUUID(),
  };
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const codings = (response.headers["content-encoding"] ?? "").toLowerCase().split(/[\s,]+/);
  const decoders = codings
    .filter((coding) => coding !== "" && coding !== "identity")
    .reverse()
    .map(openDecoder);
  const stream = decoders.reduce<IncomingMessage | Transform>(
    // A fault reaches the reader of the last stream.
    (from, to) => pipeline(from, to, () => undefined),
    response,
  );
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= maxBytes) continue;
    const most = (maxBytes / 1024 / 1024).toFixed(1);
    throw new FetchFault("too-large", `it is more than the ${most} MB that are read`);
  }
  return Buffer.concat(chunks);
}

function openDecoder(coding: string): Transform {
  if (["gzip", "x-gzip", "deflate"].includes(coding)) return createUnzip();
  if (coding === "br") return createBrotliDecompress();
  throw new FetchFault("broken-answer", `it is packed by ${coding}, which was not asked for`);
}
