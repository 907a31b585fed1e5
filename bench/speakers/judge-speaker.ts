// A labelled statement and what was found of its speaker → whether that is right.

import type { Span } from "../../src/model/span.ts";
import type { Attribution } from "../../src/model/speech.ts";

/**
 * One statement of an article, labelled by hand. `kind` says how the article names who says it:
 * by name, by role alone, by a pronoun that one reading resolves, in a way that may or may not count
 * as naming (`open`), not at all or as two (`nobody`); `statement` is the article's own.
 * `speaker` are places where the article names that speaker: any of them is right.
 */
export interface SpeakerLabel extends Span {
  readonly article: string;
  /** Of the article's text in UTF-8. */
  readonly sha256: string;
  readonly kind: "name" | "role" | "pronoun" | "open" | "nobody" | "statement";
  readonly speaker?: readonly Span[];
}

export type SpeakerVerdict = "right" | "wrong" | "unnamed";

/** A careful reader names the speaker. */
export function isNameable({ kind }: SpeakerLabel): boolean {
  return kind === "name" || kind === "role" || kind === "pronoun";
}

export function judgeSpeaker(
  label: SpeakerLabel,
  text: string,
  { speaker }: Attribution,
): SpeakerVerdict {
  if (speaker === undefined) return "unnamed";
  const places = label.speaker ?? [];
  const found = listWords(`${speaker.name ?? ""} ${speaker.role ?? ""}`);
  const isRight = places.some((place) => {
    if (speaker.start < place.end && place.start < speaker.end) return true;
    const wanted = listWords(text.slice(place.start, place.end));
    const [last, own] = [wanted.at(-1), listWords(speaker.name ?? speaker.role ?? "").at(-1)];
    return (
      (last !== undefined && found.includes(last)) || (own !== undefined && wanted.includes(own))
    );
  });
  return isRight ? "right" : "wrong";
}

function listWords(text: string): readonly string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}.-]+/gu), ([word]) =>
    word.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replace(/s$/, ""),
  );
}
