// A document's questions asked again → the plain object that replay --json prints.

import type { ReplayedDocument, ReplayedQuestion, ReplayedQuote } from "../core/check.ts";
import { type Json, projectAnswer } from "./project-json.ts";

/** The object of `docs/schemas/replay.schema.json`. Offsets are UTF-16 units. */
export function projectReplay({ name, questions }: ReplayedDocument): Json {
  return {
    name,
    changed: questions.some(({ changed }) => changed),
    questions: questions.map(projectQuestion),
  };
}

function projectQuestion(replayed: ReplayedQuestion): Json {
  const { question, changed, kindThen, quotes, added, figures, notes, now } = replayed;
  return {
    question,
    changed,
    kindThen,
    quotes: quotes.map(projectQuote),
    added: added.map(({ number }) => number),
    figures: { gone: figures.gone, added: figures.added },
    notes,
    now: projectAnswer(now),
  };
}

function projectQuote({ number, ...quote }: ReplayedQuote): Json {
  const { articleId, text, fate, articleThere, place, changes, words } = quote;
  return {
    number: number ?? null,
    articleId,
    text,
    fate,
    articleThere,
    place: place === undefined ? null : { ...place },
    changes: changes.map((change) => ({ ...change })),
    words: words.map((word) => ({ ...word })),
  };
}
