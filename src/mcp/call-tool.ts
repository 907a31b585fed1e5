// The tools → the answers to tools/list and tools/call: arguments checked, one page of the result, errors in words.

import type { CallToolResult, ListToolsResult, ServerContext } from "@modelcontextprotocol/server";
import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { z } from "zod";
import { PullquoteError } from "../index.ts";
import { createIndexTool, createStatusTool } from "./index-tools.ts";
import type { TellProgress } from "./keep-fresh.ts";
import type { Page, Pager } from "./page-response.ts";
import { listQuestionTools } from "./question-tools.ts";
import { createReadTool } from "./read-tool.ts";
import { tellInLine } from "./show-quotes.ts";
import type { Desk, Tool } from "./tool.ts";
import { createVerifyTool } from "./verify-tool.ts";

/** In the order in which clients see them, the same at each call. */
export function listTools(desk: Desk, allowIndex: boolean): readonly Tool[] {
  return [
    ...listQuestionTools(desk),
    createReadTool(desk),
    createVerifyTool(desk),
    createStatusTool(desk),
    ...(allowIndex ? [createIndexTool(desk)] : []),
  ];
}

/** Bounds of strings and lists are checked, but not told: each would cost tokens in every conversation. */
const UNTOLD: ReadonlySet<string> = new Set(["$schema", "minLength", "maxLength", "maxItems"]);

export function describeTools(tools: readonly Tool[]): ListToolsResult {
  return {
    tools: tools.map(({ name, title, description, input, output, writes = false }) => ({
      name,
      title,
      description,
      inputSchema: withoutBounds(z.toJSONSchema(input, { io: "input" })) as { type: "object" },
      outputSchema: withNotes(output) as { type: "object" },
      annotations: { readOnlyHint: !writes, openWorldHint: false },
    })),
  };
}

function withoutBounds(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(withoutBounds);
  const kept = Object.entries(schema).filter(([key]) => !UNTOLD.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutBounds(value)]));
}

/** Every result may carry both. */
const withNotes = (output: Readonly<Record<string, unknown>>): unknown => ({
  ...output,
  properties: {
    ...(output["properties"] as object),
    notes: { type: "array" },
    nextCursor: { type: "string" },
  },
});

/**
 * What a client can mend is a result with `isError`, in words that a model can act on; only a tool that
 * does not exist is an error of the protocol.
 */
export async function callTool(
  tools: readonly Tool[],
  pager: Pager,
  { name, arguments: given = {} }: { readonly name: string; readonly arguments?: unknown },
  context: ServerContext,
): Promise<CallToolResult> {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) {
    const known = tools.map((one) => one.name).join(", ");
    const message = `There is no tool ${JSON.stringify(tellInLine(name))}; there are ${known}.`;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, message);
  }
  try {
    return layOut(await takePage(tool, pager, given, context));
  } catch (error) {
    return { content: [{ type: "text", text: describeError(error) }], isError: true };
  }
}

async function takePage(
  tool: Tool,
  pager: Pager,
  given: unknown,
  context: ServerContext,
): Promise<Page> {
  const { cursor, ...rest } = tool.input.parse(given) as { readonly cursor?: string };
  const asked = JSON.stringify([tool.name, rest]);
  if (cursor !== undefined) return pager.resume(cursor, asked);
  const { signal } = context.mcpReq;
  return pager.begin(await tool.run(rest, { signal, tell: openProgress(context) }), asked);
}

/** Steps are counted: how many there will be is not known. Nothing is sent that was not asked for. */
function openProgress({ mcpReq }: ServerContext): TellProgress {
  const progressToken = mcpReq._meta?.progressToken;
  let progress = 0;
  return (message) => {
    if (progressToken === undefined || mcpReq.signal.aborted) return;
    progress += 1;
    const params = { progressToken, progress, message };
    // A client that went away is told nothing; its call ends by the signal.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
  };
}

function layOut({ structured, text, links, notes, nextCursor }: Page): CallToolResult {
  const more =
    nextCursor === undefined ? [] : ["There is more: call again with nextCursor as cursor."];
  const lines = [...notes.map((note) => `note: ${tellInLine(note.text, 400)}`), text, ...more];
  return {
    content: [{ type: "text", text: lines.filter((line) => line !== "").join("\n") }, ...links],
    structuredContent: {
      ...structured,
      ...(notes.length > 0 && { notes: notes.map(({ code, text }) => ({ code, text })) }),
      ...(nextCursor !== undefined && { nextCursor }),
    },
  };
}

const MOST_FAULTS = 5;

/** `no-index: what happened` and the command or change that mends it. */
export function describeError(error: unknown): string {
  if (error instanceof z.ZodError) {
    const faults = error.issues
      .slice(0, MOST_FAULTS)
      .map(({ path, message }) => tellInLine(`${path.join(".") || "arguments"}: ${message}`));
    return ["bad-arguments", ...faults].join("\n");
  }
  if (error instanceof PullquoteError) {
    const hint = error.hint === undefined ? [] : [`hint: ${error.hint}`];
    return [`${error.code}: ${error.message}`, ...hint].join("\n");
  }
  return `unexpected: ${error instanceof Error ? error.message : String(error)}`;
}
