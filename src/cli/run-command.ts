// A chosen command's name and what was typed → the command's exit code; its code is loaded only when it runs.

import { EXIT, type RunCommand } from "./invocation.ts";
import { readJsonForm } from "./json-form.ts";
import { tellRemoteCorpus, tellRemoteIndex, tellRemotes } from "./model-choice.ts";
import { runWithEvents } from "./print-events.ts";
import { resolveSettings } from "./settings/resolve-settings.ts";
import { refuseUntrusted } from "./settings/trust-config.ts";
import { findUserFolders } from "./settings/user-folders.ts";
import { openScreen } from "./terminal.ts";

/** Commands that read no articles; `export` says itself whose it reads. */
const WITHOUT_CORPUS: ReadonlySet<string> = new Set([
  ...["export", "models", "prompts", "trust", "sessions", "history", "completion"],
]);
/** Commands that neither read nor write an index. */
const WITHOUT_INDEX: ReadonlySet<string> = new Set([...WITHOUT_CORPUS, "shard", "show"]);

/** Commands in whose course a writer or an embedder gets to work. */
const USING_MODELS: ReadonlySet<string> = new Set([
  "ask",
  "chat",
  "open",
  "index",
  "shard",
  "add",
  "watch",
  "search",
  "eval",
  "replay",
  "mcp",
]);

const LOADERS: Readonly<Record<string, () => Promise<{ readonly run: RunCommand }>>> = {
  chat: () => import("./commands/chat.ts"),
  ask: () => import("./commands/ask.ts"),
  compare: () => import("./commands/compare.ts"),
  timeline: () => import("./commands/timeline.ts"),
  open: () => import("./commands/open.ts"),
  index: () => import("./commands/index-corpus.ts"),
  watch: () => import("./commands/watch.ts"),
  shard: () => import("./commands/shard.ts"),
  mcp: () => import("./commands/mcp.ts"),
  add: () => import("./commands/add.ts"),
  search: () => import("./commands/search.ts"),
  quotes: () => import("./commands/quotes.ts"),
  grep: () => import("./commands/grep.ts"),
  entities: () => import("./commands/entities.ts"),
  articles: () => import("./commands/articles.ts"),
  show: () => import("./commands/show.ts"),
  export: () => import("./commands/export.ts"),
  verify: () => import("./commands/verify.ts"),
  replay: () => import("./commands/replay.ts"),
  status: () => import("./commands/status.ts"),
  eval: () => import("./commands/eval.ts"),
  doctor: () => import("./commands/doctor.ts"),
  models: () => import("./commands/models.ts"),
  prompts: () => import("./commands/prompts.ts"),
  trust: () => import("./commands/trust.ts"),
  sessions: () => import("./commands/sessions.ts"),
  history: () => import("./commands/history.ts"),
  completion: () => import("./commands/completion.ts"),
};

/** The first Ctrl-C, or a request to end, asks the command to stop; the second ends the program at once. */
export async function runCommand(
  name: string,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (interruption.signal.aborted) process.exit(EXIT.interrupted);
      interruption.abort();
    });
  }
  const { asked, form } = readJsonForm(name, flags);
  const settings = resolveSettings({
    flags: asked ? { ...flags, json: true } : flags,
    environment: process.env,
    folder: process.cwd(),
  });
  if (name !== "trust") refuseUntrusted(settings, findUserFolders().state);
  const screen = openScreen(settings, process, process.env, {
    ...form,
    signal: interruption.signal,
  });
  const { corpus = "", sample } = settings.values;
  if (!WITHOUT_CORPUS.has(name) && !sample) tellRemoteCorpus(corpus, settings.values, screen);
  if (!WITHOUT_INDEX.has(name)) tellRemoteIndex(settings.values, screen);
  if (USING_MODELS.has(name)) await tellRemotes(settings.values, screen);
  const command = await LOADERS[name]?.();
  if (command === undefined) throw new Error(`no code for the command ${name}`);
  const invocation = { words, flags, settings, screen, signal: interruption.signal };
  return flags["events"] === true
    ? runWithEvents(command.run, invocation)
    : command.run(invocation);
}
