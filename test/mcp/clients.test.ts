// The real program served to the official client: both revisions of the protocol, over stdio and HTTP.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HARBOUR, QUESTION, UNANSWERABLE } from "../cli/mini-corpus.ts";
import { type Place, runProgram } from "../cli/run-program.ts";
import {
  call,
  connectHttp,
  connectStdio,
  type HttpServer,
  makeIndexed,
  ODD,
  REVISIONS,
  type Revision,
  startHttp,
} from "./connect.ts";

const WAYS = REVISIONS.flatMap((revision) => [
  ["stdio", revision] as const,
  ["HTTP", revision] as const,
]);

let place: Place;
let server: HttpServer;

beforeAll(async () => {
  place = await makeIndexed(true);
  server = await startHttp(place);
});

afterAll(() => {
  server.child.kill("SIGKILL");
  rmSync(join(place.folder, ".."), { recursive: true, force: true });
});

const open = (way: "stdio" | "HTTP", revision: Revision): Promise<Client> =>
  way === "stdio" ? connectStdio(place, revision) : connectHttp(server.url, revision);

describe.each(WAYS)("over %s in %s", (way, revision) => {
  test("every tool answers, and every quote is its article's text", async () => {
    const client = await open(way, revision);
    expect(client.getNegotiatedProtocolVersion()).toBe(revision);
    expect(client.getInstructions()).toContain("4 articles");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "search",
      "ask",
      "compare",
      "timeline",
      "read",
      "verify",
      "status",
    ]);
    const readFile = (id: string): string => readFileSync(join(place.folder, "corpus", id), "utf8");
    const expectVerbatim = (
      quotes: readonly { articleId: string; start: number; end: number; text: string }[],
    ): void => {
      expect(quotes.length).toBeGreaterThan(0);
      for (const { articleId, start, end, text } of quotes) {
        expect(readFile(articleId).slice(start, end)).toBe(text);
      }
    };

    const found = await call(client, "search", { query: "ferry", limit: 2 });
    expectVerbatim(found.value.passages);
    expect(found.links).toHaveLength(found.value.passages.length);

    const asked = await call(client, "ask", { question: QUESTION });
    expect(asked.value.kind).toBe("answer");
    expectVerbatim(asked.value.quotes);
    expect(asked.links).toHaveLength(asked.value.quotes.length);
    const [link = ""] = asked.links;
    const [content] = (await client.readResource({ uri: link })).contents;
    expect((content as { text: string }).text).toContain(asked.value.quotes[0].text);

    const refused = await call(client, "ask", { question: UNANSWERABLE });
    expect(refused).toMatchObject({ isError: false, value: { kind: "abstention", quotes: [] } });

    const compared = await call(client, "compare", { question: "What is the toll on the bridge?" });
    expect(["answer", "abstention"]).toContain(compared.value.kind);
    const dated = await call(client, "timeline", { subject: "ferry" });
    expectVerbatim(dated.value.answer.quotes);
    expect(dated.value.statements.length).toBeGreaterThan(0);

    const read = await call(client, "read", { article: "harbour.txt" });
    expectVerbatim(
      read.value.blocks.map((block: object) => ({ ...block, articleId: "harbour.txt" })),
    );
    const state = await call(client, "status");
    expect(state.value).toMatchObject({ indexed: true, articles: 4, pending: { added: 0 } });
  });

  test("articles are resources, whatever their names", async () => {
    const client = await open(way, revision);
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toContain(ODD.slice("corpus/".length));
    for (const { uri } of resources) {
      const [content] = (await client.readResource({ uri })).contents;
      expect((content as { text: string }).text.length).toBeGreaterThan(50);
      expect((await call(client, "read", { article: uri })).isError).toBe(false);
    }
    await expect(client.readResource({ uri: "pullquote://article/none.txt" })).rejects.toThrow(
      "none.txt",
    );
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates).toHaveLength(1);
  });

  test("verify gives the command line's verdicts", async () => {
    const draft =
      'Okafor said: "We carried nine people on an average crossing." The board wrote "The last boat leaves Port Alder on May 30 at 11 p.m." and Reyl "never saw any rust in those cables at all".\n';
    writeFileSync(join(place.folder, "draft.md"), draft);
    const client = await open(way, revision);
    const told = await call(client, "verify", { draft, name: "draft.md" });
    const { stdout } = await runProgram(place, ["verify", "draft.md", "--json"]);
    const printed = JSON.parse(stdout);
    const verdicts = (findings: readonly { verdict: string; line: number }[]) =>
      findings.map(({ verdict, line }) => ({ verdict, line }));
    expect(verdicts(told.value.findings)).toEqual(verdicts(printed.documents[0].findings));
    expect(told.value.passed).toBe(false);
    expect(told.text).toContain("FAILED");
    const right = await call(client, "verify", { draft: `> ${HARBOUR.split("\n")[5]}\n` });
    expect(right.value).toMatchObject({ passed: true, counts: { verified: 1 } });
  });

  test("two clients at once get their own answers", async () => {
    const first = await open(way, revision);
    const second = await open(way, revision);
    const queries = ["ferry", "bridge", "bakery", "rust", "tickets", "fair"];
    const found = await Promise.all(
      queries.map((query, at) => call(at % 2 === 0 ? first : second, "search", { query })),
    );
    expect(found.map(({ value }) => value.query)).toEqual(queries);
  });
});
