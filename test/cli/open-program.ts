// A place and a command line with --no-browser → the running reader: its address, requests of it, and its end.

import { type ChildProcess, spawn } from "node:child_process";
import { type IncomingHttpHeaders, request } from "node:http";
import { expect, onTestFinished } from "vitest";
import type { WireAnswer, WireEvent, WireQuestion } from "../../src/browser/wire.ts";
import { type Place, PROGRAM } from "./run-program.ts";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RunningReader {
  /** The address that opens once. */
  readonly address: string;
  readonly child: ChildProcess;
  /** What was written to stderr so far. */
  readonly told: () => string;
  /** The exit code, or the signal's name. */
  readonly ended: Promise<number | string | null>;
}

/** Runs until it is ended, at the latest by the end of the test, unless it is to be kept. */
export async function openReader(
  place: Place,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  keep = false,
): Promise<RunningReader> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: place.folder,
    env: { ...place.environment, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<number | string | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal)),
  );
  if (!keep) {
    onTestFinished(async () => {
      child.kill("SIGKILL");
      await ended;
    });
  }
  let [stdout, stderr] = ["", ""];
  const address = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(stdout + stderr)?.[0];
      if (found !== undefined && /Ctrl-C ends/.test(stderr)) resolve(found);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      look();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      look();
    });
    child.once("exit", (code) => reject(new Error(`exit ${code}: ${stderr}`)));
  });
  return { address, child, told: () => stderr, ended };
}

/** `path` goes over the wire as it is written here, unlike with fetch. */
export function send(
  origin: string,
  path: string,
  { method = "GET", headers = {}, body }: RequestOptions = {},
): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

export interface Visitor {
  /** Where the page lies, with a slash at the end. */
  readonly folder: string;
  readonly cookie: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
}

/** Uses up the address, as the first browser does. */
export async function enter({ address }: Pick<RunningReader, "address">): Promise<Visitor> {
  const opened = await send(address, new URL(address).pathname);
  const folder = opened.headers.location ?? "";
  const cookie = opened.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const get: Visitor["get"] = (path, headers = {}) =>
    send(address, `${folder}${path}`, { headers: { cookie, ...headers } });
  const post: Visitor["post"] = (path, body, headers = {}) =>
    send(address, `${folder}${path}`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { folder, cookie, get, post };
}

/** Without a browser of its own. */
export const QUIET: readonly string[] = ["open", "--no-browser"];
export const asking = (question: string, more: Partial<WireQuestion> = {}): WireQuestion => ({
  question,
  kind: "ask",
  filters: {},
  after: [],
  ...more,
});

/** The lines that the page gets. */
export async function ask(visitor: Visitor, question: WireQuestion): Promise<readonly WireEvent[]> {
  const { status, body } = await visitor.post("ask", question);
  expect(status).toBe(200);
  const lines = body.trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as WireEvent);
}

export function lastAnswer(events: readonly WireEvent[]): WireAnswer {
  const last = events.at(-1);
  if (last?.event !== "answer") throw new Error(JSON.stringify(last));
  return last.answer;
}
