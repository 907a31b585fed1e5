// A speaker → everything that they said; nobody → who is quoted, and how often.

import {
  type Assistant,
  type ListOptions,
  PullquoteError,
  renderSaid,
  renderText,
  type SaidSentence,
} from "../../index.ts";
import type { Invocation, RunCommand } from "../invocation.ts";
import { SAID_COLUMNS, SPEAKER_COLUMNS } from "../json-fields.ts";
import { requireLocation, useAssistant } from "../open-corpus.ts";
import { type ListRow, printList } from "../print-list.ts";
import { count } from "../progress.ts";
import { noteUndated, readFilters } from "../question-options.ts";
import { readCorrections } from "../read-corrections.ts";

export const run: RunCommand = async (invocation) => {
  const { settings, signal } = invocation;
  const { speaker: speakers = [] } = settings.values;
  if (speakers.length > 1) {
    throw new PullquoteError({
      code: "bad-setting",
      message: "A list is of one speaker.",
      hint: 'Name one: pullquote quotes --speaker "Ada Roe"',
    });
  }
  const { speakers: _speakers, ...filters } = readFilters(settings.values);
  const options = { filters, ...readCorrections(settings), signal };
  const [speaker] = speakers;
  return useAssistant(settings, requireLocation(settings), (assistant) =>
    speaker === undefined
      ? printSpeakers(assistant, options, invocation)
      : printSaid(speaker, assistant, options, invocation),
  );
};

async function printSaid(
  speaker: string,
  assistant: Assistant,
  options: ListOptions,
  { settings, screen }: Invocation,
): Promise<number> {
  const list = await assistant.quotes(speaker, options);
  const said = list.said.slice(0, settings.values.limit);
  noteUndated(list, screen);
  if (list.ambiguous.length > 0) {
    screen.warn(
      `note: more than one is called ${JSON.stringify(speaker)}: ${list.ambiguous.join(", ")}; name one in full`,
    );
  } else if (list.speaker === undefined) {
    screen.note(
      `note: nobody is called ${JSON.stringify(speaker)} in ${count(list.read, "article")}; who is quoted: pullquote quotes`,
    );
  } else {
    const direct = list.said.filter(({ speech }) => speech === "direct").length;
    screen.note(
      `${list.speaker.name}: ${count(list.said.length, "sentence")}, ${direct} of them quoted directly; ${count(list.read, "article")} read`,
    );
  }
  const rows = said.map((one) => toRow(one));
  return printList(
    {
      rows,
      columns: SAID_COLUMNS,
      json: {
        speaker: list.speaker?.name ?? null,
        ambiguous: list.ambiguous,
        articlesRead: list.read,
        said: rows,
      },
      layOut: () => renderSaid({ ...list, said }, screen),
    },
    { settings, screen },
  );
}

function toRow({ excerpt, article, line, speech, verb, speaker, copies }: SaidSentence): ListRow {
  const { title, publisher, published } = article.metadata;
  return {
    speaker: speaker.name,
    role: speaker.role ?? null,
    published: published?.value.slice(0, 10) ?? null,
    publisher: publisher?.value ?? null,
    title: title?.value ?? null,
    articleId: article.id,
    path: article.path,
    line,
    start: excerpt.start,
    end: excerpt.end,
    speech,
    verb: verb ?? null,
    copies: copies.map(({ articleId }) => articleId),
    text: excerpt.text,
  };
}

async function printSpeakers(
  assistant: Assistant,
  options: ListOptions,
  { settings, screen }: Invocation,
): Promise<number> {
  const speakers = (await assistant.speakers(options)).slice(0, settings.values.limit);
  const rows = speakers.map(({ name, kind, direct, indirect, articles }) => ({
    speaker: name,
    kind,
    direct,
    indirect,
    count: articles,
  }));
  return printList(
    {
      rows,
      columns: SPEAKER_COLUMNS,
      json: { speakers: rows },
      layOut: () =>
        speakers
          .map(({ name, kind, direct, indirect, articles }) =>
            renderText(
              `${name}, ${kind}: ${direct} quoted, ${indirect} told, in ${count(articles, "article")}`,
              screen,
              { hanging: 2 },
            ),
          )
          .join("\n"),
    },
    { settings, screen },
  );
}
