// A text of several paragraphs → who speaks in each, as far as the text itself tells.

import { attributeSpan, type SpanAttribution } from "./attribute-span.ts";

/** A speaker with the manner of the paragraph; the place is where the text names them. */
export interface ListedSpeaker {
  readonly manner: SpanAttribution["manner"];
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly role?: string;
}

/** In order, each once; paragraphs of several speakers or of none are left out. `shift` is added to each place. */
export function listSpeakers(text: string, shift = 0): readonly ListedSpeaker[] {
  const listed = new Map<string, ListedSpeaker>();
  let at = 0;
  for (const line of text.split("\n")) {
    const { manner, speaker } = attributeSpan(text, { start: at, end: at + line.length });
    at += line.length + 1;
    if (speaker === undefined) continue;
    const key = `${speaker.name}|${speaker.role}`;
    if (listed.has(key)) continue;
    const place = { start: speaker.start + shift, end: speaker.end + shift };
    listed.set(key, { ...speaker, ...place, manner });
  }
  return [...listed.values()];
}
