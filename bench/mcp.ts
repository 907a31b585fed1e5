// Nothing → what the MCP server takes from its start to the first answer, for a warm search, and what it says of drafts as agents write them.
// npx tsx bench/mcp.ts [--rounds 7] [--drafts 200] [--seed 1]    (after a build; times are of this machine, so measure it idle)

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { inventDrafts, type Label, type LabelledDraft } from "./mcp/invent-drafts.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const ARTICLES = 60;
const SEARCHES = 60;
const TICKS_A_SECOND = 100;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    drafts: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const home = mkdtempSync(join(tmpdir(), "pullquote-mcp-"));
const flags = ["--corpus", join(home, "corpus"), "--index", join(home, "index")];
const environment = { PATH: process.env["PATH"] ?? "", HOME: home, XDG_CACHE_HOME: home };

interface Verdict {
  readonly verdict: string;
  readonly passed: boolean;
}

async function connect(): Promise<{ client: Client; pid: number | null }> {
  const client = new Client({ name: "bench", version: "1" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [PROGRAM, "mcp", ...flags],
    env: environment,
    stderr: "ignore",
  });
  await client.connect(transport);
  return { client, pid: transport.pid };
}

const call = async <Value>(client: Client, name: string, given: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: given })).structuredContent as Value;

/** Milliseconds of processor that a process has used, by Linux's own count; NaN elsewhere. */
function readProcessor(pid: number | null): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return ((Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND) * 1000;
  } catch {
    return Number.NaN;
  }
}

function describe(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(
      0,
    );
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

async function measureStart(question: string): Promise<void> {
  const walls: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const started = performance.now();
    const { client, pid } = await connect();
    await call(client, "ask", { question });
    walls.push(performance.now() - started);
    processor.push(readProcessor(pid));
    await client.close();
  }
  say(`start to first answer   ${describe(walls)}; processor ${describe(processor)}`);
}

async function measureSearches(queries: readonly string[]): Promise<void> {
  const { client, pid } = await connect();
  await call(client, "search", { query: "warm" });
  const begun = readProcessor(pid);
  const walls: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await call(client, "search", { query });
    walls.push(performance.now() - started);
  }
  const each = (readProcessor(pid) - begun) / queries.length;
  say(`warm search             ${describe(walls)}; processor ${each.toFixed(0)} ms each`);
  await client.close();
}

/** What the command line says of them, in one run: the verdicts of each draft. */
function verifyByCommand(drafts: readonly LabelledDraft[]): readonly (readonly Verdict[])[] {
  const words = [PROGRAM, "verify", "--json", ...flags, ...drafts.map(({ name }) => name)];
  const options = { cwd: home, env: environment, encoding: "utf8", maxBuffer: 1e9 } as const;
  const { documents } = JSON.parse(spawnSync(process.execPath, words, options).stdout) as {
    documents: readonly { findings: readonly Verdict[] }[];
  };
  return documents.map(({ findings }) => findings);
}

async function judgeDrafts(drafts: readonly LabelledDraft[]): Promise<void> {
  const byCommand = verifyByCommand(drafts);
  const { client } = await connect();
  let differing = 0;
  const judged: { label: Label; verdict: string; passed: boolean }[] = [];
  const tell = (all: readonly Verdict[]): string => all.map(({ verdict }) => verdict).join();
  for (const [at, { name, text, labels }] of drafts.entries()) {
    const given = { draft: text, name };
    const { findings } = await call<{ findings: readonly Verdict[] }>(client, "verify", given);
    const isSame = tell(byCommand[at] ?? []) === tell(findings);
    if (!isSame || findings.length !== labels.length) differing += 1;
    const missed = { verdict: "not found", passed: true };
    judged.push(...labels.map((label, place) => ({ label, ...(findings[place] ?? missed) })));
  }
  await client.close();
  const unsound = judged.filter(({ label, passed }) => label !== "right" && passed).length;
  const faulted = judged.filter(({ label, passed }) => label === "right" && !passed).length;
  say(`drafts                  ${drafts.length}, with ${judged.length} quotations`);
  say(`other verdicts than the command line's, or quotations missed  ${differing} drafts`);
  say(`altered, misattributed or invented, and passed               ${unsound}`);
  say(`right, and faulted                                           ${faulted}`);
  const pairs = judged.map(({ label, verdict }) => `${label} → ${verdict}`);
  for (const pair of [...new Set(pairs)].sort()) {
    say(`  ${pair}: ${pairs.filter((one) => one === pair).length}`);
  }
}

try {
  const { articles, drafts } = inventDrafts(Number(values.seed), ARTICLES, Number(values.drafts));
  mkdirSync(join(home, "corpus"));
  for (const [name, text] of articles) writeFileSync(join(home, "corpus", name), text);
  for (const { name, text } of drafts) writeFileSync(join(home, name), text);
  spawnSync(process.execPath, [PROGRAM, "index", "-q", ...flags], { cwd: home, env: environment });
  await judgeDrafts(drafts);
  await measureStart("How many lamps along the quay were repaired?");
  const told = [...articles.values()].flatMap((text) => text.match(/We (.*?), and/g) ?? []);
  await measureSearches(told.slice(0, SEARCHES).map((words) => words.replace(/^We|, and$/g, "")));
} finally {
  rmSync(home, { recursive: true, force: true });
}
