// Article ids, or none → their texts, read from the files just now: whole, as prose, as excerpts, as the paragraphs of quotes.

import type { AnswerOutcome, Excerpt, ShownArticle } from "../core/answer.ts";
import type { Article, Block, ExclusionReason, SourceText } from "../core/article.ts";
import { PullquoteError } from "../core/errors.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { ArticleSource, ReadResult } from "../core/ports/article-source.ts";
import type { Span } from "../core/span.ts";
import { verifyExcerpt } from "../quote/locate-quote.ts";
import { linesAt } from "../text/lines.ts";
import { type PlacedProse, type PlacedText, placeProse } from "./copies/fingerprint-texts.ts";
import { mapAhead } from "./map-ahead.ts";
import { findSurroundings } from "./read/find-surroundings.ts";
import { parseArticle } from "./read/parse-article.ts";

/** Files read at the same time: in a bucket each is a request. */
const AT_ONCE = 16;

/** What cannot be read is left out: verification then rejects its quotes as `unknown-article`. */
export async function readArticles(
  source: ArticleSource,
  articleIds: Iterable<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, SourceText>> {
  const texts = new Map<string, SourceText>();
  const ids = [...new Set(articleIds)];
  for await (const result of mapAhead(ids, AT_ONCE, (id) => source.read(id, signal))) {
    if (result.kind === "read") texts.set(result.id, result);
  }
  return texts;
}

/** Every article, and what cannot be one, a few files at the same time. */
export async function* readAll(
  source: ArticleSource,
  signal?: AbortSignal,
): AsyncIterable<ReadResult> {
  const running: ReturnType<ArticleSource["readFile"]>[] = [];
  for await (const entry of source.list(signal)) {
    if (entry.kind === "skipped") yield entry;
    if (entry.kind !== "listed") continue;
    running.push(source.readFile(entry.id, signal));
    const first = running.length >= AT_ONCE ? running.shift() : undefined;
    if (first !== undefined) yield* await first;
  }
  for (const results of running) yield* await results;
}

/** What was read already is in `files`. An article that is no longer what was indexed has no prose here. */
export class ProseReader {
  readonly #source: ArticleSource;
  readonly #records: ReadonlyMap<string, ArticleRecord>;
  readonly #files: ReadonlyMap<string, SourceText>;
  readonly #prose = new Map<string, PlacedProse>();

  constructor(
    source: ArticleSource,
    records: ReadonlyMap<string, ArticleRecord>,
    files: ReadonlyMap<string, SourceText>,
  ) {
    this.#source = source;
    this.#records = records;
    this.#files = files;
  }

  async read(articleId: string): Promise<PlacedProse> {
    const known = this.#prose.get(articleId);
    if (known !== undefined) return known;
    const file =
      this.#files.get(articleId) ?? (await readArticles(this.#source, [articleId])).get(articleId);
    const isIndexed = file !== undefined && file.sha256 === this.#records.get(articleId)?.sha256;
    const prose = placeProse(isIndexed ? listProse(file) : []);
    this.#prose.set(articleId, prose);
    return prose;
  }
}

function listProse(file: SourceText): readonly PlacedText[] {
  return parseArticle(file).blocks.map(({ start, end }) => ({
    start,
    text: file.text.slice(start, end),
  }));
}

/**
 * By the number of the quote. One whose article has changed since, or cannot be read any more, has
 * none; an abstention has no quotes.
 */
export async function surroundQuotes(
  outcome: AnswerOutcome,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, Excerpt>> {
  if (outcome.kind === "abstention") return new Map();
  const articleIds = outcome.quotes.map(({ articleId }) => articleId);
  const files = await readArticles(source, articleIds, signal);
  const digests = new Map(outcome.sources.map(({ articleId, sha256 }) => [articleId, sha256]));
  const articles = new Map([...files].map(([id, file]) => [id, parseArticle(file)]));
  const paragraphs = new Map<number, Excerpt>();
  for (const { number, articleId, ...span } of outcome.quotes) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    const around = findSurroundings(article, span);
    const text = article.text.slice(around.start, around.end);
    const excerpt = verifyExcerpt({ articleId, text, ...around }, { files, digests });
    if (excerpt !== undefined) paragraphs.set(number, excerpt);
  }
  return paragraphs;
}

/**
 * Whole, or only the blocks that meet `within`.
 * @throws PullquoteError `unknown-article` when there is no such file or it cannot be read.
 */
export async function showArticle(
  articleId: string,
  source: ArticleSource,
  {
    signal,
    within,
  }: { readonly signal?: AbortSignal | undefined; readonly within?: Span | undefined },
): Promise<ShownArticle> {
  const file = await source.read(articleId, signal);
  if (file.kind === "skipped") {
    throw new PullquoteError({
      code: "unknown-article",
      message: `${articleId} cannot be shown: ${file.detail}`,
      hint: "pullquote articles",
    });
  }
  const article = parseArticle(file);
  const parts = listParts(article).filter(
    ({ start, end }) => within === undefined || (start < within.end && within.start < end),
  );
  const files = new Map([[articleId, file]]);
  const known = { files, digests: new Map([[articleId, file.sha256]]) };
  const lines = linesAt(
    article.text,
    parts.map(({ start }) => start),
  );
  const blocks = parts.flatMap(({ start, end, excluded, kind }, index) => {
    const text = article.text.slice(start, end);
    const excerpt = verifyExcerpt({ articleId, start, end, text }, known);
    const line = lines[index] ?? 1;
    const places = file.extracted?.places({ start, end });
    const heading = kind === "heading" && ({ isHeading: true } as const);
    const about = { ...heading, ...(excluded && { excluded }), ...(places && { places }) };
    return excerpt ? [{ excerpt, line, ...about }] : [];
  });
  const { id, path, metadata, text } = article;
  return { articleId: id, path, metadata, length: text.length, blocks };
}

interface Part extends Span {
  readonly kind?: Block["kind"];
  readonly excluded?: ExclusionReason;
}

/** Everything but the front matter and what is blank, in the order of the text. */
function listParts({ text, blocks, excluded }: Article): readonly Part[] {
  const around = excluded
    .filter(({ reason }) => reason !== "front-matter")
    .map(({ start, end, reason }) => ({ start, end, excluded: reason }));
  return [...blocks, ...around]
    .filter(({ start, end }) => text.slice(start, end).trim() !== "")
    .sort((one, other) => one.start - other.start);
}
