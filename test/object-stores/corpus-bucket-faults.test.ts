// Stores that refuse, are busy, never end or never answer → an error that says so, or one object skipped with the reason.

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openCorpusBucket } from "../../src/adapters/files/corpus-bucket.ts";
import { createAzureClient } from "../../src/adapters/object-stores/azure-client.ts";
import type { Address } from "../../src/adapters/object-stores/check-address.ts";
import { createS3Client } from "../../src/adapters/object-stores/s3-client.ts";
import type { ArticleSource } from "../../src/core/ports/article-source.ts";
import { listAll } from "../contracts/article-source.ts";
import { setEnvironment } from "./serve-store.ts";

type Answer = (path: string) => { status: number; code?: string; body?: string } | undefined;

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A store that answers as told, or not at all. */
async function serve(answer: Answer): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const url = await listen((request, response) => {
    asked.push(request.url ?? "");
    const told = answer(request.url ?? "");
    if (told === undefined) return;
    const { status, code = "", body = `<Error><Code>${code}</Code></Error>` } = told;
    const headers = { "content-type": "application/xml", "x-ms-error-code": code, etag: '"1"' };
    response.writeHead(status, headers).end(body);
  });
  return { url, asked };
}

const makeAddress = (kind: Address["kind"]): Address => ({
  ...{ kind, holds: "corpus", name: `${kind}://newsdesk/a`, container: "newsdesk", prefix: "a/" },
});

function openStore(kind: Address["kind"], url: string): ArticleSource {
  const environment = { AZURE_STORAGE_ACCOUNT_NAME: "desk", AZURE_STORAGE_ACCOUNT_KEY: "a2V5" };
  const storage = { endpoint: url, allow_http: "true" };
  return openCorpusBucket(makeAddress(kind), { maxFileBytes: 10 }, storage, environment);
}

describe.each(["s3", "az"] as const)("a store of %s that fails", (kind) => {
  const open = (url: string): ArticleSource => openStore(kind, url);
  beforeEach(() => setEnvironment({ AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "y" }));

  it.each([
    [403, "AccessDenied", /access is denied/],
    [403, "SignatureDoesNotMatch", /credentials/],
    [503, "SlowDown", /503/],
    [500, "InternalError", /500/],
  ])("with %i %s is an error that says so when it is listed", async (status, code, words) => {
    const { url } = await serve(() => ({ status, code }));
    await expect(listAll(open(url))).rejects.toMatchObject({
      ...{ code: "corpus-unreadable", hint: expect.stringMatching(/./) },
      message: expect.stringMatching(words),
    });
  });

  it("for one object skips that one, with the reason", async () => {
    const { url } = await serve((path) => ({
      ...{ status: 403, code: path.includes("old.txt") ? "InvalidObjectState" : "AccessDenied" },
    }));
    const source = open(url);
    expect(await source.read("a.txt")).toMatchObject({
      reason: "unreadable",
      detail: expect.stringMatching(/denied/),
    });
    expect(await source.read("old.txt")).toMatchObject({
      reason: "unreadable",
      detail: expect.stringMatching(/archived/),
    });
  });

  it("is asked again while it is busy, and not skipped where it stays so", async () => {
    let busy = 1;
    const { url, asked } = await serve(() => {
      busy -= 1;
      return busy >= 0 ? { status: 503, code: "SlowDown" } : { status: 200, body: "Rain." };
    });
    expect(await open(url).read("a.txt")).toMatchObject({ kind: "read", text: "Rain." });
    expect(asked.length).toBe(2);
    busy = 100;
    await expect(open(url).read("a.txt")).rejects.toMatchObject({ code: "corpus-unreadable" });
  });

  it("reads no more than the limit of an object that does not end", async () => {
    let sent = 0;
    const url = await listen((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write("x".repeat(65_536))) sent += 65_536;
      };
      response.writeHead(200, { etag: '"1"' }).on("drain", more);
      more();
    });
    expect(await open(url).read("a.txt")).toMatchObject({ reason: "too-large" });
    expect(sent).toBeLessThan(50_000_000);
  });

  it("by silence is an error after its time, and an interruption at once", async () => {
    const { url } = await serve(() => undefined);
    const common = { address: makeAddress(kind), endpoint: url, answerMs: 50 };
    const client =
      kind === "s3"
        ? createS3Client({ ...common, region: "us-east-1", virtualHosted: false })
        : createAzureClient({
            ...{ ...common, account: "desk", key: "a2V5", sas: undefined, token: undefined },
          });
    await expect(client.getBytes("a/a.txt", 10)).rejects.toMatchObject({
      ...{ code: "corpus-unreadable", message: expect.stringMatching(/cannot be reached/) },
    });
    const stop = new AbortController();
    const reading = open(url).read("a.txt", stop.signal);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ code: "interrupted" });
  });
});

it("a name that XML cannot write is read as Azure writes it", async () => {
  const name = '<Name Encoded="true">a/rain%01%2B.txt</Name>';
  const fields = "<Content-Length>5</Content-Length><Etag>0x1</Etag>";
  const body = `<Blobs><Blob>${name}<Properties>${fields}</Properties></Blob></Blobs>`;
  const { url } = await serve(() => ({ status: 200, body }));
  const entries = await listAll(openStore("az", url));
  expect(entries).toMatchObject([{ kind: "listed", id: "rain\u0001+.txt", size: 5 }]);
});
