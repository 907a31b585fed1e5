// Articles → what a plain LangChain pipeline retrieves: splitter 1000/200, vectors in memory, our model.

import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import { FakeVectorStore } from "@langchain/core/utils/testing";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import type { Embedder } from "../../src/core/ports/embedder.ts";
import type { RankedText } from "../../src/evaluate/score-retrieval.ts";

/** Chunks embedded between two reports. */
const batch = 100;

/** Our embedder in LangChain's form, so that both rank with the same vectors. */
class OurEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.#embedder.embedPassages(texts)).map((vector) => [...vector]);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return [...(await this.#embedder.embedQuestion(text))];
  }
}

export interface PlainArticle {
  readonly id: string;
  readonly text: string;
}

async function splitArticles(articles: readonly PlainArticle[]): Promise<Document[]> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const documents: Document[] = [];
  for (const { id, text } of articles) {
    let from = 0;
    for (const pageContent of await splitter.splitText(text)) {
      const start = Math.max(text.indexOf(pageContent, from), 0);
      from = start + 1;
      documents.push(new Document({ pageContent, metadata: { articleId: id, start } }));
    }
  }
  return documents;
}

/** The retriever of a tutorial: the `limit` nearest chunks, best first. */
export async function openLangchainPipeline(
  articles: readonly PlainArticle[],
  embedder: Embedder,
  report: (done: number, total: number) => void,
): Promise<(question: string, limit: number) => Promise<readonly RankedText[]>> {
  const documents = await splitArticles(articles);
  const store = new FakeVectorStore(new OurEmbeddings(embedder));
  for (let at = 0; at < documents.length; at += batch) {
    await store.addDocuments(documents.slice(at, at + batch));
    report(Math.min(at + batch, documents.length), documents.length);
  }
  return async (question, limit) => {
    const found = await store.similaritySearch(question, limit);
    return found.map(({ pageContent: text, metadata }) => {
      const [articleId, start] = [String(metadata["articleId"]), Number(metadata["start"])];
      return { articleId, start, end: start + text.length, text };
    });
  };
}
