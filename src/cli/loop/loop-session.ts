// What a question loop remembers between its lines, and how it asks.

import type { AnswerOutcome, Filters, Turn } from "../../index.ts";
import { followAnswer, tellRejected } from "../follow-answer.ts";
import type { SessionFile } from "../named-sessions.ts";
import { type OpenCorpus, refreshIndex } from "../open-corpus.ts";
import { checkQuestion, noteFiltered, readAskOptions, readFilters } from "../question-options.ts";
import { describeError } from "../report-error.ts";
import { keepAnswers, type StateStore } from "../session-store.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import type { Screen } from "../terminal.ts";

export interface LoopSession {
  readonly corpus: OpenCorpus;
  readonly settings: Settings;
  readonly screen: Screen;
  /** Absent with `--no-history`. */
  readonly store: StateStore | undefined;
  filters: Filters;
  readonly turns: Turn[];
  /** Who writes now; `/model` changes it. */
  writer: string;
  readonly outcomes: AnswerOutcome[];
  /** What `/width` says; else the terminal's columns count. */
  columns: number | undefined;
  /** Where a session that has a name is kept. */
  named: SessionFile | undefined;
  /** How many of `outcomes` each file holds already, by its absolute path. */
  readonly exported: Map<string, number>;
  /** Shows what nobody asked for where it disturbs nothing. */
  aside: (show: () => void) => void;
  /** Leaves the terminal to another program while the work runs. */
  lend: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export function startSession(
  corpus: OpenCorpus,
  settings: Settings,
  screen: Screen,
  store: StateStore | undefined,
): LoopSession {
  const filters = readFilters(settings.values);
  const writer = settings.values.model;
  const remembered = { turns: [], outcomes: [], exported: new Map() };
  const unnamed = { columns: settings.values.width, named: undefined };
  const aside = (show: () => void): void => show();
  const lend: LoopSession["lend"] = (work) => work();
  return {
    corpus,
    settings,
    screen,
    store,
    filters,
    writer,
    aside,
    lend,
    ...remembered,
    ...unnamed,
  };
}

/**
 * Asks with the conversation so far, prints the answer and remembers it.
 * @throws PullquoteError as `Assistant.ask` does, and for a question that cannot be asked
 */
export async function askInSession(
  session: LoopSession,
  typed: string,
  signal: AbortSignal,
): Promise<AnswerOutcome> {
  const { corpus, settings, screen, store, filters, turns, outcomes } = session;
  const question = checkQuestion(typed);
  await refreshIndex(corpus, settings, screen, signal);
  const asked = { ...readAskOptions(settings.values), filters, conversation: turns, signal };
  const events = corpus.assistant.askEvents(question, asked);
  const outcome = await followAnswer(events, settings, screen, "as-it-comes", session.writer);
  if (settings.values.verbose) tellRejected(outcome, screen);
  await noteFiltered(screen, filters, outcome.searched, corpus.assistant);
  const turn = {
    question,
    ...(outcome.understood !== undefined && { understood: outcome.understood }),
    articleIds: outcome.sources.map(({ articleId }) => articleId),
  };
  turns.push(turn);
  outcomes.push(outcome);
  keepSession(session, { turns: [turn], outcomes: [outcome] });
  if (store !== undefined) {
    const { corpus: folder, index } = corpus.location;
    const told = keepAnswers(store, question, { corpus: folder, index, outcomes });
    if (outcomes.length === 1) told.forEach(screen.note);
  }
  return outcome;
}

/** Keeps what was asked since, and what holds now. A file that cannot be written stops nothing; it is told once. */
export function keepSession(session: LoopSession, asked: Parameters<SessionFile["add"]>[0]): void {
  const { named, filters, writer, columns, screen } = session;
  if (named === undefined || session.outcomes.length === 0) return;
  const settings = { filters, model: writer, ...(columns !== undefined && { width: columns }) };
  try {
    named.add(asked, settings);
  } catch (error) {
    session.named = undefined;
    describeError(error).forEach(screen.warn);
  }
}
