// Vectors: the same for a text whatever else is embedded and in whatever order? Ours beside batches.
// npx tsx bench/vectors.ts --data DIR [--count 2000]   (DIR holds articles.jsonl.gz, one {text} a line)

import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { InferenceSession, Tensor } from "onnxruntime-node";
import {
  addRows,
  createBuiltinEmbedder,
  toUnitLength,
} from "../src/adapters/builtin/builtin-embedder.ts";
import { modelFolder } from "../src/adapters/builtin/model-files.ts";
import { dimensions, maxTokens, openTokenModel } from "../src/adapters/builtin/token-model.ts";

type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

const { values } = parseArgs({
  options: { data: { type: "string" }, count: { type: "string", default: "2000" } },
});
if (values.data === undefined) throw new Error("Usage: npx tsx bench/vectors.ts --data DIR");
const folder = values.data;
const wanted = Number(values.count);
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const passageWords = 120;
const batchSize = 8;

/** The first passages of about 120 words, three from an article. */
const readPassages = async (): Promise<string[]> => {
  const file = createReadStream(join(folder, "articles.jsonl.gz")).pipe(createGunzip());
  const passages: string[] = [];
  for await (const line of createInterface({ input: file })) {
    const words = (JSON.parse(line) as { text: string }).text.split(/\s+/);
    for (let from = 0; from < Math.min(words.length, 3 * passageWords); from += passageWords) {
      passages.push(words.slice(from, from + passageWords).join(" "));
    }
    if (passages.length >= wanted) break;
  }
  return passages.slice(0, wanted);
};

/** The same order on every run: a multiplicative generator modulo a prime. */
const shufflePlaces = (count: number): number[] => {
  let state = 20_261;
  const keys = Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  });
  return Array.from(keys.keys()).sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0));
};

const cosine = (left: Float32Array | undefined, right: Float32Array | undefined): number =>
  (left ?? new Float32Array()).reduce(
    (sum, value, column) => sum + value * (right?.[column] ?? 0),
    0,
  );

const leastCosine = (left: readonly Float32Array[], right: readonly Float32Array[]): number =>
  left.reduce((least, vector, place) => Math.min(least, cosine(vector, right[place])), 1);

const measure = async (
  name: string,
  embed: Embed,
  texts: readonly string[],
): Promise<readonly Float32Array[]> => {
  const start = performance.now();
  const vectors = await embed(texts);
  const seconds = (performance.now() - start) / 1000;
  print(`${name}: ${(texts.length / seconds).toFixed(1)} passages a second`);
  return vectors;
};

const embedShuffled = async (
  name: string,
  embed: Embed,
  texts: readonly string[],
): Promise<readonly Float32Array[]> => {
  const places = shufflePlaces(texts.length);
  const shuffled = await measure(
    name,
    embed,
    places.map((place) => texts[place] ?? ""),
  );
  const back: Float32Array[] = [];
  for (const [step, place] of places.entries()) back[place] = shuffled[step] as Float32Array;
  return back;
};

const model = openTokenModel();
const embedder = createBuiltinEmbedder(model);
const embedAlone: Embed = async (texts) => {
  const vectors: Float32Array[] = [];
  for (const text of texts) vectors.push(...(await embedder.embedPassages([text])));
  return vectors;
};
const embedTogether: Embed = (texts) => embedder.embedPassages(texts);

/** The usual way: batches of like length, padded, cut at the model's limit. */
const openBatched = async (): Promise<Embed> => {
  const session = await InferenceSession.create(
    fileURLToPath(new URL("all-minilm-l6-v2/model_quantized.onnx", modelFolder)),
    { intraOpNumThreads: 2, logSeverityLevel: 4 },
  );
  const runBatch = async (rows: readonly (readonly number[])[]): Promise<Float32Array[]> => {
    const length = Math.max(...rows.map((row) => row.length));
    const columns = (value: (row: readonly number[], column: number) => number): BigInt64Array =>
      BigInt64Array.from(
        rows.flatMap((row) => Array.from({ length }, (_, column) => value(row, column))),
        BigInt,
      );
    const tensor = (cells: BigInt64Array): Tensor =>
      new Tensor("int64", cells, [rows.length, length]);
    const { last_hidden_state: output } = await session.run({
      input_ids: tensor(columns((row, column) => row[column] ?? 0)),
      attention_mask: tensor(columns((row, column) => (column < row.length ? 1 : 0))),
      token_type_ids: tensor(columns(() => 0)),
    });
    return rows.map((row, place) => {
      const sum = new Float64Array(dimensions);
      addRows(sum, output?.data as Float32Array, place * length, place * length + row.length);
      return toUnitLength(sum);
    });
  };
  return async (texts) => {
    const rows: number[][] = [];
    for (const text of texts) {
      rows.push([101, ...(await model.tokenize(text)).ids.slice(0, maxTokens - 2), 102]);
    }
    const order = Array.from(rows.keys()).sort(
      (left, right) => (rows[left]?.length ?? 0) - (rows[right]?.length ?? 0),
    );
    const vectors: Float32Array[] = [];
    for (let from = 0; from < order.length; from += batchSize) {
      const places = order.slice(from, from + batchSize);
      const batch = await runBatch(places.map((place) => rows[place] ?? []));
      for (const [step, place] of places.entries()) vectors[place] = batch[step] as Float32Array;
    }
    return vectors;
  };
};

const passages = await readPassages();
await embedder.embedPassages(passages.slice(0, 20));
print(`${passages.length} passages of ${passageWords} words`);
const alone = await measure("ours, each in a call of its own", embedAlone, passages);
const together = await measure("ours, all in one call", embedTogether, passages);
const shuffled = await embedShuffled("ours, all in one call, shuffled", embedTogether, passages);
print(
  `ours: least cosine with its own vector, in one call ${leastCosine(alone, together).toFixed(6)}`,
);
print(
  `ours: least cosine with its own vector, shuffled ${leastCosine(alone, shuffled).toFixed(6)}`,
);
const embedBatched = await openBatched();
await embedBatched(passages.slice(0, 20));
const batched = await measure(
  `rival, batches of ${batchSize} of like length`,
  embedBatched,
  passages,
);
const mixed = await measure(
  "rival, every second passage left out",
  embedBatched,
  passages.filter((_, place) => place % 2 === 0),
);
print(`rival: least cosine with the vector alone ${leastCosine(batched, alone).toFixed(6)}`);
print(
  `rival: least cosine with its own vector in another corpus ${leastCosine(
    mixed,
    batched.filter((_, place) => place % 2 === 0),
  ).toFixed(6)}`,
);
await embedder.close();
