// An index of invented vectors → the share of the exact hundred nearest that its vector index finds, by how much of it is searched.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, type Table } from "@lancedb/lancedb";
import { seedRandom, TOPICS } from "./invent-news.ts";
import { inventVector } from "./invent-vectors.ts";

const QUESTIONS = 40;
const NEAREST = 100;
const TRIED: readonly (readonly [nprobes: number, refine: number])[] = [
  [20, 20],
  [20, 5],
  [40, 10],
  [40, 20],
  [80, 10],
  [160, 10],
  [160, 20],
];

/** About topics that the articles have, as far from each of them as they are from one another. */
const makeQuestions = (): readonly Float32Array[] => {
  const random = seedRandom(11);
  return Array.from({ length: QUESTIONS }, (_, at) =>
    inventVector(Math.floor(random() * TOPICS), 2 ** 27 + at, 2 ** 26 + at),
  );
};

async function search(
  table: Table,
  vector: Float32Array,
  [nprobes, refine]: readonly [number, number],
): Promise<ReadonlySet<string>> {
  const query = table
    .vectorSearch(vector)
    .distanceType("cosine")
    .limit(NEAREST)
    .select(["id", "_distance"]);
  const found = await (nprobes === 0
    ? query.bypassVectorIndex()
    : query.nprobes(nprobes).refineFactor(refine)
  ).toArrow();
  return new Set(
    Array.from({ length: found.numRows }, (_, at) => String(found.getChild("id")?.get(at))),
  );
}

/** Lines of a Markdown table. */
export async function* measureRecall(index: string): AsyncGenerator<string> {
  const file = readFileSync(join(index, "state.json"), "utf8");
  const { generation } = JSON.parse(file) as { generation: string };
  const connection = await connect(join(index, generation));
  const table = await connection.openTable("passages");
  yield* measureTable(table);
  table.close();
  connection.close();
}

const exactOf = new Map<number, readonly ReadonlySet<string>[]>();

/** Of tables of as many rows the exact results are taken once. */
async function findExact(table: Table, rows: number): Promise<readonly ReadonlySet<string>[]> {
  const known = exactOf.get(rows);
  if (known !== undefined) return known;
  const exact: ReadonlySet<string>[] = [];
  for (const question of makeQuestions()) exact.push(await search(table, question, [0, 0]));
  exactOf.set(rows, exact);
  return exact;
}

export async function* measureTable(table: Table): AsyncGenerator<string> {
  const rows = await table.countRows();
  const indices = await table.listIndices();
  const kind = indices.find(({ columns }) => columns.includes("vector"))?.indexType;
  if (kind === undefined) return;
  const exact = await findExact(table, rows);
  const questions = makeQuestions();
  for (const tried of TRIED) {
    await search(table, questions[0] as Float32Array, tried);
    const began = process.cpuUsage();
    const found = await Promise.all(questions.map((question) => search(table, question, tried)));
    const { user, system } = process.cpuUsage(began);
    const same = found.flatMap((ids, at) => [...ids].filter((id) => exact[at]?.has(id)));
    const share = (same.length / QUESTIONS / NEAREST).toFixed(3);
    const cost = ((user + system) / 1000 / QUESTIONS).toFixed(1);
    yield `| ${rows.toLocaleString("en")} | ${kind} | ${tried[0]} parts, ${tried[1]} × refined | ${share} | ${cost} |`;
  }
}
