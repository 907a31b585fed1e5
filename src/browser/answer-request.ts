// One request of the page → its answer as JSON, as lines of JSON, or as a file.

import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { EXPORT_FORMATS, EXPORT_TABLE } from "../index.ts";
import { describeFault } from "./present-events.ts";
import type { ReaderDesk } from "./reader-desk.ts";

/** The page runs its own files and nothing else, makes no markup of any text, and asks nobody else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

export const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
};

export interface PageRequest {
  /** Below the page's folder, without a slash in front. */
  readonly path: string;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const names = z.array(z.string().min(1).max(400)).max(50).exactOptional();
const day = z.iso.date().exactOptional();
const filters = z.strictObject({
  ...{ articles: names, publishers: names, authors: names, speakers: names },
  ...{ since: day, until: day, asOf: day },
});
const QUESTION = z.strictObject({
  question: z.string(),
  kind: z.enum(["ask", "compare", "timeline"]),
  filters,
  after: z.array(z.int().positive()).max(500),
});
const PROOF = z.strictObject({ id: z.int().positive() });
const offset = z.coerce.number().int().nonnegative();
const ARTICLE = z.strictObject({ id: z.string().min(1), start: offset, end: offset });
const EXPORT = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  ids: z.string().regex(/^\d{1,9}(?:,\d{1,9}){0,499}$/),
});

/** Longer than any question with all filters. */
const MOST_BYTES = 65_536;

type Handler = (desk: ReaderDesk, asked: PageRequest, signal: AbortSignal) => Promise<void>;

const HANDLERS: Readonly<Record<string, Handler>> = {
  "GET start": async (desk, { response }) => sendJson(response, await desk.start()),
  "POST ask": async (desk, { request, response }, signal) => {
    const question = QUESTION.parse(await readBody(request));
    response.writeHead(200, { ...HEADERS, "content-type": "application/x-ndjson" });
    for await (const event of desk.ask(question, signal)) {
      if (signal.aborted) return;
      response.write(`${JSON.stringify(event)}\n`);
    }
    response.end();
  },
  "POST prove": async (desk, { request, response }, signal) => {
    sendJson(response, await desk.prove(PROOF.parse(await readBody(request)).id, signal));
  },
  "GET article": async (desk, { url, response }, signal) => {
    const { id, start, end } = ARTICLE.parse(Object.fromEntries(url.searchParams));
    sendJson(response, await desk.article(id, { start, end }, signal));
  },
  "GET pdf": async (desk, { url, response }, signal) => {
    const bytes = await desk.pdf(url.searchParams.get("id") ?? "", signal);
    if (bytes === undefined) return sendJson(response, undefined);
    response.writeHead(200, { ...HEADERS, ...PDF_HEADERS }).end(bytes);
  },
  "GET export": async (desk, { url, response }, signal) => {
    const { format, ids } = EXPORT.parse(Object.fromEntries(url.searchParams));
    const content = await desk.export(ids.split(",").map(Number), format, signal);
    if (content === undefined) return sendJson(response, undefined);
    const file = `answer${findEnding(format)}`;
    response
      .writeHead(200, {
        ...HEADERS,
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename="${file}"`,
      })
      .end(content);
  },
};

function findEnding(format: string): string {
  const endings = EXPORT_TABLE.find(({ name }) => name === format)?.endings ?? [];
  return endings.find((ending) => ending !== "") ?? ".jsonld";
}

/** The browser's own viewer shows it in a frame of our page; nothing in the file may run. */
const PDF_HEADERS = {
  "content-type": "application/pdf",
  "content-security-policy": "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
};

/** @returns whether there is such a request; what goes wrong in it is its answer. */
export async function answerRequest(desk: ReaderDesk, asked: PageRequest): Promise<boolean> {
  const { path, request, response } = asked;
  const name = `${request.method} ${path}`;
  const handle = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (handle === undefined) return false;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    await handle(desk, asked, gone.signal);
  } catch (error) {
    if (!gone.signal.aborted) sendFault(response, error);
  }
  return true;
}

function sendFault(response: ServerResponse, error: unknown): void {
  const isWrong = error instanceof z.ZodError || error instanceof SyntaxError;
  if (response.headersSent) response.end();
  else sendJson(response, isWrong ? WRONG : describeFault(error), isWrong ? 400 : 500);
}

const WRONG = { event: "error", message: "The request is not one that this page makes." };

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const text = JSON.stringify(value ?? { event: "error", message: "It is not here any more." });
  response
    .writeHead(value === undefined ? 404 : status, {
      ...HEADERS,
      "content-type": "application/json",
    })
    .end(text);
}

/** Only what says that it is JSON: no form of another page can send that. @throws SyntaxError */
async function readBody(request: IncomingMessage): Promise<unknown> {
  if (request.headers["content-type"] !== "application/json") throw new SyntaxError("no JSON");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new SyntaxError("too long");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

export function refuse(response: ServerResponse, status: number, why: string): void {
  response
    .writeHead(status, { ...HEADERS, "content-type": "text/plain; charset=utf-8" })
    .end(`${why}\n`);
}
