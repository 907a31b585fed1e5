// The articles of files that lie in one file → one extraction: parts and places told from the outer file, other kinds counted.

import { PullquoteError } from "../../core/errors.ts";
import type { FindPlaces, Place } from "../../core/place.ts";
import { placeBytes } from "./byte-places.ts";
import { decodeText } from "./decode-text.ts";
import type { ExtractedArticle, Extraction, ExtractOptions, FileBytes, Refused } from "./format.ts";

export class ArticleGathering {
  readonly #articles: ExtractedArticle[] = [];
  readonly #refused: Refused[] = [];
  readonly #others = new Map<string, number>();

  /** `part` of an inner file in the outer one; what it holds goes by `part#its own part`. */
  add(part: string, { articles, refused }: Extraction): void {
    for (const article of articles) this.#articles.push(article);
    for (const one of refused) this.refuse(joinParts(part, one.part), one);
  }

  refuse(part: string | undefined, { reason, detail }: Refused): void {
    this.#refused.push({ ...(part !== undefined && { part }), reason, detail });
  }

  passOver(kind: string): void {
    this.#others.set(kind, (this.#others.get(kind) ?? 0) + 1);
  }

  /**
   * @param others what is passed over, in words: `its files of other kinds`
   * @param empty what is told where there is nothing at all
   */
  finish(others: string, empty: string): Extraction {
    const kinds = [...this.#others].sort(([, one], [, other]) => other - one);
    if (kinds.length > 0) {
      const listed = kinds.slice(0, MOST_KINDS).map(([kind, count]) => `${kind} ${count}`);
      const rest = kinds.length > MOST_KINDS ? ", …" : "";
      const detail = `${others} are not read: ${listed.join(", ")}${rest}`;
      this.refuse(undefined, { reason: "other-kind", detail });
    }
    if (this.#articles.length + this.#refused.length === 0)
      this.refuse(undefined, { reason: "empty", detail: empty });
    return { articles: this.#articles, refused: this.#refused };
  }
}

const MOST_KINDS = 6;

const joinParts = (part: string, inner: string | undefined): string =>
  inner === undefined ? part : `${part}#${inner}`;

/** Where a file lies in the outer one, and what it is called there; no part where it is all there is. */
export interface InnerFile {
  readonly file: FileBytes;
  readonly part?: string;
  /** Steps from the outer file to it. */
  readonly outer: Place;
}

/** What lies in an inner file, seen from the outer one. @throws PullquoteError `interrupted` */
export async function extractInner(
  { file, part, outer }: InnerFile,
  options: ExtractOptions,
): Promise<Extraction> {
  if (options.signal?.aborted === true) {
    const message = `Reading ${file.name} was interrupted.`;
    throw new PullquoteError({ code: "interrupted", message });
  }
  const inner = { ...options, depth: options.depth + 1 };
  const { articles, refused } = await options.extract(file, inner);
  return { articles: articles.map((one) => placeArticle(one, file.bytes, part, outer)), refused };
}

function placeArticle(
  article: ExtractedArticle,
  bytes: Uint8Array,
  part: string | undefined,
  outer: Place,
): ExtractedArticle {
  const inner = article.extracted ?? { format: "text", places: placeText(bytes) };
  const joined = part === undefined ? article.part : joinParts(part, article.part);
  const places: FindPlaces = (span) => inner.places(span).map((place) => [...outer, ...place]);
  return {
    ...article,
    ...(joined !== undefined && { part: joined }),
    extracted: { ...inner, places },
  };
}

/** Text that is its file's, unchanged, has its file's bytes. */
function placeText(bytes: Uint8Array): FindPlaces {
  let byteOf: ReturnType<typeof placeBytes> | undefined;
  return ({ start, end }) => {
    const decoded = byteOf === undefined ? decodeText(bytes) : undefined;
    if (decoded?.kind === "text") byteOf = placeBytes(decoded, bytes);
    return byteOf ? [[{ kind: "bytes", start: byteOf(start), end: byteOf(end) }]] : [];
  };
}
