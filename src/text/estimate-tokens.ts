// Text → about how many word pieces a BERT tokenizer makes of it, without its vocabulary.

/** Runs of letters, of digits, and single signs: what such a tokenizer parts a text into first. */
const RUN = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;
const LATIN = /^\p{Script=Latin}/u;

/**
 * Errs on the long side: on 2,720 stretches of 90 words of news it gave 1.10 times the true number in the
 * median and less than the true number for 4 in 100, at the least 0.91 times.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [run] of text.matchAll(RUN)) tokens += weighRun(run);
  return Math.ceil(tokens);
}

function weighRun(run: string): number {
  if (/^\p{N}/u.test(run)) return Math.ceil(run.length / 3);
  if (!/^[\p{L}\p{M}]/u.test(run)) return 1;
  // Scripts without spaces are parted character by character.
  if (!LATIN.test(run)) return run.length;
  if (run.length > 100) return run.length / 3;
  if (/^\p{Ll}/u.test(run)) return run.length <= 9 ? 1.11 : 1.43;
  return run.length <= 3 ? 1.17 : 1.54;
}
