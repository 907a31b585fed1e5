// A subject → its dated statements in order, as a list, a Markdown document, a page with a picture, or JSON.

import {
  type Assistant,
  projectTimeline,
  renderMarkdown,
  renderTerminal,
  renderTimeline,
  type Timeline,
} from "../../index.ts";
import { chooseForm } from "../choose-form.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { checkQuestion, noteFiltered, readAskOptions } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

type Write = (timeline: Timeline, screen: Screen, assistant: Assistant) => Promise<string>;

const FORMS: Readonly<Record<string, Write>> = {
  text: async ({ outcome }, screen) => renderTerminal(outcome, screen),
  markdown: async ({ outcome }) => renderMarkdown([outcome]),
  html: async ({ outcome, statements }, _screen, assistant) =>
    renderTimeline(await assistant.annotate(outcome), statements),
  json: async (timeline) => JSON.stringify(projectTimeline(timeline)),
};

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const write = chooseForm(FORMS, { flags, settings });
  const subject = checkQuestion(words.join(" "));
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const asked = readAskOptions(settings.values);
    const timeline = await corpus.assistant.timeline(subject, { ...asked, signal });
    await noteFiltered(screen, asked.filters, timeline.outcome.searched, corpus.assistant);
    screen.print((await write(timeline, screen, corpus.assistant)).trimEnd());
    return timeline.outcome.kind === "answer" ? EXIT.answered : EXIT.nothingFound;
  });
};
