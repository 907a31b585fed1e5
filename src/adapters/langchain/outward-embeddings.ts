// An embedder of ours → LangChain's Embeddings.

import { Embeddings } from "@langchain/core/embeddings";
import type { Embedder } from "../../core/ports/embedder.ts";

/** Unit vectors; over-long text is split and pooled, never cut. */
export class PullquoteEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embedPassages(documents);
    return vectors.map((vector) => Array.from(vector));
  }

  override async embedQuery(document: string): Promise<number[]> {
    return Array.from(await this.#embedder.embedQuestion(document));
  }
}
