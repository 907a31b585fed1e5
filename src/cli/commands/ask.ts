// One question → its answer on stdout or in a file.

import { projectEvent } from "../../index.ts";
import { followAnswer, tellRejected } from "../follow-answer.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { type OpenCorpus, useFreshCorpus } from "../open-corpus.ts";
import type { OutputFile } from "../output-file.ts";
import { printEvents } from "../print-events.ts";
import { checkQuestion, noteFiltered, readAskOptions, readFilters } from "../question-options.ts";
import { keepAnswers, openStateStore } from "../session-store.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async (invocation) => {
  const question = checkQuestion(invocation.words.join(" "));
  const output = await openOutput(invocation);
  return useFreshCorpus(invocation, (corpus) => answer(question, output, corpus, invocation));
};

/** What writes a document is loaded where one is wanted. */
async function openOutput({ flags }: Invocation): Promise<OutputFile | undefined> {
  if (flags["output"] === undefined) return undefined;
  return (await import("../output-file.ts")).prepareOutput(flags);
}

async function answer(
  question: string,
  output: OutputFile | undefined,
  corpus: OpenCorpus,
  invocation: Invocation,
): Promise<number> {
  const { assistant, location } = corpus;
  const { flags, settings, screen, signal } = invocation;
  const asked = assistant.askEvents(question, { ...readAskOptions(settings.values), signal });
  const tells = flags["events"] === true;
  const events = tells ? printEvents(asked, screen, projectEvent) : asked;
  const manner = !tells && (!output || settings.values.json) ? "as-it-comes" : "silent";
  const outcome = await followAnswer(events, settings, screen, manner);
  if (settings.values.verbose) tellRejected(outcome, screen);
  await noteFiltered(screen, readFilters(settings.values), outcome.searched, assistant);
  if (settings.values.history) {
    const store = openStateStore(findUserFolders().state);
    const { corpus: folder, index } = location;
    const session = { corpus: folder, index, outcomes: [outcome] };
    keepAnswers(store, question, session).forEach(screen.note);
  }
  if (output) {
    const { annotateOutcomes } = await import("../output-file.ts");
    const annotated = await annotateOutcomes([outcome], output.format, assistant, signal);
    await output.write(annotated, screen);
  }
  if (signal.aborted) return EXIT.interrupted;
  if (flags["open"] === true) {
    const { openReader } = await import("./open.ts");
    await openReader(corpus, invocation, { outcome });
  }
  return outcome.kind === "answer" ? EXIT.answered : EXIT.nothingFound;
}
