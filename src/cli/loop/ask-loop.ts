// Lines, typed or piped → answers, one after another.

import { createInterface, type Interface } from "node:readline";
import { LONGEST_QUESTION, PullquoteError } from "../../index.ts";
import { EXIT } from "../invocation.ts";
import { describeError, isInterruption } from "../report-error.ts";
import { writeNote } from "../terminal.ts";
import { openCompleter } from "./completion-words.ts";
import { askInSession, type LoopSession } from "./loop-session.ts";
import { PASTE_OFF, PASTE_ON, PasteGuard } from "./paste-guard.ts";
import { runSlashCommand, SLASH_COMMANDS } from "./slash-commands.ts";
import { suggestModel } from "./suggest-model.ts";

/** What one line came to; `nothing` was no question. */
type LineResult = "answered" | "abstained" | "failed" | "nothing" | "leave";

/**
 * Questions from a pipe, one a line. Exits 0 when one was answered and none failed.
 * @throws PullquoteError `question-empty` when no line came, and an abort error
 */
export async function answerLines(session: LoopSession, signal: AbortSignal): Promise<number> {
  const results = new Set<LineResult>();
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  signal.addEventListener("abort", () => lines.close());
  for await (const line of lines) {
    const result = await answerLine(session, line, signal);
    results.add(result);
    if (result === "leave" || signal.aborted) break;
    if (result === "answered" || result === "abstained") separate(session);
  }
  signal.throwIfAborted();
  if (results.size === 0) {
    throw new PullquoteError({
      code: "question-empty",
      message: "There is no question on the standard input.",
      hint: 'Ask one: pullquote ask "Who resigned?", or start pullquote in a terminal.',
    });
  }
  if (results.has("failed")) return EXIT.error;
  return results.has("answered") ? EXIT.answered : EXIT.nothingFound;
}

/** Questions typed at a terminal, until Ctrl-D, /quit or the second Ctrl-C. */
export async function answerTyping(session: LoopSession, signal: AbortSignal): Promise<number> {
  const { screen, store } = session;
  const completer = openCompleter(session, [...SLASH_COMMANDS.keys()]);
  const tellTooLong = (length: number): void =>
    session.aside(() =>
      screen.note(
        `a question has at most ${LONGEST_QUESTION} characters; what was pasted, with ${length}, is left out`,
      ),
    );
  const keyboard = new PasteGuard(process.stdin, tellTooLong);
  const prompt = createInterface({
    input: keyboard,
    output: process.stdout,
    prompt: screen.colour ? "\u001B[1m›\u001B[22m " : "› ",
    history: [...(store?.loadQuestions() ?? [])].reverse(),
    historySize: 1000,
    removeHistoryDuplicates: true,
    completer,
  });
  const brackets = process.env["TERM"] !== "dumb";
  const setBrackets = (isOn: boolean): void => {
    if (brackets) process.stdout.write(isOn ? PASTE_ON : PASTE_OFF);
  };
  // The second Ctrl-C, too, must leave the terminal as it was.
  process.once("exit", () => setBrackets(false));
  setBrackets(true);
  const interruptions = watchInterruptions(prompt, session, signal);
  const later: (() => void)[] = [];
  let isAnswering = false;
  // Above the line that is being typed; while an answer is written, below it.
  session.aside = (show) => {
    if (isAnswering) return void later.push(show);
    process.stdout.write("\r\u001B[2K");
    show();
    prompt.prompt(true);
  };
  session.lend = async (work) => {
    prompt.pause();
    process.stdin.pause();
    process.stdin.setRawMode(false);
    setBrackets(false);
    try {
      return await work();
    } finally {
      setBrackets(true);
      process.stdin.setRawMode(true);
      process.stdin.resume();
      prompt.resume();
    }
  };
  prompt.prompt();
  for await (const line of prompt) {
    isAnswering = true;
    const result = await interruptions.guard((stop) => answerLine(session, line, stop));
    isAnswering = false;
    for (const show of later.splice(0)) show();
    if (result === "leave") break;
    if (result === "answered" || result === "abstained") separate(session);
    prompt.prompt();
  }
  session.aside = (show) => show();
  prompt.close();
  return interruptions.left() ? EXIT.interrupted : EXIT.answered;
}

async function answerLine(
  session: LoopSession,
  line: string,
  signal: AbortSignal,
): Promise<LineResult> {
  const typed = line.trim();
  if (typed === "") return "nothing";
  try {
    if (typed.startsWith("/")) {
      return (await runSlashCommand(session, typed, signal)) === "leave" ? "leave" : "nothing";
    }
    const { kind, writer } = await askInSession(session, typed, signal);
    void suggestModel(session, writer.name);
    return kind === "answer" ? "answered" : "abstained";
  } catch (error) {
    const told = isInterruption(error) ? ["stopped"] : describeError(error);
    for (const text of told) writeNote(text);
    return "failed";
  }
}

function separate({ screen, settings }: LoopSession): void {
  if (!settings.values.json) screen.print("");
}

interface Interruptions {
  /** Runs work that the first Ctrl-C stops. */
  guard<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T>;
  /** Whether it was Ctrl-C that ended the loop. */
  left(): boolean;
}

/** The first Ctrl-C stops the answer, or clears the line; a second one in a row leaves. */
function watchInterruptions(
  prompt: Interface,
  { screen }: LoopSession,
  signal: AbortSignal,
): Interruptions {
  let answering: AbortController | undefined;
  let pressed = 0;
  prompt.on("SIGINT", () => {
    pressed += 1;
    if (pressed > 1) {
      prompt.close();
      if (answering) process.exit(EXIT.interrupted);
      return;
    }
    if (answering) return answering.abort();
    prompt.write(null, { ctrl: true, name: "e" });
    prompt.write(null, { ctrl: true, name: "u" });
    process.stdout.write("\n");
    screen.note("Ctrl-C again leaves; so does Ctrl-D");
    prompt.prompt();
  });
  signal.addEventListener("abort", () => prompt.close());
  return {
    guard: async (work) => {
      pressed = 0;
      answering = new AbortController();
      try {
        return await work(answering.signal);
      } finally {
        answering = undefined;
      }
    },
    left: () => pressed > 1 || signal.aborted,
  };
}
