// A desk → its page on this machine alone, behind an address that opens once: server, token, cookie, headers.

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { answerRequest, HEADERS, refuse } from "./answer-request.ts";
import { ICON, PAGE, SCRIPTS } from "./page.ts";
import type { ReaderDesk } from "./reader-desk.ts";
import { STYLE } from "./style.ts";

/** Nobody else's machine can reach it. */
const HOST = "127.0.0.1";
const BASE = "http://x";

export interface OpenReader {
  /** An address that opens the page in one browser, once; the one before is void. */
  newAddress(): string;
  /** Resolves when the page, or `close`, has ended the server. */
  readonly ended: Promise<void>;
  close(): void;
}

/**
 * The address holds a token, which its first use exchanges for a cookie. The page lies below a path that
 * nobody can guess, and the cookie is for that path: other servers of this machine never see it.
 */
export async function serveReader(desk: ReaderDesk): Promise<OpenReader> {
  const [cookie, folder] = [makeSecret(), makeSecret().slice(0, 12)];
  let token: string | undefined;
  const server = createServer((request, response) => {
    const url = readAddress(request);
    if (!isFromHere(request.headers, port)) return refuse(response, 403, WRONG_PLACE);
    if (token !== undefined && isSame(url.pathname, `/${token}`)) {
      token = undefined;
      response.writeHead(303, {
        ...HEADERS,
        "set-cookie": `pullquote=${cookie}; Path=/${folder}/; HttpOnly; SameSite=Strict`,
        location: `/${folder}/`,
      });
      return void response.end();
    }
    const isKnown = isSame(readCookie(request.headers), cookie);
    if (!isKnown || !url.pathname.startsWith(`/${folder}/`)) return refuse(response, 403, USED);
    const path = url.pathname.slice(folder.length + 2);
    if (path === "end" && request.method === "POST") {
      response.writeHead(204, HEADERS).end(close);
      return;
    }
    void serve(path, url, request, response);
  });
  const serve = async (
    path: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const file = request.method === "GET" ? await readPageFile(path) : undefined;
    if (file !== undefined) {
      response.writeHead(200, { ...HEADERS, "content-type": file.type }).end(file.text);
    } else if (!(await answerRequest(desk, { path, url, request, response }))) {
      refuse(response, 404, "There is no such page.");
    }
  };
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const ended = new Promise<void>((resolve) => server.once("close", resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  const newAddress = (): string => {
    token = makeSecret();
    return `http://${HOST}:${port}/${token}`;
  };
  return { newAddress, ended, close };
}

const WRONG_PLACE = "This page is for the browser on this machine alone.";
const USED =
  "This address has been used, or was never right. Press Enter in the terminal where pullquote runs: it gives a new one.";

/** What a client may send and is no address, such as `//`, leads where nothing is. */
function readAddress({ url = "" }: IncomingMessage): URL {
  return new URL(URL.canParse(url, BASE) ? url : "/", BASE);
}

/** 128 bits and more, in letters that an address may hold. */
function makeSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** Takes as long for any two. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * Names of other hosts that lead here (DNS rebinding) and pages of other origins are turned away. A
 * browser that says so tells who asked; only a person who follows an address, and our own page, may.
 */
function isFromHere(headers: IncomingHttpHeaders, port: number): boolean {
  const { host, origin, "sec-fetch-site": site } = headers;
  const own = `${HOST}:${port}`;
  if (host !== own || (origin !== undefined && origin !== `http://${own}`)) return false;
  return site === undefined || site === "same-origin" || site === "none";
}

function readCookie({ cookie = "" }: IncomingHttpHeaders): string {
  return /(?:^|;\s*)pullquote=([\w-]+)/.exec(cookie)?.[1] ?? "";
}

/** Found from the sources, from `dist/` and from a bundle alike: the package asks for itself by name. */
const FILES = join(
  dirname(createRequire(import.meta.url).resolve("pullquote/package.json")),
  "dist/browser",
);

async function readPageFile(
  path: string,
): Promise<{ readonly type: string; readonly text: string | Buffer } | undefined> {
  if (path === "") return { type: "text/html; charset=utf-8", text: PAGE };
  if (path === "style.css") return { type: "text/css; charset=utf-8", text: STYLE };
  if (path === "icon.svg") return { type: "image/svg+xml", text: ICON };
  if (!SCRIPTS.some((name) => path === `client/${name}.js`)) return;
  try {
    const text = await readFile(join(FILES, path));
    return { type: "text/javascript; charset=utf-8", text };
  } catch {
    return;
  }
}
