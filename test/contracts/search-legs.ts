// A store and one query → what that search alone finds.

import type { ArticleScope, LegHit, PassageStore } from "../../src/core/ports/passage-store.ts";

type Hits = Promise<readonly LegHit[]>;

export const searchDense = (
  store: PassageStore,
  vector: Float32Array,
  limit = 5,
  scope?: ArticleScope,
): Hits => store.search([{ kind: "dense", vector, limit, scope }]);

export const searchWords = (
  store: PassageStore,
  text: string,
  limit = 5,
  scope?: ArticleScope,
): Hits => store.search([{ kind: "words", text, limit, scope }]);

export const searchPhrase = (
  store: PassageStore,
  text: string,
  limit = 5,
  scope?: ArticleScope,
): Hits => store.search([{ kind: "phrase", text, limit, scope }]);
