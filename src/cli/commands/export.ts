// The kept session → a file in the format wanted, every quote checked against its article again.

import { type AnswerOutcome, PullquoteError, projectAnswer } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { tellRemoteCorpus } from "../model-choice.ts";
import { useAssistant } from "../open-corpus.ts";
import { annotateOutcomes, prepareOutput } from "../output-file.ts";
import type { ListRow } from "../print-list.ts";
import { count } from "../progress.ts";
import { openStateStore } from "../session-store.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  const session = openStateStore(findUserFolders().state).loadSession();
  if (session === undefined || session.outcomes.length === 0) {
    throw new PullquoteError({
      code: "no-answer-kept",
      message: "No answer is kept: none was asked, it was cleared, or --no-history was on.",
      hint: 'Export while asking: pullquote ask "…" -o answer.md',
    });
  }
  const prints = settings.values.json && flags["output"] === undefined;
  const output = prints ? undefined : prepareOutput({ output: "-", ...flags });
  const kept = flags["last"] === true ? session.outcomes.slice(-1) : session.outcomes;
  tellRemoteCorpus(session.corpus, settings.values, screen);
  return useAssistant(settings, { ...session, corpusExists: true }, async (assistant) => {
    const outcomes: AnswerOutcome[] = [];
    for (const outcome of kept) outcomes.push(await assistant.reverify(outcome, signal));
    const lost = countQuotes(kept) - countQuotes(outcomes);
    if (lost > 0) {
      screen.note(
        `note: ${count(lost, "quote")} no longer stand in their articles and are left out`,
      );
    }
    if (prints) {
      const rows = outcomes.map((outcome) => projectAnswer(outcome) as ListRow);
      await screen.printJson(rows, rows);
    }
    if (output) {
      const annotated = await annotateOutcomes(outcomes, output.format, assistant, signal);
      await output.write(annotated, screen);
    }
    return EXIT.answered;
  });
};

function countQuotes(outcomes: readonly AnswerOutcome[]): number {
  return outcomes.flatMap((outcome) => (outcome.kind === "answer" ? outcome.quotes : [])).length;
}
