// A file's text and what is known of it → an article in the forms that judging needs, each made once.

import type { ArticleMetadata, SourceText } from "../core/article.ts";
import type { Place } from "../core/check.ts";
import { leastSure } from "../core/place.ts";
import type { Span } from "../core/span.ts";
import { type FoldedText, foldTypography } from "../text/fold-typography.ts";
import { linesAt } from "../text/lines.ts";
import { normalizeText } from "../text/normal-form.ts";

/** `text` is as written but for typography; `key` is what words are compared by. */
export interface LocatedWord extends Span {
  readonly text: string;
  readonly key: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['.,][\p{L}\p{M}\p{N}]+)*|[$€£¥%]/gu;

/** A folded text → its words, with their places in the text that was folded. */
export function locateWords(folded: FoldedText): readonly LocatedWord[] {
  return Array.from(folded.text.matchAll(WORD), ({ 0: text, index }) => ({
    text,
    key: text.toLowerCase(),
    start: folded.starts[index] ?? 0,
    end: folded.ends[index + text.length - 1] ?? 0,
  }));
}

export interface JudgedArticle {
  readonly source: SourceText;
  readonly metadata: ArticleMetadata;
  folded(): FoldedText;
  words(): readonly LocatedWord[];
  /** The same article in the form in which a reader of its markup gets it, where that is another one. */
  rendered(): JudgedArticle | undefined;
}

/** An article that may hold a quotation, and where in it something like it stands. */
export interface Candidate {
  readonly article: JudgedArticle;
  readonly near: readonly Span[];
}

/** @param read what is known of it, read from its text when it is first asked for. */
export function openArticle(source: SourceText, read: () => ArticleMetadata): JudgedArticle {
  return openForm(
    source,
    read,
    () => foldTypography(source.text),
    () => {
      const form = normalizeText(source.text);
      return (
        form &&
        openForm(
          source,
          read,
          () => form,
          () => undefined,
        )
      );
    },
  );
}

function openForm(
  source: SourceText,
  read: () => ArticleMetadata,
  fold: () => FoldedText,
  render: () => JudgedArticle | undefined,
): JudgedArticle {
  let rendered: JudgedArticle | "same" | undefined;
  let metadata: ArticleMetadata | undefined;
  let folded: FoldedText | undefined;
  let words: readonly LocatedWord[] | undefined;
  const article: JudgedArticle = {
    source,
    get metadata() {
      metadata ??= read();
      return metadata;
    },
    folded: () => {
      folded ??= fold();
      return folded;
    },
    words: () => {
      words ??= locateWords(article.folded());
      return words;
    },
    rendered: () => {
      rendered ??= render() ?? "same";
      return rendered === "same" ? undefined : rendered;
    },
  };
  return article;
}

/** A span of an article with its line, as a finding shows it. */
export function placeAt({ source }: JudgedArticle, { start, end }: Span): Place {
  const { id, path, text, extracted } = source;
  const line = linesAt(text, [start])[0] ?? 1;
  const recognised = leastSure(extracted?.places({ start, end }) ?? []);
  return {
    articleId: id,
    path,
    line,
    start,
    end,
    text: text.slice(start, end),
    ...(recognised !== undefined && { recognised }),
  };
}
