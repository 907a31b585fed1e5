// One question → where the articles differ on it, as a list, a Markdown document, CSV or JSON.

import {
  type Answer,
  type AnswerOutcome,
  PullquoteError,
  projectAnswer,
  renderComparisonCsv,
  renderMarkdown,
  renderTerminal,
} from "../../index.ts";
import { checkQuestion } from "../check-question.ts";
import { EXIT } from "../exit-codes.ts";
import type { RunCommand } from "../invocation.ts";
import { openCorpus, refreshIndex } from "../open-corpus.ts";
import { describeUndated, readFilters } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

type Write = (outcome: AnswerOutcome, screen: Screen) => string;

const FORMS: Readonly<Record<string, Write>> = {
  text: renderTerminal,
  markdown: (outcome) => renderMarkdown([outcome]),
  csv: (outcome) => renderComparisonCsv(outcome.kind === "answer" ? outcome : NOTHING),
  json: (outcome) => JSON.stringify(projectAnswer(outcome)),
};
/** A table of its header alone: no article takes a position. */
const NOTHING: Pick<Answer, "comparison" | "quotes" | "sources"> = { quotes: [], sources: [] };

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const write = chooseForm(flags["format"] ?? (settings.values.json ? "json" : "text"));
  const question = checkQuestion(words.join(" "));
  const corpus = await openCorpus(settings);
  try {
    await refreshIndex(corpus, settings, screen, signal);
    const filters = readFilters(settings.values);
    const outcome = await corpus.assistant.compare(question, { filters, signal });
    const undated = describeUndated(filters, outcome.searched);
    if (undated !== undefined) screen.note(undated);
    screen.print(write(outcome, screen).trimEnd());
    return outcome.kind === "answer" ? EXIT.answered : EXIT.nothingFound;
  } finally {
    await corpus.assistant.close();
  }
};

function chooseForm(form: unknown): Write {
  const write = typeof form === "string" && Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
  if (write !== undefined) return write;
  throw new PullquoteError({
    code: "bad-setting",
    message: `There is no format ${JSON.stringify(form)}.`,
    hint: `--format ${Object.keys(FORMS).join(" | ")}`,
  });
}
