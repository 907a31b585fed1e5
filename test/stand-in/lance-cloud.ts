// A folder → a server that speaks the REST interface of LanceDB Cloud, its tables kept by LanceDB in that folder.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type Connection, connect, Index, type Table } from "@lancedb/lancedb";
import type * as Arrow from "apache-arrow";
import { type Body, queryTable } from "./cloud-queries.ts";

const require = createRequire(import.meta.url);
const arrow = require("apache-arrow") as typeof Arrow;
const { Footer, FileBlock } = require("apache-arrow/ipc/metadata/file");

export interface LanceCloud {
  readonly url: string;
  /** Method and path of every request. */
  readonly requests: string[];
  /** Answered instead of serving, when set: for a server that is down, or refuses the key. */
  refusal: number | undefined;
  close(): Promise<void>;
}

type Reply = object | Buffer | undefined;

export async function startLanceCloud(folder: string, apiKey: string): Promise<LanceCloud> {
  const connection = await connect(folder, { readConsistencyInterval: 0 });
  const requests: string[] = [];
  const cloud = { refusal: undefined as number | undefined };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://cloud");
    requests.push(`${request.method} ${url.pathname}`);
    const body = await readBody(request);
    const isKnown = request.headers["x-api-key"] === apiKey;
    const refusal = cloud.refusal ?? (isKnown ? undefined : 401);
    if (refusal !== undefined) response.writeHead(refusal).end("refused");
    else await serve(connection, url, body).then(send(response), refuse(response));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(cloud, {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      connection.close();
    },
  });
}

const send =
  (response: ServerResponse) =>
  (reply: Reply): void => {
    const kind = Buffer.isBuffer(reply) ? "vnd.apache.arrow.file" : "json";
    response.setHeader("phalanx-version", "0.4.0");
    response.setHeader("content-type", `application/${kind}`);
    response.end(Buffer.isBuffer(reply) ? reply : JSON.stringify(reply ?? {}));
  };

const refuse =
  (response: ServerResponse) =>
  (error: unknown): void => {
    const words = String(error);
    response.writeHead(/not found/i.test(words) ? 404 : 400).end(words);
  };

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function serve(connection: Connection, url: URL, body: Buffer): Promise<Reply> {
  const [, name = "", verb = ""] = /^\/v1\/table\/([^/]+)\/(.*?)\/?$/.exec(url.pathname) ?? [];
  if (url.pathname === "/v1/table/") {
    const startAfter = url.searchParams.get("page_token") ?? undefined;
    const limit = Number(url.searchParams.get("limit") ?? 10);
    return { tables: await connection.tableNames({ limit, ...(startAfter && { startAfter }) }) };
  }
  if (verb === "create") {
    await native(connection).createTable(name, toFile(body), "create");
    return { version: 1 };
  }
  if (verb === "drop") {
    await connection.dropTable(name);
    return {};
  }
  const table = await connection.openTable(name);
  if (verb === "insert") return native(table).add(toFile(body), "append");
  if (verb === "merge_insert") return merge(table, url.searchParams, body);
  return serveJson(table, verb, JSON.parse(body.toString() || "{}") as Body);
}

async function serveJson(table: Table, verb: string, body: Body): Promise<Reply> {
  const [, index] = /^index\/([^/]+)\/stats$/.exec(verb) ?? [];
  if (index !== undefined) return describeIndex(table, index);
  switch (verb) {
    case "describe":
      return { version: await table.version(), schema: describeSchema(await table.schema()) };
    case "count_rows":
      return Object(await table.countRows(body["predicate"] as string | undefined));
    case "delete":
      return table.delete(String(body["predicate"]));
    case "create_index":
      await table.createIndex(String(body["column"]), { config: readIndex(body) });
      return {};
    case "index/list": {
      const indices = await table.listIndices();
      return { indexes: indices.map(({ name, columns }) => ({ index_name: name, columns })) };
    }
    case "query":
      return Buffer.from(arrow.tableToIPC((await queryTable(table, body)) as never, "file"));
    default:
      throw new Error(`the stand-in serves no ${verb}`);
  }
}

