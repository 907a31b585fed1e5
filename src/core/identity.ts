// Which model embedded and which wrote: told so precisely that a change of model is noticed.

/** Vectors of two embedders that differ in any field must never be compared. */
export interface EmbedderIdentity {
  /** How the user names it: `builtin`, `ollama:nomic-embed-text`. */
  readonly name: string;
  readonly model: string;
  /** sha256 of the weights, or the digest that a server reports; empty where there is none. */
  readonly digest: string;
  readonly dimensions: number;
  readonly pooling: string;
  /** Longest input of one forward pass, in tokens; longer text is split and pooled, never cut. */
  readonly maxTokens: number;
}

/**
 * All indexed articles. `sha256` is of their list as the program `sha256sum` prints it, sorted by id:
 * for each the digest of its file, two spaces, its id and a line end.
 */
export interface CorpusIdentity {
  readonly articles: number;
  readonly sha256: string;
}

export interface WriterIdentity {
  /** How the user names it: `extractive`, `ollama:llama3.2`. */
  readonly name: string;
  readonly model: string;
  readonly digest: string;
}
