// The model's files → their identity, once every byte of them is what was pinned.

import { type ModelFileName, modelDigests, readModelFile } from "./model-files.ts";

export interface CheckedModel {
  readonly model: string;
  /** sha256 of the weights. */
  readonly digest: string;
}

/** @throws PullquoteError `model-missing` | `model-damaged` */
export async function checkModel(): Promise<CheckedModel> {
  for (const name of Object.keys(modelDigests)) await readModelFile(name as ModelFileName);
  return {
    model: "all-MiniLM-L6-v2 q8",
    digest: modelDigests["all-minilm-l6-v2/model_quantized.onnx"],
  };
}
