import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "@langchain/core/documents";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { RunnableLambda, RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
import { FakeListChatModel } from "@langchain/core/utils/testing";
import { afterAll, describe, expect, test } from "vitest";
import {
  ArticleRetriever,
  createSearchTool,
  openBuiltinEmbeddings,
} from "../../../src/langchain.ts";
import { openLampDesk } from "../../stand-in/lamp-corpus.ts";
import { startStandIn } from "../../stand-in/stand-in-server.ts";

const standIn = await startStandIn();
const desk = await openLampDesk(standIn, {}, "extractive");
afterAll(async () => {
  await desk.close();
  await standIn.close();
});

const sliceFile = ({ articleId, start, end }: Record<string, unknown>): string =>
  readFileSync(join(desk.corpus, String(articleId)), "utf8").slice(Number(start), Number(end));

describe("our index in LangChain", () => {
  test("is a retriever whose documents stand in their files at the span they name", async () => {
    const documents = await new ArticleRetriever(desk.assistant).invoke("lamps in fog");
    expect(documents.length).toBeGreaterThan(0);
    for (const { pageContent, metadata } of documents)
      expect(sliceFile(metadata)).toBe(pageContent);
    expect(documents.map(({ metadata }) => metadata)).toContainEqual(
      expect.objectContaining({ publisher: "Northgate Courier", published: "2016-04-11" }),
    );
  });

  test("tells of each document who speaks in it, and null for several people's words", async () => {
    const documents = await new ArticleRetriever(desk.assistant).invoke("lamps in fog");
    const herald = documents.find(({ metadata }) => metadata["articleId"] === "herald.md");
    expect(herald?.metadata).toMatchObject({ manner: null, speaker: null });
    const { speakers, start } = herald?.metadata ?? {};
    const places = speakers.map((speaker: { start: number; end: number }) =>
      herald?.pageContent.slice(speaker.start - start, speaker.end - start),
    );
    expect(places).toEqual(["Dora Quill", "Emil Harsk"]);
  });

  test("pipes into a chain", async () => {
    const retriever = new ArticleRetriever(desk.assistant, { limit: 1 });
    const join = (documents: Document[]): string =>
      documents.map((one) => one.pageContent).join("\n");
    const chain = RunnableSequence.from([
      { context: retriever.pipe(RunnableLambda.from(join)), question: new RunnablePassthrough() },
      ChatPromptTemplate.fromTemplate("{context}\n\n{question}"),
      new FakeListChatModel({ responses: ["Forty."] }),
    ]);
    expect((await chain.invoke("How many lamps?")).text).toBe("Forty.");
  });

  test("is a tool whose results carry verified spans", async () => {
    const result: string = await createSearchTool(desk.assistant).invoke({
      query: "fog",
      limit: 1,
    });
    const [found] = JSON.parse(result);
    expect(sliceFile(found)).toBe(found.text);
  });

  test("lends its embedder", async () => {
    const [vector] = await openBuiltinEmbeddings().embedDocuments(["lamps"]);
    expect(vector).toHaveLength(384);
  });
});
