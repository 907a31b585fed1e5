// A paragraph without its quotations → each place where it names who speaks.

import type { Span } from "../../model/span.ts";
import { BLOT } from "./mask-quotations.ts";
import { NO_NAME, SPEECH_PATTERNS, TITLES } from "./speech-patterns.ts";

/** A mention beside a speech verb; offsets are of the paragraph. */
export interface Mention extends Span {
  readonly name?: string;
  readonly role?: string;
  readonly isPronoun: boolean;
  /** Where the words stand that name the speaker. */
  readonly named: Span;
}

/** In order; of two patterns that meet, the one that is trusted more. */
export function findSpeakers(masked: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const pattern of SPEECH_PATTERNS) {
    for (const match of masked.matchAll(pattern)) {
      const mention = readMention(match);
      const isTaken = found.some(
        ({ start, end }) => mention && start < mention.end && mention.start < end,
      );
      if (mention !== undefined && !isTaken) found.push(mention);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function readMention(match: RegExpExecArray): Mention | undefined {
  const { name, role, pronoun, lead, apposition } = match.groups ?? {};
  const written = name ?? role ?? pronoun ?? "";
  if (written.includes(BLOT) || (name !== undefined && !isName(name))) return undefined;
  const at = match.index + match[0].indexOf(written);
  const place = {
    start: match.index,
    end: match.index + match[0].length,
    named: { start: at, end: at + written.length },
  };
  if (pronoun !== undefined) return { ...place, isPronoun: true };
  if (role !== undefined) return { ...place, role: role.trim(), isPronoun: false };
  const given = readApposition(apposition) ?? lead?.trim();
  return {
    ...place,
    name: written,
    ...(given !== undefined && { role: given }),
    isPronoun: false,
  };
}

function isName(name: string): boolean {
  const words = name.split(/\s+/);
  if (/[’']s?$/u.test(name)) return false;
  return !words.some((word) => NO_NAME.test(word)) && words.some((word) => !TITLES.test(word));
}

const NO_ROLE =
  /^(?:\d|(?:who|which|whose|and|but|in|on|at|as|when|after|while|though|however)\b|\p{Ll}+ing\b)/u;

/** "the mayor of Brone", "chief engineer": not an age, not a clause, not another name. */
function readApposition(apposition: string | undefined): string | undefined {
  const text = apposition?.trim() ?? "";
  return !NO_ROLE.test(text) && /^\p{Ll}+\s/u.test(text) ? text : undefined;
}
