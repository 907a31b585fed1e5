// A line that begins with a slash → what it does in the question loop.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { appendSession, EXPORT_TABLE, renderExport, reportText } from "../../index.ts";
import { describeArticle } from "../commands/articles.ts";
import { tellRemotes } from "../model-choice.ts";
import { annotateOutcomes, chooseFormat } from "../output-file.ts";
import { printLong } from "../page-output.ts";
import { suggestWord } from "../settings/suggest-word.ts";
import { writeExport } from "../write-export.ts";
import { changeFilters, FILTER_WORDS, tellFilters } from "./change-filters.ts";
import { askInSession, type LoopSession } from "./loop-session.ts";
import { copyQuote, openQuote, printSources, showQuote, wrongUse } from "./quote-commands.ts";

/** Resolves to "leave" when the loop is to end. */
type RunSlash = (session: LoopSession, rest: string, signal: AbortSignal) => Promise<unknown>;

const ENDINGS = EXPORT_TABLE.flatMap(
  ({ endings }) => endings.find((ending) => ending !== "") ?? [],
).join(", ");

const TABLE: readonly (readonly [usage: string, help: string, run: RunSlash])[] = [
  ["/sources", "the last answer's sources", printSources],
  ["/show N", "quote N in its paragraph", showQuote],
  [
    "/open N",
    "quote N in its article: in $VISUAL, $EDITOR or $PAGER at the line; a page in the browser",
    openQuote,
  ],
  [
    "/copy [N]",
    "quote N with its citation, or the whole answer, as Markdown into the clipboard",
    copyQuote,
  ],
  ["/articles", "the articles that are asked", printArticles],
  [
    `/filter [${FILTER_WORDS.slice(0, -1).join("|")} VALUE | clear]`,
    "show or change which articles are asked",
    filterArticles,
  ],
  [
    "/export FILE [--force]",
    `write the session (${ENDINGS}); again: add what is new`,
    exportSession,
  ],
  ["/model [NAME]", "show who writes, or let another model write", changeModel],
  ['/check "some text"', "whether the words stand in the articles", checkWords],
  ["/width [N | auto]", "wrap answers at N columns, or at the terminal's width", changeWidth],
  ["/again", "ask the last question again", askAgain],
  ["/help", "this list", printHelp],
  ["/quit", "leave (also Ctrl-D)", async () => "leave"],
];

export const SLASH_COMMANDS: ReadonlyMap<string, RunSlash> = new Map(
  TABLE.map(([usage, , run]) => [usage.replace(/ .*/, ""), run]),
);

/** @throws PullquoteError for an unknown command, and what the command throws */
export async function runSlashCommand(
  session: LoopSession,
  line: string,
  signal: AbortSignal,
): Promise<"stay" | "leave"> {
  const [, name = "", rest = ""] = line.match(/^(\S+)\s*(.*)$/s) ?? [];
  const run = SLASH_COMMANDS.get(name);
  if (run) return (await run(session, rest.trim(), signal)) === "leave" ? "leave" : "stay";
  const meant = suggestWord(name, SLASH_COMMANDS.keys());
  throw wrongUse(
    `There is no command ${name}.`,
    meant === undefined ? "/help lists the commands." : `Did you mean ${meant}?`,
  );
}

async function printArticles(session: LoopSession): Promise<void> {
  const { corpus, filters, screen, settings, lend } = session;
  const described: string[] = [];
  for await (const article of corpus.assistant.articles(filters)) {
    described.push(describeArticle(article, screen));
  }
  if (described.length === 0) screen.note("no article fits the filter; /filter clear removes it");
  else await printLong(described.join("\n"), screen, settings, lend);
}

async function filterArticles(session: LoopSession, rest: string): Promise<void> {
  session.filters = changeFilters(session.filters, rest);
  session.screen.note(tellFilters(session.filters));
}

/** What a Markdown file of this session holds already stays as it is, edits included; others are written anew. */
async function exportSession(
  session: LoopSession,
  rest: string,
  signal: AbortSignal,
): Promise<void> {
  const { outcomes, exported, screen } = session;
  const force = /(^|\s)--force$/.test(rest);
  const file = rest.replace(/(^|\s)--force$/, "").trim();
  if (file === "") throw wrongUse("/export needs a file.", "/export answer.md");
  const path = resolve(file);
  const held = exported.get(path) ?? 0;
  const fresh = outcomes.slice(held);
  if (fresh.length === 0) throw wrongUse("There is nothing new to export.", "Ask first.");
  const format = chooseFormat(file);
  const appends = format === "markdown" && held > 0 && !force && existsSync(path);
  const { assistant } = session.corpus;
  const { text, bytes } = appends
    ? { text: appendSession(readFileSync(path, "utf8"), fresh), bytes: undefined }
    : renderExport(await annotateOutcomes(outcomes, format, assistant, signal), format);
  await writeExport(path, bytes ?? text, force || held > 0 ? "replace" : "refuse");
  exported.set(path, outcomes.length);
  screen.note(`${appends ? "appended to" : "written to"} ${file}`);
}

async function changeModel(session: LoopSession, rest: string, signal: AbortSignal): Promise<void> {
  const { corpus, settings, screen } = session;
  if (rest === "") {
    screen.note(`writer: ${session.writer}`);
    screen.note("`pullquote models` lists what is usable here");
    return;
  }
  const identity = await corpus.assistant.useModel(rest, signal);
  await tellRemotes({ ...settings.values, model: rest }, screen, rest);
  session.writer = identity.name;
  screen.note(`writer: ${identity.name}`);
}

async function changeWidth(session: LoopSession, rest: string): Promise<void> {
  const { screen } = session;
  if (rest !== "" && rest !== "auto" && !/^[1-9]\d{0,3}$/.test(rest)) {
    throw wrongUse(`/width needs a number of columns, not ${JSON.stringify(rest)}.`, "/width auto");
  }
  if (rest !== "") {
    session.columns = rest === "auto" ? undefined : Number(rest);
    screen.setWidth(session.columns);
  }
  const wraps = Number.isFinite(screen.width) ? `${screen.width} columns` : "not wrapped";
  screen.note(`width: ${wraps}`);
}

/** All of it is one quotation, whether it comes in quotation marks or not. */
async function checkWords(
  { corpus, screen }: LoopSession,
  rest: string,
  signal: AbortSignal,
): Promise<void> {
  const words = rest.replace(/^["“”]+|["“”]+$/g, "");
  if (words === "") throw wrongUse("/check needs some words.", '/check "they left at dawn"');
  const text = words.replace(/[\r\n]+/g, " ");
  const checked = await corpus.assistant.check([{ name: "words.txt", text: `> ${text}` }], signal);
  screen.print(reportText(checked, { strict: false, all: true, colour: screen.colour }));
}

async function askAgain(session: LoopSession, _rest: string, signal: AbortSignal): Promise<void> {
  const last = session.turns.at(-1);
  if (last === undefined) throw wrongUse("There is no question to ask again.", "Ask one first.");
  // Without its own turn: a follow-up must not follow itself.
  session.turns.pop();
  await askInSession(session, last.question, signal);
}

async function printHelp({ screen }: LoopSession): Promise<void> {
  for (const [usage, help] of TABLE) {
    screen.note(usage);
    screen.note(`    ${help}`);
  }
}
