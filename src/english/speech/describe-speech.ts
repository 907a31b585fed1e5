// A text of several paragraphs → who speaks in it and how, as far as the text itself tells.

import { attributeSpan, type SpanAttribution } from "./attribute-span.ts";

/** A speaker with the manner of the paragraph; the place is where the text names them. */
interface ListedSpeaker {
  readonly manner: SpanAttribution["manner"];
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly role?: string;
}

export interface DescribedSpeech {
  /** Null where its paragraphs are not all in one manner. */
  readonly manner: SpanAttribution["manner"] | null;
  /** The one whose words all its paragraphs are that are anybody's; null for nobody's or several people's. */
  readonly speaker: Omit<ListedSpeaker, "manner"> | null;
  /** In order, each once; paragraphs of several speakers or of nobody named are left out. */
  readonly speakers: readonly ListedSpeaker[];
}

/** `shift` is added to each place. */
export function describeSpeech(text: string, shift = 0): DescribedSpeech {
  const paragraphs = Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ index, 0: line }) =>
    attributeSpan(text, { start: index, end: index + line.length }),
  );
  const manners = new Set(paragraphs.map(({ manner }) => manner));
  const [manner = null] = manners;
  const listed = new Map<string, ListedSpeaker>();
  for (const spoken of paragraphs) {
    const key = `${spoken.speaker?.name}|${spoken.speaker?.role}`;
    if (spoken.speaker === undefined || listed.has(key)) continue;
    const { start, end, ...named } = spoken.speaker;
    listed.set(key, { ...named, start: start + shift, end: end + shift, manner: spoken.manner });
  }
  const speakers = [...listed.values()];
  const isTold = paragraphs.every((one) => one.manner === "statement" || one.speaker !== undefined);
  const [only] = speakers;
  return {
    manner: manners.size === 1 ? manner : null,
    speaker: only !== undefined && speakers.length === 1 && isTold ? dropManner(only) : null,
    speakers,
  };
}

function dropManner({ manner: _manner, ...speaker }: ListedSpeaker): Omit<ListedSpeaker, "manner"> {
  return speaker;
}
