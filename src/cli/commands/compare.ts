// One question → where the articles differ on it, as a list, a Markdown document, CSV or JSON.

import {
  type Answer,
  type AnswerOutcome,
  projectAnswer,
  renderComparisonCsv,
  renderMarkdown,
  renderTerminal,
} from "../../index.ts";
import { chooseForm } from "../choose-form.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { checkQuestion, noteFiltered, readFilters } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

type Write = (outcome: AnswerOutcome, screen: Screen) => string | Promise<string>;

const FORMS: Readonly<Record<string, Write>> = {
  text: renderTerminal,
  markdown: (outcome) => renderMarkdown([outcome]),
  csv: (outcome) => renderComparisonCsv(outcome.kind === "answer" ? outcome : NOTHING),
  json: async (outcome, screen) => {
    await screen.printJson(projectAnswer(outcome));
    return "";
  },
};
/** A table of its header alone: no article takes a position. */
const NOTHING: Pick<Answer, "comparison" | "quotes" | "sources"> = { quotes: [], sources: [] };

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const write = chooseForm(FORMS, { flags, settings });
  const question = checkQuestion(words.join(" "));
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const filters = readFilters(settings.values);
    const outcome = await corpus.assistant.compare(question, { filters, signal });
    await noteFiltered(screen, filters, outcome.searched, corpus.assistant);
    const text = (await write(outcome, screen)).trimEnd();
    if (text !== "") screen.print(text);
    return outcome.kind === "answer" ? EXIT.answered : EXIT.nothingFound;
  });
};
