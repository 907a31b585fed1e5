// A number of invented vectors → for each kind of vector index: time and memory to build it, its size, and how much of the exact result it finds at what cost.
// npx tsx bench/scale/compare-indexes.ts --rows 300000 --out DIR [--kinds rq,pq,flat,sq] [--partitions 500,1000] [--topic 0.55]

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { connect, Index, type Table } from "@lancedb/lancedb";
import {
  Table as ArrowTable,
  Field,
  FixedSizeList,
  Float32,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
} from "apache-arrow";
import { topicOf } from "./invent-news.ts";
import { DIMENSIONS, inventVector, shareTopics } from "./invent-vectors.ts";
import { measureTable } from "./measure-recall.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "300000" },
    out: { type: "string" },
    kinds: { type: "string", default: "rq,pq,flat,sq" },
    partitions: { type: "string", default: "0" },
    topic: { type: "string", default: "0.55" },
    build: { type: "string" },
  },
});
if (values.out === undefined) {
  throw new Error("Usage: npx tsx bench/scale/compare-indexes.ts --rows N --out DIR");
}
const rows = Number(values.rows);
shareTopics(Number(values.topic));
const folder = resolve(values.out);
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const ROWS_AT_ONCE = 50_000;
const PASSAGES_PER_ARTICLE = 3;

const vectorType = new FixedSizeList(DIMENSIONS, new Field("item", new Float32(), true));
const schema = new Schema([
  new Field("id", new Int32(), false),
  new Field("vector", vectorType, false),
]);

function makeRows(first: number, count: number): ArrowTable {
  const numbers = new Float32Array(count * DIMENSIONS);
  for (let row = 0; row < count; row += 1) {
    const article = Math.floor((first + row) / PASSAGES_PER_ARTICLE);
    numbers.set(inventVector(topicOf(article), article, 2 ** 29 + first + row), row * DIMENSIONS);
  }
  const ids = Int32Array.from({ length: count }, (_, row) => first + row);
  const items = makeData({ type: new Float32(), data: numbers, length: numbers.length });
  const children = [
    makeData({ type: new Int32(), data: ids, length: count }),
    makeData({ type: vectorType, length: count, nullCount: 0, child: items }),
  ];
  return new ArrowTable(
    schema,
    new RecordBatch(
      schema,
      makeData({ type: new Struct(schema.fields), length: count, nullCount: 0, children }),
    ),
  );
}

async function openVectors(): Promise<Table> {
  const connection = await connect(folder);
  if ((await connection.tableNames()).includes("vectors")) return connection.openTable("vectors");
  const table = await connection.createEmptyTable("vectors", schema);
  for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
    await table.add(makeRows(first, Math.min(ROWS_AT_ONCE, rows - first)));
  }
  return table;
}

function makeIndex(kind: string, numPartitions: number): Index {
  const shared = { distanceType: "cosine", ...(numPartitions > 0 && { numPartitions }) } as const;
  if (kind === "pq") return Index.ivfPq({ ...shared, numSubVectors: DIMENSIONS / 8 });
  if (kind === "flat") return Index.ivfFlat(shared);
  if (kind === "sq") return Index.hnswSq(shared);
  return Index.ivfRq(shared);
}

if (values.build !== undefined) {
  // In a process of its own, so that its memory is that of the building alone.
  const [kind = "rq", partitions = "0"] = values.build.split(":");
  const table = await openVectors();
  for (const { name } of await table.listIndices()) await table.dropIndex(name);
  const began = process.cpuUsage();
  await table.createIndex("vector", { config: makeIndex(kind, Number(partitions)) });
  const { user, system } = process.cpuUsage(began);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  print(
    `${((user + system) / 1e6).toFixed(0)} s of processor, ${megabytes.toFixed(0)} MB to build`,
  );
} else {
  const began = performance.now();
  const made = await openVectors();
  print(`${rows} vectors made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  made.close();
  for (const kind of values.kinds.split(",")) {
    for (const partitions of values.partitions.split(",")) {
      const script = fileURLToPath(import.meta.url);
      const flags = ["--rows", values.rows, "--out", folder, "--build", `${kind}:${partitions}`];
      const child = spawnSync(process.execPath, ["--import", "tsx", script, ...flags], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      print(
        `\n${kind}, ${partitions === "0" ? "default" : partitions} parts: ${child.stdout.trim()}\n`,
      );
      const table = await (await connect(folder)).openTable("vectors");
      for await (const line of measureTable(table)) print(line);
      table.close();
    }
  }
}
