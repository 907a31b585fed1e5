// A quote → its text as a rendering writes it, the words that answer in bold; no character is changed.

import type { Quote } from "../core/answer.ts";
import type { Run } from "../text/wrap-runs.ts";
import { escapeHtml, escapeMarkdown } from "./escape-text.ts";
import { reflowForTerminal, type Style } from "./terminal-text.ts";

/** `words` is empty where no answer is known, and where it cannot be cut out. */
export interface SplitQuote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** The quote for a terminal, in its marks. */
export function markForTerminal(quote: Quote): readonly Run<Style>[] {
  const { before, words, after } = splitAtAnswer(quote, reflowForTerminal);
  const whole = `“${`${before}${words}${after}`.trim()}”`;
  if (words === "") return [{ text: whole, style: "quote" }];
  return [
    { text: `“${before.trimStart()}`, style: "quote" },
    { text: words, style: "answer" },
    { text: `${after.trimEnd()}”`, style: "quote" },
  ];
}

export function markInHtml(quote: Quote): string {
  const { before, words, after } = splitAtAnswer(quote, escapeHtml);
  return words === "" ? before : `${before}<strong>${words}</strong>${after}`;
}

/** In `**` only where no renderer takes these asterisks, or a character between them, for anything else. */
export function markInMarkdown(quote: Quote): string {
  const { before, words, after } = splitAtAnswer(quote, escapeMarkdown);
  const opens = /^[\p{L}\p{N}]/u.test(words)
    ? !/[\p{L}\p{N}]$/u.test(before)
    : /^$|\s$/u.test(before);
  const closes = /[\p{L}\p{N}]$/u.test(words)
    ? !/^[\p{L}\p{N}]/u.test(after)
    : /^$|^[\s.,;:!?)]/u.test(after);
  const isPlain = words !== "" && opens && closes && !/[*_`~[\]<>&|^]|\\\\/u.test(words);
  return isPlain ? `${before}**${words}**${after}` : `${before}${words}${after}`;
}

/** Put together the three are the quote's text as `write` writes it whole; no letter is cut from its accents. */
export function splitAtAnswer(quote: Quote, write: (text: string) => string): SplitQuote {
  const { text, start, answer } = quote;
  const whole = { before: write(text), words: "", after: "" };
  if (answer === undefined) return whole;
  const [from, to] = [answer.start - start, answer.end - start];
  const parts = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  if (parts.slice(1).some((part) => JOINED.test(part))) return whole;
  const [before = "", words = "", after = ""] = parts.map(write);
  return `${before}${words}${after}` === whole.before ? { before, words, after } : whole;
}

const JOINED = /^[\p{M}\p{Cf}\p{Emoji_Modifier}]/u;
