// An assistant → a LangChain retriever whose documents say where in which article they stand.

import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import { type ArticleSearch, findSpans } from "./article-search.ts";

const USUAL_LIMIT = 8;

/**
 * `pageContent` is the article's text at `[metadata.start, metadata.end)`; the other metadata are the
 * article's id, sha256 and score; `manner` and `speaker`, null where it has several or none; publisher,
 * date, title and all `speakers` where known.
 */
export class ArticleRetriever extends BaseRetriever {
  readonly lc_namespace: string[] = ["pullquote", "retrievers"];
  readonly #assistant: ArticleSearch;
  readonly #limit: number;

  constructor(assistant: ArticleSearch, { limit = USUAL_LIMIT }: { readonly limit?: number } = {}) {
    super();
    this.#assistant = assistant;
    this.#limit = limit;
  }

  override async _getRelevantDocuments(query: string): Promise<Document[]> {
    const spans = await findSpans(this.#assistant, query, this.#limit);
    return spans.map(
      ({ text, ...metadata }) =>
        new Document({
          pageContent: text,
          metadata,
          id: `${metadata.articleId}#${metadata.start}`,
        }),
    );
  }
}
