// An assistant → a LangChain tool `search_articles` for a model to call.

import { type DynamicStructuredTool, tool } from "@langchain/core/tools";
import { z } from "zod";
import { type ArticleSearch, findSpans } from "./article-search.ts";

const USUAL_LIMIT = 5;
const MOST = 20;
const schema = z.object({
  query: z.string().min(1).describe("what to look for, in plain words"),
  limit: z.number().int().min(1).max(MOST).optional().describe("how many passages"),
});

/** Its result is JSON: passages with article id, span, sha256, publisher, date, speaker, and verified text. */
export function createSearchTool(assistant: ArticleSearch): DynamicStructuredTool {
  return tool(
    async ({ query, limit = USUAL_LIMIT }: z.infer<typeof schema>) =>
      JSON.stringify(await findSpans(assistant, query, limit)),
    {
      name: "search_articles",
      description:
        "Search the reader's folder of news articles. Each result is verbatim text of one article, with its place.",
      schema,
    },
  ) as unknown as DynamicStructuredTool;
}
