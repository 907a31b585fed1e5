// Text → how many tokens a model may need for it, corrected by what the model has reported.

/** Most tokens seen for a byte of plain and of other text, before a model has reported anything. */
const PLAIN_TOKENS_A_BYTE = 1 / 2.6;
const OTHER_TOKENS_A_BYTE = 1 / 1.3;
/** For a message's role and the marks around it. */
const MESSAGE_TOKENS = 12;
/** How far the next text may stray from the worst that was reported. */
const SLACK = 1.12;
const LEAST_FACTOR = 0.5;

/** Errs on the long side. Reports narrow it down, and widen it at once when it was too short. */
export class TokenEstimate {
  #factor = 1;
  #worst = 0;

  count(texts: readonly string[]): number {
    return Math.ceil(this.#raw(texts) * this.#factor);
  }

  /** The model's own count of these texts. */
  learn(texts: readonly string[], tokens: number): void {
    this.#worst = Math.max(this.#worst, tokens / Math.max(1, this.#raw(texts)));
    this.#factor = Math.max(LEAST_FACTOR, this.#worst * SLACK);
  }

  #raw(texts: readonly string[]): number {
    return texts.reduce((sum, text) => sum + MESSAGE_TOKENS + measure(text), 0);
  }
}

function measure(text: string): number {
  const plain = text.match(/[\x20-\x7e\n]/g)?.length ?? 0;
  const bytes = new TextEncoder().encode(text).length;
  return plain * PLAIN_TOKENS_A_BYTE + (bytes - plain) * OTHER_TOKENS_A_BYTE;
}
