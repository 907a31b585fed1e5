// A real Ollama server → what a weak model's answers come to, silent cuts, and the cost of its embedder.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openOllamaChatModel } from "../../src/adapters/ollama/ollama-chat-model.ts";
import { OllamaServer } from "../../src/adapters/ollama/ollama-server.ts";
import type { ChatModel } from "../../src/core/ports/chat-model.ts";
import type { PromptMessage } from "../../src/core/ports/prompt-renderer.ts";
import { type Answer, openAssistant } from "../../src/index.ts";

type Print = (line: string) => void;

const CHAT = "smollm2:135m";
const EMBEDDING = "all-minilm";
const option = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

/**
 * `--corpus=DIR --questions=FILE.jsonl --most=100 --minutes=8`: whose articles, which questions, how many, how long;
 * `--context=1024 --threads=1`: of the model. With busy cores one thread is many times as fast as two.
 */
export async function measureServer(host: string | undefined, print: Print): Promise<void> {
  if (host === undefined) return print("real server: skipped, OLLAMA_HOST is not set");
  process.env["OLLAMA_HOST"] = host;
  await measureCuts(host, print);
  const corpus = option("corpus");
  if (corpus === undefined) return print("real server: answers and index skipped, no --corpus=DIR");
  await measureIndex(corpus, print);
  await measureAnswers(corpus, print);
}

/** Prompts of 50 sizes around a context of 256 tokens: each is read whole, or refused. */
async function measureCuts(host: string, print: Print): Promise<void> {
  const server = new OllamaServer({ host });
  const model = await openOllamaChatModel({ server, model: CHAT, options: { num_ctx: 256 } });
  const counts = { "read whole": 0, refused: 0, "silently cut": 0 };
  let overhead: number | undefined;
  for (let size = 0; size < 50; size += 1) {
    const words = 206 + 2 * size;
    const messages = [{ role: "user", text: "lamp ".repeat(words) }] as const;
    const tokens = await countPrompt(model, messages);
    overhead ??= tokens - words;
    if (tokens < 0) counts.refused += 1;
    else counts[tokens === words + overhead ? "read whole" : "silently cut"] += 1;
  }
  print(`prompts of 50 sizes around the context: ${JSON.stringify(counts)}`);
}

/** Tokens of the prompt as the server counted them; -1 when it was refused. */
async function countPrompt(model: ChatModel, messages: readonly PromptMessage[]): Promise<number> {
  for await (const part of model.reply({ messages, replyTokens: 1 })) {
    if (part.kind === "end" && part.promptTokens !== undefined) return part.promptTokens;
  }
  return -1;
}

/** The whole index run ÷ the time in it during which the server was embedding. */
async function measureIndex(corpus: string, print: Print): Promise<void> {
  const index = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
  const assistant = await openAssistant({ corpus, index, embedder: `ollama:${EMBEDDING}` });
  const clock = clockEmbedding();
  const started = performance.now();
  for await (const _event of assistant.index()) {
    // Only the time of the whole matters.
  }
  const whole = performance.now() - started;
  const { calls, milliseconds } = clock.stop();
  await assistant.close();
  rmSync(index, { recursive: true, force: true });
  print(
    `index through ${EMBEDDING}: whole ${Math.round(whole)} ms, the server's embedding in it ${Math.round(milliseconds)} ms in ${calls} requests (${(whole / milliseconds).toFixed(2)})`,
  );
}

/** Counts the time, until `stop`, in which at least one embedding request is open. */
function clockEmbedding(): { stop(): { calls: number; milliseconds: number } } {
  const send = globalThis.fetch;
  let [calls, open, since, milliseconds] = [0, 0, 0, 0];
  globalThis.fetch = async (input, init) => {
    if (!String(input).endsWith("/api/embed")) return send(input, init);
    calls += 1;
    if (open === 0) since = performance.now();
    open += 1;
    try {
      const reply = await send(input, init);
      const body = await reply.arrayBuffer();
      return new Response(body, { status: reply.status, headers: reply.headers });
    } finally {
      open -= 1;
      if (open === 0) milliseconds += performance.now() - since;
    }
  };
  return {
    stop() {
      globalThis.fetch = send;
      return { calls, milliseconds };
    },
  };
}

async function measureAnswers(corpus: string, print: Print): Promise<void> {
  const file = option("questions");
  const most = Number(option("most") ?? 100);
  if (file === undefined) return print("answers by a weak model: skipped, no --questions=FILE");
  const questions = readFileSync(file, "utf8").split("\n").filter(Boolean).slice(0, most);
  const index = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
  const threads = option("threads");
  const modelOptions = {
    num_ctx: Number(option("context") ?? 1024),
    num_predict: 160,
    ...(threads === undefined ? {} : { num_thread: Number(threads) }),
  };
  const assistant = await openAssistant({ corpus, index, model: `ollama:${CHAT}`, modelOptions });
  for await (const _event of assistant.index()) {
    // Only the finished index matters.
  }
  const counts = { asked: 0, survived: 0, differ: 0, unquoted: 0, quotes: 0, rejected: 0 };
  const end = performance.now() + 60_000 * Number(option("minutes") ?? Number.POSITIVE_INFINITY);
  for (const line of questions) {
    if (performance.now() > end) break;
    const { question } = JSON.parse(line) as { question: string };
    const outcome = await assistant.ask(question);
    counts.asked += 1;
    counts.rejected += outcome.rejected.length;
    if (outcome.kind === "answer") countAnswer(outcome, corpus, counts);
  }
  await assistant.close();
  rmSync(index, { recursive: true, force: true });
  print(
    `answers by ${CHAT} to ${counts.asked} questions: ${counts.differ} of ${counts.quotes} quotes differ, ${counts.unquoted} claims without a quote, ` +
      `${counts.rejected} statements rejected; a claim of the model's stands in ${counts.survived}`,
  );
}

function countAnswer(
  { claims, quotes, writer }: Answer,
  corpus: string,
  counts: { survived: number; differ: number; unquoted: number; quotes: number },
): void {
  if (writer.name !== "extractive") counts.survived += 1;
  counts.unquoted += claims.filter(({ citations }) => citations.length === 0).length;
  for (const { articleId, start, end, text } of quotes) {
    counts.quotes += 1;
    const article = readFileSync(join(corpus, articleId), "utf8").replace(/^\uFEFF/, "");
    if (article.slice(start, end) !== text) counts.differ += 1;
  }
}
