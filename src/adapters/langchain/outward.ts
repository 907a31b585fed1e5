// An assistant → what a LangChain program takes: a retriever, a tool for a model to call, embeddings.

import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import { BaseRetriever } from "@langchain/core/retrievers";
import { type DynamicStructuredTool, tool } from "@langchain/core/tools";
import { z } from "zod";
import type { SearchOutcome } from "../../core/answer.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import { type DescribedSpeech, describeSpeech } from "../../english/speech/describe-speech.ts";

/** An assistant serves it. */
export interface ArticleSearch {
  search(
    query: string,
    options?: { readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<SearchOutcome>;
  articlesOf(articleIds: readonly string[]): Promise<readonly ArticleRecord[]>;
}

/** A passage as others get it: its text stands in the article's file at the span, byte for byte. */
export interface FoundSpan extends Omit<DescribedSpeech, "speakers"> {
  readonly articleId: string;
  /** Half-open, in UTF-16 units of the article's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
  readonly sha256?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly title?: string;
  /** Who speaks in it, paragraph by paragraph; absent where nobody is named. */
  readonly speakers?: DescribedSpeech["speakers"];
}

/** Passages for a query, best first, each verified against its file just now. */
async function findSpans(
  assistant: ArticleSearch,
  query: string,
  limit: number,
): Promise<readonly FoundSpan[]> {
  const { passages } = await assistant.search(query, { limit });
  const ids = new Set(passages.map(({ excerpt }) => excerpt.articleId));
  const records = await assistant.articlesOf([...ids]);
  const recordOf = new Map(records.map((record) => [record.id, record]));
  return passages.map(({ excerpt: { articleId, start, end, text }, score }) => {
    const { speakers, ...speech } = describeSpeech(text, start);
    const record = recordOf.get(articleId);
    const { publisher, published, title } = record?.metadata ?? {};
    return {
      articleId,
      start,
      end,
      text,
      score,
      ...speech,
      ...(record !== undefined && { sha256: record.sha256 }),
      ...(publisher !== undefined && { publisher: publisher.value }),
      ...(published !== undefined && { published: published.value }),
      ...(title !== undefined && { title: title.value }),
      ...(speakers.length > 0 && { speakers }),
    };
  });
}

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

const TOOL_LIMIT = 5;
const TOOL_MOST = 20;
const schema = z.object({
  query: z.string().min(1).describe("what to look for, in plain words"),
  limit: z.number().int().min(1).max(TOOL_MOST).optional().describe("how many passages"),
});

/** Its result is JSON: passages with article id, span, sha256, publisher, date, speaker, and verified text. */
export function createSearchTool(assistant: ArticleSearch): DynamicStructuredTool {
  return tool(
    async ({ query, limit = TOOL_LIMIT }: z.infer<typeof schema>) =>
      JSON.stringify(await findSpans(assistant, query, limit)),
    {
      name: "search_articles",
      description:
        "Search the reader's folder of news articles. Each result is verbatim text of one article, with its place.",
      schema,
    },
  ) as unknown as DynamicStructuredTool;
}
