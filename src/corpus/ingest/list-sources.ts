// A source → everything it lists, sorted into files and what cannot be one.

import { PullquoteError } from "../../core/errors.ts";
import type { OtherKind, SkippedSource } from "../../core/ingest-event.ts";
import type { ArticleSource, ListedSource } from "../../core/ports/article-source.ts";

export interface Listing {
  readonly listed: readonly ListedSource[];
  readonly skipped: readonly SkippedSource[];
  /** Most files first. */
  readonly otherKinds: readonly OtherKind[];
}

/** @throws PullquoteError `empty-corpus`: an emptied folder must not empty the index unasked. */
export async function listSources(source: ArticleSource, signal?: AbortSignal): Promise<Listing> {
  const listed: ListedSource[] = [];
  const skipped: SkippedSource[] = [];
  const others = new Map<string, number>();
  for await (const entry of source.list(signal)) {
    if (entry.kind === "listed") listed.push(entry);
    else if (entry.kind === "other")
      others.set(readEnding(entry.id), (others.get(readEnding(entry.id)) ?? 0) + 1);
    else skipped.push({ id: entry.id, reason: entry.reason, detail: entry.detail });
  }
  const otherKinds = Array.from(others, ([ending, files]) => ({ ending, files })).sort(
    (one, other) => other.files - one.files || (order(one) < order(other) ? -1 : 1),
  );
  if (listed.length === 0) {
    throw new PullquoteError({
      code: "empty-corpus",
      message: `There is no article in ${source.location}${otherKinds.length === 0 ? "" : ` (files that are not read: ${describeOtherKinds(otherKinds)})`}${skipped.length === 0 ? "" : ` that can be read (${skipped.length} skipped, the first: ${skipped[0]?.id}: ${skipped[0]?.detail})`}.`,
      hint: "Put articles there (.txt, .md, .html, .pdf, .docx, .eml and more), name another folder with --corpus DIR, or try: pullquote --sample",
    });
  }
  return { listed, skipped, otherKinds };
}

/** Files without an ending come last. */
const order = ({ ending }: OtherKind): string => ending || "~";

/** `.PDF` and `.pdf` are one kind. */
function readEnding(id: string): string {
  return /[^/](\.[^./]{1,12})$/.exec(id)?.[1]?.toLowerCase() ?? "";
}

/** `3 .pdf, 1 .docx and 2 without an ending`: at most six kinds by name. */
export function describeOtherKinds(kinds: readonly OtherKind[]): string {
  const shown = kinds.slice(0, 6);
  const rest = kinds.slice(6).reduce((sum, { files }) => sum + files, 0);
  const parts = [
    ...shown.map(({ ending, files }) => `${files} ${ending === "" ? "without an ending" : ending}`),
    ...(rest > 0 ? [`${rest} of other kinds`] : []),
  ];
  return parts.join(", ");
}