/** A server takes in what is new by itself; this one does when it is asked how far it is. */
async function describeIndex(table: Table, name: string): Promise<Reply> {
  // Asked twice at once, one of the two is refused.
  await table.optimize().catch(() => undefined);
  const stats = await table.indexStats(name);
  return {
    num_indexed_rows: stats?.numIndexedRows ?? 0,
    num_unindexed_rows: stats?.numUnindexedRows ?? 0,
    index_type: stats?.indexType ?? "",
  };
}

function readIndex(body: Body): Index {
  if (body["index_type"] !== "FTS") return Index.btree();
  const { with_position, base_tokenizer, language, stem, ascii_folding, remove_stop_words } = body;
  return Index.fts({
    withPosition: with_position as boolean,
    baseTokenizer: base_tokenizer as "simple",
    language: language as string,
    stem: stem as boolean,
    asciiFolding: ascii_folding as boolean,
    removeStopWords: remove_stop_words as boolean,
  });
}

async function merge(table: Table, asked: URLSearchParams, body: Buffer): Promise<Reply> {
  const is = (name: string) => asked.get(name) === "true";
  let builder = native(table).mergeInsert([asked.get("on") ?? ""]);
  if (is("when_matched_update_all")) {
    builder = builder.whenMatchedUpdateAll(asked.get("when_matched_update_all_filt") ?? undefined);
  }
  if (is("when_not_matched_insert_all")) builder = builder.whenNotMatchedInsertAll();
  if (is("when_not_matched_by_source_delete")) {
    builder = builder.whenNotMatchedBySourceDelete(
      asked.get("when_not_matched_by_source_delete_filt") ?? undefined,
    );
  }
  const told = await builder.execute(toFile(body));
  return {
    version: told.version,
    num_inserted_rows: told.numInsertedRows,
    num_updated_rows: told.numUpdatedRows,
    num_deleted_rows: told.numDeletedRows,
  };
}

/** What takes bytes of Arrow's file format: the bodies are compressed in a way that Arrow here cannot read. */
// biome-ignore lint/suspicious/noExplicitAny: the native part has no public type.
const native = (of: Connection | Table): any => Reflect.get(of, "inner");

const MAGIC = Buffer.from("ARROW1\0\0");

/** The same messages as in the stream, with their places behind them. */
function toFile(stream: Buffer): Buffer {
  const reader = new arrow.MessageReader(stream);
  const schema = reader.readSchema();
  const blocks: unknown[] = [];
  let end = 0;
  for (let at = 0; at + 8 <= stream.length; ) {
    const isMarked = stream.readInt32LE(at) === -1;
    const length = stream.readInt32LE(isMarked ? at + 4 : at);
    if (length === 0) break;
    const head = (isMarked ? 8 : 4) + length;
    const message = arrow.Message.decode(stream.subarray(at + head - length, at + head));
    const { bodyLength } = message;
    if (message.isRecordBatch()) blocks.push(new FileBlock(head, bodyLength, at + MAGIC.length));
    at += head + bodyLength;
    end = at;
  }
  const footer = Buffer.from(Footer.encode(new Footer(schema, 4, blocks, [])));
  const length = Buffer.alloc(4);
  length.writeInt32LE(footer.length);
  const stop = Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
  return Buffer.concat([
    MAGIC,
    stream.subarray(0, end),
    stop,
    footer,
    length,
    MAGIC.subarray(0, 6),
  ]);
}

function describeSchema(schema: Arrow.Schema): object {
  return { fields: schema.fields.map(describeField) };
}

const TYPES: Readonly<Record<string, string>> = {
  Utf8: "string",
  Int32: "int32",
  Float32: "float",
  Float64: "double",
  Binary: "binary",
};

function describeField({ name, nullable, type }: Arrow.Field): object {
  const of = type as { children?: Arrow.Field[]; listSize?: number };
  const words = String(type);
  const fields = of.children?.map(describeField);
  const told =
    of.listSize !== undefined
      ? { type: "fixed_size_list", fields, length: of.listSize }
      : of.children
        ? { type: "list", fields }
        : { type: TYPES[words] ?? words.toLowerCase() };
  return { name, nullable, type: told };
}
