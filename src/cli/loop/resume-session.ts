// `--session NAME` → a loop that goes on where it stopped, every quote proved again.

import { type AnswerOutcome, PullquoteError } from "../../index.ts";
import { tellRemotes } from "../model-choice.ts";
import { openSessionFile, type SessionSettings } from "../named-sessions.ts";
import { count } from "../progress.ts";
import { describeError, isInterruption } from "../report-error.ts";
import { findUserFolders } from "../settings/user-folders.ts";
import { tellFilters } from "./change-filters.ts";
import type { LoopSession } from "./loop-session.ts";

/**
 * Takes up the session of that name, or begins it. What a flag says counts, not what was kept.
 * @throws PullquoteError `bad-setting` for another folder or with `--no-history`, `file-unreadable`
 */
export async function resumeSession(
  session: LoopSession,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const { corpus, settings, screen } = session;
  const command = `pullquote chat --session ${JSON.stringify(name)}`;
  if (!settings.values.history) {
    const message = "--session keeps questions and answers, and --no-history keeps none.";
    throw new PullquoteError({ code: "bad-setting", message, hint: "Leave one of them out." });
  }
  const file = openSessionFile(findUserFolders().state, name, corpus.location.corpus);
  session.named = file;
  const kept = file.load();
  if (kept === undefined) return screen.note(`new session ${file.name}`);
  if (kept.corpus !== corpus.location.corpus) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `The session ${file.name} asks another folder: ${kept.corpus}`,
      hint: `${command} --corpus ${JSON.stringify(kept.corpus)}, or give this one another name`,
    });
  }
  session.turns.push(...kept.turns);
  for (const outcome of kept.outcomes) {
    session.outcomes.push(await corpus.assistant.reverify(outcome, signal));
  }
  const last = kept.outcomes.at(-1)?.question;
  screen.note(
    `session ${file.name}: ${count(kept.outcomes.length, "answer")}${last === undefined ? "" : `, the last to: ${last}`}`,
  );
  const lost = countQuotes(kept.outcomes) - countQuotes(session.outcomes);
  if (lost > 0)
    screen.warn(`note: ${count(lost, "quote")} of it no longer stand in their articles`);
  await takeUpSettings(session, kept, signal);
}

const countQuotes = (outcomes: readonly AnswerOutcome[]): number =>
  outcomes.flatMap((outcome) => (outcome.kind === "answer" ? outcome.quotes : [])).length;

async function takeUpSettings(
  session: LoopSession,
  { filters, model, width }: SessionSettings,
  signal: AbortSignal,
): Promise<void> {
  const { corpus, settings, screen } = session;
  const isGiven = (key: "model" | "width"): boolean => settings.origins.get(key)?.kind === "flag";
  if (Object.keys(session.filters).length === 0) session.filters = filters;
  if (Object.keys(session.filters).length > 0) screen.note(tellFilters(session.filters));
  if (!isGiven("width") && width !== undefined) {
    session.columns = width;
    screen.setWidth(width);
  }
  if (isGiven("model") || model === session.writer) return;
  try {
    session.writer = (await corpus.assistant.useModel(model, signal)).name;
    await tellRemotes({ ...settings.values, model }, screen, model);
    screen.note(`writer: ${session.writer}`);
  } catch (error) {
    if (isInterruption(error) || !(error instanceof PullquoteError)) throw error;
    describeError(error).forEach(screen.note);
    screen.warn(`note: ${model} wrote in this session; now it is ${session.writer}`);
  }
}
