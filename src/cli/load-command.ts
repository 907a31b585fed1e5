// A command's name → its code, loaded only when it runs.

import type { RunCommand } from "./invocation.ts";

const LOADERS: Readonly<Record<string, () => Promise<{ readonly run: RunCommand }>>> = {
  chat: () => import("./commands/chat.ts"),
  ask: () => import("./commands/ask.ts"),
  compare: () => import("./commands/compare.ts"),
  timeline: () => import("./commands/timeline.ts"),
  index: () => import("./commands/index-corpus.ts"),
  search: () => import("./commands/search.ts"),
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
  history: () => import("./commands/history.ts"),
  completion: () => import("./commands/completion.ts"),
};

/** @throws Error where no command has that name: a fault of the program. */
export async function loadCommand(name: string): Promise<RunCommand> {
  const load = LOADERS[name];
  if (load === undefined) throw new Error(`no code for the command ${name}`);
  return (await load()).run;
}
