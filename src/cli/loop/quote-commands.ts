// A quote's number → it is shown in its paragraph, opened in its article, or copied with its citation.

import {
  type Answer,
  addressQuote,
  isRemotePlace,
  PullquoteError,
  type Quote,
  renderExcerpt,
  renderSources,
  renderToPaste,
  sanitizeTerminal,
} from "../../index.ts";
import { lendTerminal, openAtLine, readCommand } from "../lend-terminal.ts";
import { printLong } from "../page-output.ts";
import { count } from "../progress.ts";
import { copyText } from "./clipboard.ts";
import type { LoopSession } from "./loop-session.ts";

export const wrongUse = (message: string, hint: string): PullquoteError =>
  new PullquoteError({ code: "bad-setting", message, hint });

export async function printSources({ outcomes, screen }: LoopSession): Promise<void> {
  const last = outcomes.at(-1);
  if (last === undefined || last.sources.length === 0) {
    throw wrongUse("There is no answer with sources yet.", "Ask first.");
  }
  screen.print(renderSources(last, screen));
}

/** `2` and `[2]`, of the last answer. @throws PullquoteError `bad-setting` where it has none of that number */
function findQuote({ outcomes }: LoopSession, typed: string, command: string): [Answer, Quote] {
  const last = outcomes.at(-1);
  const answer = last?.kind === "answer" ? last : undefined;
  const quotes = answer?.quotes ?? [];
  const quote = quotes.find(({ number }) => `${number}` === typed.replace(/^\[(\d+)\]$/, "$1"));
  if (answer !== undefined && quote !== undefined) return [answer, quote];
  const known = quotes.map(({ number }) => number).join(", ");
  throw wrongUse(
    `The last answer has no quote ${JSON.stringify(typed)}.`,
    known === "" ? "Ask first." : `It has ${known}: ${command} ${quotes[0]?.number}`,
  );
}

export async function showQuote(
  session: LoopSession,
  rest: string,
  signal: AbortSignal,
): Promise<void> {
  const { corpus, screen, settings, lend } = session;
  const [, quote] = findQuote(session, rest, "/show");
  const { blocks, path } = await corpus.assistant.show(quote.articleId, signal, quote);
  const lines = [
    sanitizeTerminal(`${path}:${blocks[0]?.line ?? 1}`),
    ...blocks.map(({ excerpt }) => renderExcerpt(excerpt, screen)),
  ];
  await printLong(lines.join("\n"), screen, settings, lend);
}

/** A quote, or with no number all that the last answer says. */
export async function copyQuote(session: LoopSession, rest: string): Promise<void> {
  const { outcomes, screen } = session;
  const last = outcomes.at(-1);
  if (rest === "" && last?.kind !== "answer") {
    throw wrongUse("There is no answer to copy.", "Ask first.");
  }
  const [answer, quote] =
    rest === "" && last?.kind === "answer" ? [last] : findQuote(session, rest, "/copy");
  const copied = await copyText(renderToPaste(answer, quote?.number), process.stdout, process.env);
  const what =
    quote === undefined
      ? `the answer with ${count(answer.quotes.length, "quote")}`
      : `quote ${quote.number} with its citation`;
  if (copied.kind === "tool") return screen.note(`copied ${what} as Markdown (${copied.name})`);
  if (copied.kind === "terminal") {
    screen.note(`gave ${what} as Markdown to the terminal, to be copied (OSC 52)`);
    return screen.note("where pasting gives nothing, the terminal does not allow it: /export FILE");
  }
  throw wrongUse(
    copied.why === "too-long"
      ? "That is longer than a terminal's clipboard takes."
      : "There is no clipboard here: no tool for it, and no terminal that could take it.",
    "/export answer.md",
  );
}

/** A text in the editor or pager at the line; any other file in the program that the system opens it with. */
export async function openQuote(session: LoopSession, rest: string): Promise<void> {
  const { screen } = session;
  const [answer, quote] = findQuote(session, rest, "/open");
  const source = answer.sources.find(({ articleId }) => articleId === quote.articleId);
  const placed = source?.quotes.find(({ number }) => number === quote.number);
  if (source === undefined || placed === undefined) return;
  if (!screen.interactive) {
    throw wrongUse("/open needs a terminal.", `/show ${quote.number}`);
  }
  if (isRemotePlace(source.path)) {
    throw wrongUse(
      `${source.path} lies in a bucket: no program here opens it.`,
      `/show ${quote.number}`,
    );
  }
  if (placed.places === undefined) return openText(session, source.path, placed.line);
  const address = addressQuote(source, placed, quote) ?? source.path;
  const { startBrowser } = await import("../../browser/start-browser.ts");
  const isStarted = await startBrowser(address);
  screen.note(
    `${isStarted ? "opened" : "no program could be started; open it yourself:"} ${address}`,
  );
}

async function openText(session: LoopSession, path: string, line: number): Promise<void> {
  const { VISUAL, EDITOR, PAGER } = process.env;
  const [named] = [VISUAL, EDITOR].filter((written) => readCommand(written).length > 0);
  const ways = named === undefined ? [PAGER, "less", "more"] : [named];
  for (const command of ways.map(readCommand).filter((words) => words.length > 0)) {
    const words = openAtLine(command, path, line);
    if (await session.lend(() => lendTerminal(words))) {
      session.screen.note(`opened ${path}, line ${line}, with ${command[0]}`);
      return;
    }
  }
  throw named === undefined
    ? wrongUse("There is no editor and no pager here.", "Name one: export EDITOR=nano")
    : wrongUse(`The editor ${named} cannot be started.`, "Name another: export EDITOR=nano");
}
