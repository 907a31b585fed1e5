// The sources of an answer and all articles searched → the sources with their copies, counted.

import type { Answer, Source } from "../model/answer.ts";
import type { ArticleRecord } from "../model/index-state.ts";
import { countIndependent } from "../stages/trace/count-independent.ts";
import { listCopiesOf } from "../stages/trace/judge-copy.ts";
import { toTraced } from "../stages/trace/to-traced.ts";

/** Articles that a filter left out are no copies here: the reader did not ask about them. */
export function traceSources(
  sources: readonly Source[],
  articles: ReadonlyMap<string, ArticleRecord>,
): Pick<Answer, "sources" | "independent"> {
  const all = [...articles.values()].flatMap((record) => toTraced(record) ?? []);
  const traced = sources.map((source) => {
    const own = toTraced(articles.get(source.articleId));
    const copies = own === undefined ? [] : listCopiesOf(own, all);
    return copies.length === 0 ? source : { ...source, copies };
  });
  return { sources: traced, ...countSources(traced) };
}

/** Nothing when no source is a copy of another one. */
export function countSources(sources: readonly Source[]): Pick<Answer, "independent"> {
  const independent = countIndependent(
    sources.map(({ articleId, copies = [] }) => ({ id: articleId, copies })),
  );
  return independent < sources.length ? { independent } : {};
}
