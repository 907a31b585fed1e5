// Articles with passages and vectors for store tests.

import { type ArticleRecord, type IndexState, SCHEMA_VERSION } from "../../src/core/index-state.ts";
import type { Passage } from "../../src/core/passage.ts";
import type { TextVectors } from "../../src/core/ports/embedder.ts";
import type { ArticleEntry } from "../../src/core/ports/passage-store.ts";

export const DIMENSIONS = 8;

export const STATE: IndexState = {
  schemaVersion: SCHEMA_VERSION,
  embedder: {
    name: "axis",
    model: "axis",
    digest: "d1",
    dimensions: DIMENSIONS,
    pooling: "none",
    maxTokens: 256,
  },
  corpus: "/corpus",
};

/** A unit vector along one axis, so that cosines are 1 or 0. */
export function axis(index: number): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector[index % DIMENSIONS] = 1;
  return vector;
}

/** A passage along one axis, its only sentence along the next one, as bytes of either sign. */
export function axisVectors(index: number): TextVectors {
  const sentences = new Int8Array(DIMENSIONS);
  sentences[(index + 1) % DIMENSIONS] = index % 2 === 0 ? 127 : -128;
  return { vector: axis(index), sentences };
}

interface EntryOptions {
  readonly first?: number;
  readonly sha256?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly isUndated?: boolean;
}

/** An article whose passages are `texts`, of one sentence each; `first` is the axis of its first passage's vector. */
export function makeEntry(
  id: string,
  texts: readonly string[],
  options: EntryOptions = {},
): ArticleEntry {
  let end = 0;
  const passages = texts.map((text, position): Passage => {
    const start = end === 0 ? 0 : end + 2;
    end = start + text.length;
    return {
      id: `${id}#${position}`,
      articleId: id,
      text,
      position,
      start,
      end,
      sentences: [{ start, end }],
    };
  });
  return {
    record: makeRecord(id, texts.length, options),
    passages,
    vectors: passages.map(({ position }) => axisVectors((options.first ?? 0) + position)),
  };
}

function makeRecord(id: string, passages: number, options: EntryOptions): ArticleRecord {
  const { sha256 = `sha of ${id}`, title = "Council budget", author } = options;
  const { publisher = "The Evening Post", published = "2024-05-05", isUndated = false } = options;
  return {
    id,
    path: `/corpus/${id}`,
    sha256,
    textSha256: `text ${sha256}`,
    size: 1234,
    modified: 1_700_000_000_123.456,
    passages,
    words: 10 * passages,
    metadata: {
      title: { value: title, origin: "found" },
      publisher: { value: publisher, origin: "front-matter" },
      ...(!isUndated && { published: { value: published, origin: "front-matter" } }),
      ...(author !== undefined && { author: { value: author, origin: "found" } }),
      about: { publisher: "Another", title: "Report" },
    },
    lineage: {
      prints: Uint32Array.of(1, 65_537, 4_294_967_295),
      marks: Uint32Array.of(7, 4_294_967_294),
      restsOn: [{ name: "El País", start: 3, end: 17 }],
    },
  };
}
