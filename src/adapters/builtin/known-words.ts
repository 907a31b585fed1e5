// Words → those that stand whole in the embedding model's vocabulary, which lists the common words of English.

import type { ListKnownWords } from "../../core/ports/embedder.ts";
import type { TokenModel } from "./token-model.ts";

export const createKnownWords =
  (model: TokenModel): ListKnownWords =>
  async (words) => {
    const known = new Set<string>();
    for (const word of words) {
      if ((await model.tokenize(word)).ids.length === 1) known.add(word);
    }
    return known;
  };
