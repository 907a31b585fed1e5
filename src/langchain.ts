// The public door for LangChain: our index as a retriever and a tool, our embedder as Embeddings.

import { createBuiltinEmbedder } from "./adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "./adapters/builtin/token-model.ts";
import { PullquoteEmbeddings } from "./adapters/langchain/outward.ts";

export {
  ArticleRetriever,
  type ArticleSearch,
  createSearchTool,
  type FoundSpan,
  PullquoteEmbeddings,
} from "./adapters/langchain/outward.ts";

/** The built-in embedder, for LangChain. It needs no server and no key. */
export function openBuiltinEmbeddings(): PullquoteEmbeddings {
  return new PullquoteEmbeddings(createBuiltinEmbedder(openTokenModel()));
}
