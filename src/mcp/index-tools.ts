// `status` and `index`: how the index stands to the folder, and the run that brings it up to date.

import { followRun } from "./keep-fresh.ts";
import type { Note, Reply } from "./page-response.ts";
import { describeFields, type Fields } from "./shape-output.ts";
import { count } from "./show-quotes.ts";
import { type Desk, defineTool, type Tool } from "./tool.ts";

const STATUS: Fields = describeFields({
  corpus: "string",
  indexed: "boolean",
  articles: "integer",
  passages: "integer",
  files: "integer",
  skipped: "integer",
  pending: "object",
  embedder: "string",
});
const INDEXED: Fields = describeFields({
  articles: "integer",
  passages: "integer",
  added: "integer",
  changed: "integer",
  removed: "integer",
  skipped: "array",
});

const MOST_SKIPPED = 50;

export function createStatusTool(desk: Desk): Tool {
  return defineTool({
    name: "status",
    title: "State of the index",
    description: "The folder that is answered from, and whether its index is up to date.",
    input: {},
    output: STATUS,
    run: async (_given, { signal }) => replyStatus(desk, signal),
  });
}

export function createIndexTool(desk: Desk): Tool {
  return defineTool({
    name: "index",
    title: "Bring the index up to date",
    description: "Indexes new and changed articles; can take minutes.",
    input: {},
    output: INDEXED,
    writes: true,
    run: async (_given, { signal, tell }) => replyIndexed(desk, signal, tell),
  });
}

const single = (structured: Fields, text: string, notes: readonly Note[] = []): Reply => ({
  count: 0,
  notes,
  show: () => ({ structured, text, links: [] }),
});

async function replyStatus(
  { assistant, corpus, makeIndex }: Desk,
  signal: AbortSignal,
): Promise<Reply> {
  const { state, articles, passages, files, skipped, pending } = await assistant.status(signal);
  const { added, changed, removed } = pending;
  const structured: Fields = {
    corpus,
    indexed: state !== undefined,
    articles,
    passages,
    files,
    skipped,
    pending: { added, changed, removed },
    ...(state && { embedder: `${state.embedder.name} (${state.embedder.model})` }),
  };
  const behind = added + changed + removed;
  const told =
    state === undefined
      ? `No index yet; to make it: ${makeIndex}`
      : `${count(articles, "article")}, ${count(passages, "passage")}: ${behind === 0 ? "up to date" : `${added} new, ${changed} changed, ${removed} gone`}.`;
  return single(structured, told);
}

async function replyIndexed(
  { assistant }: Desk,
  signal: AbortSignal,
  tell: (message: string) => void,
): Promise<Reply> {
  const summary = await followRun(assistant.index({ signal }), tell);
  const { articles, passages, added, changed, removed, skipped } = summary;
  const structured: Fields = {
    articles,
    passages,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    skipped: skipped.slice(0, MOST_SKIPPED).map(({ id, detail }) => ({ articleId: id, detail })),
  };
  const told = `${count(articles, "article")}, ${count(passages, "passage")} (${added.length} added, ${changed.length} changed, ${removed.length} removed).`;
  const more =
    skipped.length > 0
      ? [{ code: "skipped", text: `${count(skipped.length, "file")} skipped.` }]
      : [];
  return single(structured, told, more);
}
