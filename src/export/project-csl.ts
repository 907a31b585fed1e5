// Sources → their entries in CSL JSON, the bibliography format of Pandoc, Zotero and others.

import type { Source } from "../core/answer.ts";
import { replaceInvisible } from "../text/invisible.ts";
import { citeKey } from "./cite-key.ts";
import { citeSource, safeUrl } from "./cite-sources.ts";
import type { Json } from "./json.ts";

/** One entry an article, though several answers cite it, in the order first cited. A field that is not known is left out. */
export function projectCsl(sources: readonly Source[]): readonly Json[] {
  return uniqueSources(sources).map((source) => {
    const { title } = citeSource(source);
    const { publisher, published } = source;
    const author = nameAuthor(source);
    const issued = dateParts(published);
    const url = safeUrl(source);
    return {
      id: citeKey(source),
      type: publisher === undefined ? "article" : "article-newspaper",
      title: plain(title),
      ...(publisher !== undefined && { "container-title": plain(publisher) }),
      ...(author !== undefined && { author: [{ literal: author }] }),
      ...(issued !== undefined && { issued: { "date-parts": [issued] } }),
      ...(url !== undefined && { URL: url }),
      note: noteSource(source),
    };
  });
}

/** Each article once, the first time it is listed. */
export function uniqueSources(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [source.articleId, source])).values()];
}

/** Year, month and day, as far as the date gives them. */
export function dateParts(published: string | undefined): readonly number[] | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published ?? "");
  if (match === null) return undefined;
  return match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

/** Whom a bibliography may name as the author: not one who is only said to have helped ("with Ana Ruiz"). */
export function nameAuthor({ author }: Source): string | undefined {
  return author === undefined || /^with\s/iu.test(author) ? undefined : plain(author);
}

/** What a bibliography has no field for. */
export function noteSource({ author = "", articleId, sha256 }: Source): string {
  const helper = /^with\s/iu.test(author) ? `W${plain(author).slice(1)}; ` : "";
  return `${helper}file: ${plain(articleId)}; SHA-256: ${sha256}`;
}

/** One line without characters that act or hide. */
export function plain(text: string): string {
  return replaceInvisible(text, () => " ")
    .replace(/\s+/g, " ")
    .trim();
}
