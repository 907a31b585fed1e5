// Invented articles → a folder that is indexed and asked, with a writer that quotes all that it is given.

import { answerQuestion } from "../../src/answer/answer-question.ts";
import { compareBesideAnswer } from "../../src/compare/compare-evidence.ts";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import type { DraftQuote } from "../../src/core/draft.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import type { AnswerWriter } from "../../src/core/ports/answer-writer.ts";
import { ingestCorpus } from "../../src/corpus/ingest/ingest-corpus.ts";
import { traceTimeline } from "../../src/timeline/trace-timeline.ts";
import { openLetterEmbedder } from "../fixtures/letter-embedder.ts";
import { openOverlapReader } from "../fixtures/overlap-reader.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { openMemoryStore } from "../memory/memory-store.ts";

const identity = { name: "stand-in", model: "quotes all", digest: "" };

/** A careless model: it cites whatever sentences it is given, all in one claim. */
function quoteEverything(wanted: (sentence: string) => boolean = () => true): AnswerWriter {
  return {
    identity,
    async *draft({ passages }: Evidence) {
      const quotes = passages.flatMap(({ passage }): DraftQuote[] =>
        passage.sentences
          .map(({ start, end }) => ({
            articleId: passage.articleId,
            start,
            end,
            text: passage.text.slice(start - passage.start, end - passage.start),
          }))
          .filter(({ text }) => wanted(text)),
      );
      yield { kind: "claim", text: "All of them say:", quotes };
    },
    close: async () => undefined,
  };
}

export interface Folder {
  ask(question: string, wanted?: (sentence: string) => boolean): Promise<AnswerOutcome>;
  list(subject: string): Promise<AnswerOutcome>;
}

export async function openFolder(articles: Readonly<Record<string, string>>): Promise<Folder> {
  const source = openMemorySource(Object.entries(articles).map(([id, text]) => ({ id, text })));
  const ports = {
    source,
    store: openMemoryStore(),
    embedder: openLetterEmbedder(),
    reader: openOverlapReader(),
  };
  for await (const event of ingestCorpus(ports)) {
    if (event.kind === "skipped") throw new Error(event.skipped.detail);
  }
  return {
    async ask(text, wanted) {
      const asked = { text, filters: {}, conversation: [] };
      const writer = quoteEverything(wanted);
      for await (const event of answerQuestion(asked, {
        ...ports,
        writer,
        compare: compareBesideAnswer,
      })) {
        if (event.kind === "outcome") return event.outcome;
      }
      throw new Error("no outcome");
    },
    async list(subject) {
      const asked = { subject, filters: {} };
      return (await traceTimeline(asked, { ...ports, writer: quoteEverything() })).outcome;
    },
  };
}

export function file(publisher: string, day: number, ...paragraphs: readonly string[]): string {
  const head = `title: ${publisher} of day ${day}\npublisher: ${publisher}\ndate: 2024-05-0${day}`;
  return `---\n${head}\n---\n\n${paragraphs.join("\n\n")}\n`;
}
