// Texts in memory → the ArticleSource port, for articles that lie in no folder.

import { createHash } from "node:crypto";
import { PullquoteError } from "../../src/core/errors.ts";
import type {
  ArticleSource,
  ListedEntry,
  ReadResult,
} from "../../src/core/ports/article-source.ts";

/** One article to be held. `id` is used as its path; `modified` is milliseconds since 1970. */
interface MemoryArticle {
  readonly id: string;
  readonly text: string;
  readonly modified?: number;
}

/**
 * A source of the given articles; a later one of the same id takes the place of an earlier one. Each
 * is treated as the UTF-8 file of its text. An id ending in `.md` or `.markdown` is read as Markdown.
 */
export function openMemorySource(
  articles: Iterable<MemoryArticle>,
  name = "memory",
): ArticleSource {
  const held = new Map(Array.from(articles, (article) => [article.id, article]));
  return {
    location: name,
    reading: "",
    async *list(signal?: AbortSignal): AsyncIterable<ListedEntry> {
      for (const id of [...held.keys()].sort()) {
        stopIfAborted(signal);
        const entry = readHeld(held.get(id), id);
        yield entry.kind === "skipped"
          ? entry
          : { kind: "listed", id, path: id, size: entry.size, modified: entry.modified };
      }
    },
    async read(id: string, signal?: AbortSignal): Promise<ReadResult> {
      stopIfAborted(signal);
      return readHeld(held.get(id), id);
    },
    async readFile(id: string, signal?: AbortSignal): Promise<readonly ReadResult[]> {
      stopIfAborted(signal);
      return [readHeld(held.get(id), id)];
    },
  };
}

function readHeld(article: MemoryArticle | undefined, id: string): ReadResult {
  if (article === undefined) {
    return { kind: "skipped", id, reason: "vanished", detail: "it is not held" };
  }
  if (article.text.trim() === "") {
    return {
      kind: "skipped",
      id,
      reason: "empty",
      detail: "there is nothing but white space in it",
    };
  }
  const bytes = Buffer.from(article.text, "utf8");
  if (bytes.toString("utf8") !== article.text) {
    return {
      kind: "skipped",
      id,
      reason: "bad-encoding",
      detail: "it holds half a surrogate pair",
    };
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    kind: "read",
    id,
    path: id,
    text: article.text,
    sha256,
    textSha256: sha256,
    size: bytes.length,
    modified: article.modified ?? 0,
  };
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new PullquoteError({
      code: "interrupted",
      message: "Reading the articles was interrupted.",
    });
  }
}
