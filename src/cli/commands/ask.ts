// One question → its answer on stdout or in a file.

import { checkQuestion } from "../check-question.ts";
import { EXIT } from "../exit-codes.ts";
import { followAnswer } from "../follow-answer.ts";
import type { RunCommand } from "../invocation.ts";
import { openCorpus, refreshIndex } from "../open-corpus.ts";
import { annotateOutcomes, prepareOutput } from "../output-file.ts";
import { describeUndated, readAskOptions, readFilters } from "../question-options.ts";
import { findUserFolders } from "../settings/user-folders.ts";
import { openStateStore } from "../state/session-store.ts";
import { tellRejected } from "../tell-rejected.ts";

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const question = checkQuestion(words.join(" "));
  const output = prepareOutput(flags);
  const corpus = await openCorpus(settings);
  try {
    await refreshIndex(corpus, settings, screen, signal);
    const options = { ...readAskOptions(settings.values), signal };
    const printed = !output || settings.values.json;
    const events = corpus.assistant.askEvents(question, options);
    const outcome = await followAnswer(
      events,
      settings,
      screen,
      printed ? "as-it-comes" : "silent",
    );
    if (settings.values.verbose) tellRejected(outcome, screen);
    const undated = describeUndated(readFilters(settings.values), outcome.searched);
    if (undated !== undefined) screen.note(undated);
    if (settings.values.history) {
      const { corpus: folder, index } = corpus.location;
      const store = openStateStore(findUserFolders().state);
      store.addQuestion(question);
      store.saveSession({ corpus: folder, index, outcomes: [outcome] });
    }
    if (output) {
      const { assistant } = corpus;
      await output.write(
        await annotateOutcomes([outcome], output.format, assistant, signal),
        screen,
      );
    }
    if (signal.aborted) return EXIT.interrupted;
    return outcome.kind === "answer" ? EXIT.answered : EXIT.nothingFound;
  } finally {
    await corpus.assistant.close();
  }
};
