// One question → its answer on stdout or in a file.

import { renderMarkdown } from "../../index.ts";
import { checkQuestion } from "../check-question.ts";
import { EXIT } from "../exit-codes.ts";
import type { RunCommand } from "../invocation.ts";
import { openCorpus, refreshIndex } from "../open-corpus.ts";
import { prepareOutput } from "../output-file.ts";
import { printOutcome } from "../print-outcome.ts";
import { describeUndated, readAskOptions, readFilters } from "../question-options.ts";
import { findUserFolders } from "../settings/user-folders.ts";
import { openStateStore } from "../state/session-store.ts";

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const question = checkQuestion(words.join(" "));
  const output = prepareOutput(flags);
  const corpus = await openCorpus(settings);
  try {
    await refreshIndex(corpus, settings, screen, signal);
    const options = { ...readAskOptions(settings.values), signal };
    const outcome = await corpus.assistant.ask(question, options);
    const undated = describeUndated(readFilters(settings.values), outcome.searched);
    if (undated !== undefined) screen.note(undated);
    if (settings.values.history) {
      const { corpus: folder, index } = corpus.location;
      const store = openStateStore(findUserFolders().state);
      store.addQuestion(question);
      store.saveSession({ corpus: folder, index, outcomes: [outcome] });
    }
    if (output) await output.write(renderMarkdown([outcome]), screen);
    if (!output || settings.values.json) printOutcome(outcome, settings, screen);
    return outcome.kind === "answer" ? EXIT.answered : EXIT.nothingFound;
  } finally {
    await corpus.assistant.close();
  }
};
