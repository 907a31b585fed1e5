// A text and where it names a speaker → the verb that makes them one: "denied", "wrote", "according to".

import type { Span } from "../../core/span.ts";
import { readParagraph } from "./read-paragraph.ts";
import { VERB } from "./speech-verbs.ts";

/** As the article writes it, in lower case; `undefined` for a label or a colon, and where nobody is named there. */
export function findManner(text: string, speaker: Span): string | undefined {
  const { start, masked, mentions } = readParagraph(text, speaker.start);
  const mention = mentions.find(({ named }) => start + named.start === speaker.start);
  if (mention === undefined) return undefined;
  const verb = Array.from(masked.matchAll(VERB)).find(
    ({ index, 0: word }) =>
      index >= mention.start &&
      index + word.length <= mention.end &&
      (index >= mention.named.end || index + word.length <= mention.named.start),
  );
  if (verb !== undefined) return verb[0].toLowerCase().split(/\s/u).slice(0, 2).join(" ");
  return /\baccording\sto\b/iu.test(masked.slice(mention.start, mention.end))
    ? "according to"
    : undefined;
}
