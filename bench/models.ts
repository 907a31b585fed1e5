// The model path in numbers: `npx tsx bench/models.ts` uses the stand-in server; with `--server` and OLLAMA_HOST set, a real one too.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../src/index.ts";
import { type LampDesk, openLampDesk } from "../test/stand-in/lamp-corpus.ts";
import { say, startStandIn } from "../test/stand-in/stand-in-server.ts";
import { composeReply, FORMS, GOOD_ANSWERS } from "./models/competent-replies.ts";
import { listHostileReplies } from "./models/hostile-replies.ts";
import { measureServer } from "./models/measure-server.ts";
import { measureStreaming } from "./models/measure-streaming.ts";

const HOSTILE_QUESTION = "How many lamps did the harbour board buy, and do they work in fog?";
const HANG_MS = 20_000;
const realHost = process.env["OLLAMA_HOST"];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const standIn = await startStandIn();
const desk = await openLampDesk(standIn, { timeout: 2 });
await measureCompetent(desk);
await measureHostile(desk);
print(await measureStreaming(standIn, desk));
await desk.close();
await standIn.close();
if (process.argv.includes("--server")) await measureServer(realHost, print);

async function measureCompetent({ assistant }: LampDesk): Promise<void> {
  for (const form of FORMS) {
    let [made, reached] = [0, 0];
    for (const { question, claims } of GOOD_ANSWERS) {
      standIn.script = (body, response) => say(composeReply(body, claims, form))(body, response);
      const outcome = await assistant.ask(question);
      const shown = outcome.kind === "answer" ? outcome.claims.map(({ text }) => bare(text)) : [];
      made += claims.length;
      reached += claims.filter(({ text }) => shown.includes(bare(text))).length;
    }
    print(`competent model, ${form}: ${reached} of ${made} claims reach the reader`);
  }
}

function bare(text: string): string {
  return text.replace(/[.]$/, "");
}

interface HostileCounts {
  replies: number;
  differ: number;
  unquoted: number;
  crashes: number;
  hangs: number;
  errors: number;
  readonly stood: Map<string, number>;
}

async function measureHostile(lamps: LampDesk): Promise<void> {
  const stood = new Map<string, number>();
  const counts = { replies: 0, differ: 0, unquoted: 0, crashes: 0, hangs: 0, errors: 0, stood };
  for (const { kind, script } of listHostileReplies()) {
    counts.replies += 1;
    standIn.script = script;
    const started = performance.now();
    try {
      const outcome = await lamps.assistant.ask(HOSTILE_QUESTION);
      if (outcome.kind === "answer") countAnswer(outcome, kind, lamps.corpus, counts);
    } catch (error) {
      const told = error instanceof Error && error.name === "PullquoteError";
      counts[told ? "errors" : "crashes"] += 1;
    }
    if (performance.now() - started > HANG_MS) counts.hangs += 1;
  }
  print(
    `hostile server: ${counts.replies} replies; quotes that differ from the file ${counts.differ}, ` +
      `claims without a quote ${counts.unquoted}, crashes ${counts.crashes}, hangs ${counts.hangs}; told as errors ${counts.errors}`,
  );
  print(
    `hostile server: a claim of the model's stood, by kind: ${JSON.stringify(Object.fromEntries(stood))}`,
  );
}

function countAnswer(
  { claims, quotes, writer }: Answer,
  kind: string,
  corpus: string,
  counts: HostileCounts,
): void {
  counts.unquoted += claims.filter(({ citations }) => citations.length === 0).length;
  for (const { articleId, start, end, text } of quotes) {
    const file = readFileSync(join(corpus, articleId), "utf8");
    if (file.slice(start, end) !== text) counts.differ += 1;
  }
  if (writer.name !== "extractive") counts.stood.set(kind, (counts.stood.get(kind) ?? 0) + 1);
}
