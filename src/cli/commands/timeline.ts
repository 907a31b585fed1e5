// A subject → its dated statements in order, as a list, a Markdown document, a page with a picture, or JSON.

import {
  type Assistant,
  projectTimeline,
  renderMarkdown,
  renderTerminal,
  renderTimeline,
  renderTsv,
  type Timeline,
} from "../../index.ts";
import { chooseForm } from "../choose-form.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { TIMELINE_COLUMNS } from "../json-fields.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { printLong } from "../page-output.ts";
import type { ListRow } from "../print-list.ts";
import { checkQuestion, noteFiltered, readAskOptions } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

type Write = (timeline: Timeline, screen: Screen, assistant: Assistant) => Promise<string>;

const FORMS: Readonly<Record<string, Write>> = {
  text: async ({ outcome }, screen) => renderTerminal(outcome, screen),
  markdown: async ({ outcome }) => renderMarkdown([outcome]),
  html: async ({ outcome, statements }, _screen, assistant) =>
    renderTimeline(await assistant.annotate(outcome), statements),
  tsv: async (timeline) =>
    renderTsv(listStatements(timeline).map((row) => TIMELINE_COLUMNS.map((field) => row[field]))),
  json: async (timeline, screen) => {
    await screen.printJson(projectTimeline(timeline), listStatements(timeline));
    return "";
  },
};

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const write = chooseForm(FORMS, { flags, settings });
  const subject = checkQuestion(words.join(" "));
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const asked = readAskOptions(settings.values);
    const timeline = await corpus.assistant.timeline(subject, { ...asked, signal });
    await noteFiltered(screen, asked.filters, timeline.outcome.searched, corpus.assistant);
    const { outcome } = timeline;
    const text = (await write(timeline, screen, corpus.assistant)).trimEnd();
    if (text !== "") await printLong(text, screen, settings);
    if (write === FORMS["tsv"] && outcome.kind === "abstention") screen.warn(outcome.detail);
    return outcome.kind === "answer" ? EXIT.answered : EXIT.nothingFound;
  });
};

function listStatements({ outcome, statements }: Timeline): readonly ListRow[] {
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  return statements.map(({ quote: number, days, basis, written, otherwise }) => {
    const quote = quotes.find((one) => one.number === number);
    const source = outcome.sources.find(({ articleId }) => articleId === quote?.articleId);
    const { articleId, start, end, text } = quote ?? {};
    const { publisher, published, title } = source ?? {};
    const dated = { from: days?.from, to: days?.to, basis, written, quote: number, otherwise };
    return { ...dated, articleId, publisher, published, title, start, end, text };
  });
}
