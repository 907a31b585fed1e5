// Nothing, a question, or a document → its page in the browser, until Ctrl-C or the page ends it.

import { existsSync } from "node:fs";
import { type AnswerOutcome, type CheckedDocument, PullquoteError } from "../../index.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { type OpenCorpus, refreshIndex, useFreshCorpus } from "../open-corpus.ts";
import { checkQuestion, noteFiltered, readFilters } from "../question-options.ts";
import { readDocuments } from "../read-documents.ts";
import { keepAnswers, openStateStore } from "../session-store.ts";
import { findUserFolders } from "../settings/user-folders.ts";

/** What the page shows first; nothing where it waits for a question. */
interface FirstShown {
  readonly question?: string;
  readonly outcome?: AnswerOutcome;
  readonly document?: CheckedDocument;
}

export const run: RunCommand = async (invocation) => {
  const { words, signal } = invocation;
  const documents = isFile(words) ? await readDocuments(words, process.stdin) : [];
  const isQuestion = documents.length === 0 && words.length > 0;
  const question = isQuestion ? { question: checkQuestion(words.join(" ")) } : {};
  return useFreshCorpus(invocation, async (corpus) => {
    const checked =
      documents.length === 0 ? undefined : await corpus.assistant.check(documents, signal);
    const document = checked?.documents[0];
    await openReader(corpus, invocation, { ...question, ...(document && { document }) });
    return EXIT.answered;
  });
};

/** One word that is the name of a file, or looks like one. @throws PullquoteError `file-unreadable` for JSON */
function isFile(words: readonly string[]): boolean {
  const [first = ""] = words;
  if (words.length !== 1) return false;
  if (/\.json$/i.test(first)) {
    throw new PullquoteError({
      code: "file-unreadable",
      message: `${first} cannot be opened: JSON carries no proof of its quotes.`,
      hint: "Open the answer as Markdown or HTML: pullquote open answer.md",
    });
  }
  return existsSync(first) || /^\S+\.(?:md|html?|txt)$/i.test(first);
}

/** Resolves when the reader has been ended. */
export async function openReader(
  corpus: OpenCorpus,
  { flags, settings, screen, signal }: Invocation,
  first: FirstShown,
): Promise<void> {
  const [{ ReaderDesk }, { serveReader }, { startBrowser }] = await Promise.all([
    import("../../browser/reader-desk.ts"),
    import("../../browser/serve-reader.ts"),
    import("../../browser/start-browser.ts"),
  ]);
  const { assistant, location } = corpus;
  const store = settings.values.history ? openStateStore(findUserFolders().state) : undefined;
  /** The page shows what is else told on the terminal. */
  const collect = async (
    work: (told: typeof screen) => Promise<void>,
  ): Promise<readonly string[]> => {
    const lines: string[] = [];
    const take = (text: string): void => void lines.push(text);
    await work({ ...screen, redraws: false, note: take, warn: take });
    return lines;
  };
  const desk = new ReaderDesk({
    assistant,
    filters: readFilters(settings.values),
    limit: settings.values.limit,
    checkQuestion,
    refresh: (stop) => collect((told) => refreshIndex(corpus, settings, told, stop)),
    tellFiltered: (filters, searched) =>
      collect((told) => noteFiltered(told, filters, searched, assistant)),
    keep: (question, outcomes) => {
      const { corpus: folder, index } = location;
      if (store !== undefined) keepAnswers(store, question, { corpus: folder, index, outcomes });
    },
    ...first,
  });
  const reader = await serveReader(desk);
  // Of `ask`, the answer alone is on stdout.
  const tell = flags["open"] === true ? screen.warn : screen.print;
  const open = async (): Promise<void> => {
    const address = reader.newAddress();
    tell(address);
    const isStarted = flags["browser"] === false || (await startBrowser(address));
    if (!isStarted) screen.note("no browser could be started: open the address above in one");
  };
  await open();
  screen.note("the address opens once; Ctrl-C ends");
  if (screen.interactive) {
    screen.note("Enter opens another one");
    process.stdin.on("data", () => void open());
  }
  signal.addEventListener("abort", reader.close);
  if (signal.aborted) reader.close();
  await reader.ended;
  process.stdin.pause();
}
