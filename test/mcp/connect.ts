// A place and a revision of the protocol → the official client, connected to the real program over stdio or HTTP.

import { type ChildProcess, spawn } from "node:child_process";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { onTestFinished } from "vitest";
import { MINI_CORPUS } from "../cli/mini-corpus.ts";
import { makePlace, type Place, PROGRAM, runProgram } from "../cli/run-program.ts";

/** The revision of clients that are in use, and the stateless one. */
export const REVISIONS = ["2025-11-25", "2026-07-28"] as const;
export type Revision = (typeof REVISIONS)[number];

export const ODD = "corpus/odd names/100% \u00e9t\u00e9 #1?.txt";

/** The invented corpus, with an article whose name needs escapes, and its index. */
export async function makeIndexed(keep = false): Promise<Place> {
  const odd = "The summer fair of Odd Lane drew 412 visitors, its warden Ulla Brandt said.\n";
  const place = makePlace({ ...MINI_CORPUS, [ODD]: odd }, keep);
  const { code, stderr } = await runProgram(place, ["index"]);
  if (code !== 0) throw new Error(stderr);
  return place;
}

const introduce = (revision: Revision): Client => {
  const mode = revision === "2025-11-25" ? ("legacy" as const) : { pin: revision };
  return new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
};

export async function connectStdio(
  place: Place,
  revision: Revision = "2025-11-25",
  words: readonly string[] = [],
): Promise<Client> {
  const client = introduce(revision);
  onTestFinished(() => client.close());
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [PROGRAM, "mcp", ...words],
    cwd: place.folder,
    env: { ...place.environment },
    stderr: "ignore",
  });
  await client.connect(transport);
  return client;
}

export interface HttpServer {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Who starts it ends it: `child.kill("SIGKILL")`. */
export async function startHttp(place: Place, words: readonly string[] = []): Promise<HttpServer> {
  const child = spawn(process.execPath, [PROGRAM, "mcp", "--http", "0", ...words], {
    cwd: place.folder,
    env: place.environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let told = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      told += text;
      const found = /http:\/\/\S+\/mcp/.exec(told);
      if (found) resolve(found[0]);
    });
    child.on("close", () => reject(new Error(told)));
  });
  return { url, child };
}

export async function connectHttp(url: string, revision: Revision): Promise<Client> {
  const client = introduce(revision);
  onTestFinished(() => client.close());
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  return client;
}

export interface Told {
  readonly text: string;
  readonly isError: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: results are looked into as a client would
  readonly value: any;
  readonly links: readonly string[];
}

/** One call, its text and its links apart. The client checks the value against the tool's schema. */
export async function call(
  client: Client,
  name: string,
  given: Readonly<Record<string, unknown>> = {},
): Promise<Told> {
  const { content, structuredContent, isError } = await client.callTool({
    name,
    arguments: { ...given },
  });
  const text = content.flatMap((one) => (one.type === "text" ? [one.text] : [])).join("\n");
  const links = content.flatMap((one) => (one.type === "resource_link" ? [one.uri] : []));
  return { text, isError: isError === true, value: structuredContent, links };
}
