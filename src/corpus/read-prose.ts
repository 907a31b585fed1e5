// Article ids → their paragraphs, furniture left out, and words, read from the files once each.

import type { SourceText } from "../core/article.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { type PlacedProse, type PlacedText, placeProse } from "./copies/fingerprint-texts.ts";
import { parseArticle } from "./read/parse-article.ts";
import { readArticles } from "./read-articles.ts";

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
