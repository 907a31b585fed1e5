// An embedder → the same, with the vectors of whole texts kept in a file by their digest: runs go on where they stopped.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, mkdir, readFile, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import type { Embedder } from "../../src/core/ports/embedder.ts";

const digestBytes = 32;

const digestText = (text: string): Buffer => createHash("sha256").update(text).digest();

async function readVectors(file: string, width: number): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  if (!existsSync(file)) return vectors;
  const record = digestBytes + width * Float32Array.BYTES_PER_ELEMENT;
  const content = await readFile(file);
  const whole = Math.floor(content.byteLength / record);
  if (whole * record < content.byteLength) await truncate(file, whole * record);
  for (let at = 0; at < whole * record; at += record) {
    const key = content.toString("hex", at, at + digestBytes);
    const bytes = new Uint8Array(content.subarray(at + digestBytes, at + record));
    vectors.set(key, new Float32Array(bytes.buffer));
  }
  return vectors;
}

/** The file must belong to this embedder alone: name it by the model's digest. */
export async function rememberVectors(embedder: Embedder, file: string): Promise<Embedder> {
  await mkdir(dirname(file), { recursive: true });
  const known = await readVectors(file, embedder.identity.dimensions);
  const embed = async (key: string, make: () => Promise<Float32Array>): Promise<Float32Array> => {
    const digest = digestText(key);
    const kept = known.get(digest.toString("hex"));
    if (kept !== undefined) return kept;
    const vector = await make();
    known.set(digest.toString("hex"), vector);
    await appendFile(file, Buffer.concat([digest, Buffer.from(Float32Array.from(vector).buffer)]));
    return vector;
  };
  const embedPassage = async (text: string): Promise<Float32Array> => {
    const [vector] = await embedder.embedPassages([text]);
    if (vector === undefined) throw new Error("The embedder gave no vector.");
    return vector;
  };
  return {
    ...embedder,
    async embedPassages(texts) {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await embed(text, () => embedPassage(text)));
      return vectors;
    },
    embedQuestion: (text) => embed(`question: ${text}`, () => embedder.embedQuestion(text)),
  };
}
