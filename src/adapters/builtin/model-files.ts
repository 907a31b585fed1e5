// The models that ship with pullquote → the paths of their files, each checked against its digest.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PullquoteError } from "../../core/errors.ts";

/**
 * The embedder's weights as they were published, which name its vectors: the file that is loaded has the
 * same weights in a fused graph and gives the same vectors to the bit (`training/fuse_graph.py`).
 */
export const embedderDigest = "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1";

/** sha256 of every file that is loaded. */
export const modelDigests = {
  "all-minilm-l6-v2/model_quantized.onnx":
    "b5ee44a4af9baffc81f364457459b82f3d4fafbabac7e4310e07c46996048f25",
  "all-minilm-l6-v2/tokenizer.json":
    "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
  "reader/model_quantized.onnx": "f7e93c053aa4936fe070453b8b1f2f276175ff8b6d49403d01025a0f6380db4d",
} as const;

export type ModelFileName = keyof typeof modelDigests;

/** Where the models lie, from `src/` and from `dist/` alike. */
export const modelFolder: URL = new URL("../../../models/", import.meta.url);

/** A clone has the files in its history; an installed package has to be installed again. */
const repairHint = (): string => {
  const root = new URL("../../../", import.meta.url);
  return existsSync(new URL("training/fuse_graph.py", root))
    ? `Run "git checkout models" in ${fileURLToPath(root)}`
    : `Delete the folder ${fileURLToPath(root)} and run "npm install" again.`;
};

/** One piece of memory for all of the file: what is freed is given back late, or never. */
async function digestFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(256 * 1024);
  const file = await open(path);
  try {
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(piece);
      if (bytesRead === 0) return { sha256: hash.digest("hex"), bytes };
      hash.update(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/**
 * The path of one file of a model, once it is byte for byte the pinned one. The runtime reads it from there:
 * bytes handed over would stay in memory beside what it makes of them.
 * @throws PullquoteError `model-missing` | `model-damaged`
 */
export const checkModelFile = async (
  name: ModelFileName,
  folder: URL = modelFolder,
): Promise<string> => {
  const path = fileURLToPath(new URL(name, folder));
  const found = await digestFile(path).catch((cause: unknown) => {
    throw new PullquoteError({
      code: "model-missing",
      message: `The built-in model's file ${path} cannot be read.`,
      hint: repairHint(),
      cause,
    });
  });
  if (found.sha256 === modelDigests[name]) return path;
  throw new PullquoteError({
    code: "model-damaged",
    message: `The built-in model's file ${path} is damaged: ${found.bytes} bytes with sha256 ${found.sha256}, expected ${modelDigests[name]}.`,
    hint: repairHint(),
  });
};

/** The model's files → their identity, once every byte of them is what was pinned. */
export interface CheckedModel {
  readonly model: string;
  /** sha256 of the weights. */
  readonly digest: string;
}

/** @throws PullquoteError `model-missing` | `model-damaged` */
export async function checkModel(): Promise<CheckedModel> {
  for (const name of Object.keys(modelDigests)) await checkModelFile(name as ModelFileName);
  return { model: "all-MiniLM-L6-v2 q8", digest: embedderDigest };
}
