// The public door for LangChain: our index as a retriever and a tool, our embedder as Embeddings.

import { createBuiltinEmbedder } from "./adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "./adapters/builtin/token-model.ts";
import { PullquoteEmbeddings } from "./adapters/langchain/outward-embeddings.ts";

export { ArticleRetriever } from "./adapters/langchain/article-retriever.ts";
export type { ArticleSearch, FoundSpan } from "./adapters/langchain/article-search.ts";
export { PullquoteEmbeddings } from "./adapters/langchain/outward-embeddings.ts";
export { createSearchTool } from "./adapters/langchain/search-tool.ts";

/** The built-in embedder, for LangChain. It needs no server and no key. */
export function openBuiltinEmbeddings(): PullquoteEmbeddings {
  return new PullquoteEmbeddings(createBuiltinEmbedder(openTokenModel()));
}
