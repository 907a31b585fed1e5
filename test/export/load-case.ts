// A folder under test/cases/render → the outcome that its files describe, verified as in the program.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import type { SourceText } from "../../src/core/article.ts";
import type { AbstentionReason, DraftQuote } from "../../src/core/draft.ts";
import type { Filters } from "../../src/core/question.ts";
import { type KnownArticle, listSources } from "../../src/quote/list-sources.ts";
import { verifyExcerpts } from "../../src/quote/locate-quote.ts";
import { verifyAnswer } from "../../src/quote/verify-answer.ts";

export const CASES = "test/cases/render";

/** Quoted words are `[articleId, words, answer]`: the words must stand in the article, the answer in them. */
export interface CaseFile {
  readonly question: string;
  readonly understood?: string;
  readonly claims?: readonly {
    readonly text: string;
    readonly quotes: readonly (readonly [string, string, string?])[];
  }[];
  readonly abstention?: {
    readonly reason: AbstentionReason;
    readonly detail: string;
    readonly closest: readonly (readonly [string, string])[];
  };
  readonly articles: Readonly<Record<string, Partial<KnownArticle>>>;
  readonly filters?: Filters;
}

export function loadCase(name: string): AnswerOutcome {
  const folder = join(CASES, name);
  const described: CaseFile = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
  const articles = join(folder, "articles");
  const texts = readdirSync(articles).map(
    (id) => [id, readFileSync(join(articles, id), "utf8")] as const,
  );
  return makeOutcome(described, new Map(texts));
}

/** The outcome of a case whose articles' texts are given by id; `read`: those that were taken out of other files. */
export function makeOutcome(
  described: CaseFile,
  texts: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, SourceText> = new Map(),
): AnswerOutcome {
  const files = new Map([...texts].map(([id, text]) => [id, read.get(id) ?? fileOf(id, text)]));
  const known = new Map([...files.values()].map((file) => [file.id, knowFile(file, described)]));
  const draft = ([articleId, words, said]: readonly [string, string, string?]): DraftQuote => {
    const start = texts.get(articleId)?.indexOf(words) ?? -1;
    const from = start + (said === undefined ? 0 : words.indexOf(said));
    const answer = said === undefined ? undefined : { start: from, end: from + said.length };
    const quote = { articleId, start, end: start + words.length, text: words };
    return { ...quote, ...(answer && { answer }) };
  };
  const claims = (described.claims ?? []).map(({ text, quotes }) => ({
    text,
    quotes: quotes.map(draft),
  }));
  const { question, understood, filters, abstention } = described;
  const common = {
    question,
    ...(understood !== undefined && { understood }),
    ...(filters !== undefined && { filters }),
    searched: { articles: texts.size, passages: 1041, undated: 1 },
    corpus: { articles: texts.size, sha256: "c0".repeat(32) },
    writer: { name: "extractive", model: "extractive", digest: "" },
    embedder: {
      name: "builtin",
      model: "small",
      digest: "d1",
      dimensions: 384,
      pooling: "mean",
      maxTokens: 256,
    },
  };
  if (abstention === undefined)
    return { kind: "answer", ...common, ...verifyAnswer({ claims, known, files }) };
  const digests = new Map([...files.values()].map(({ id, sha256 }) => [id, sha256]));
  const closest = verifyExcerpts(abstention.closest.map(draft), { files, digests });
  return {
    kind: "abstention",
    ...common,
    ...abstention,
    closest,
    sources: listSources(closest, known, files),
    rejected: [],
  };
}

function fileOf(id: string, text: string): SourceText {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return {
    id,
    path: `news/${id}`,
    text,
    sha256,
    textSha256: sha256,
    size: text.length,
    modified: 1,
  };
}

function knowFile(
  { id, path, sha256, textSha256 }: SourceText,
  { articles }: CaseFile,
): KnownArticle {
  return { articleId: id, path, sha256, textSha256, ...articles[id] };
}
