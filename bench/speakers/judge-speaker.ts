// A labelled statement and what was found of its speaker → whether that is right.

import type { Span } from "../../src/model/span.ts";
import type { Attribution } from "../../src/model/speech.ts";
import { TITLES } from "../../src/text/speech/name-patterns.ts";

/**
 * One statement of an article, labelled by hand. `kind` says how the article names who says it: by name,
 * by role alone, by a pronoun that one reading resolves, only in the paragraph before, in a way that may
 * or may not count as naming (`open`), not at all or as two (`nobody`); `statement` is the article's own.
 * `speaker` are the speaker's names and roles, or places where the article names them: any of them is right.
 */
export interface SpeakerLabel extends Span {
  readonly article: string;
  /** Of the article's text in UTF-8. */
  readonly sha256: string;
  readonly kind: "name" | "role" | "pronoun" | "before" | "open" | "nobody" | "statement";
  readonly speaker?: readonly (Span | string)[];
  /** Labels of the test are never read to write a rule. */
  readonly set?: "development" | "test";
}

export type SpeakerVerdict = "right" | "wrong" | "unnamed";

/** A careful reader names the speaker. */
export function isNameable({ kind }: SpeakerLabel): boolean {
  return kind !== "open" && kind !== "nobody" && kind !== "statement";
}

export function judgeSpeaker(
  label: SpeakerLabel,
  text: string,
  { speaker }: Attribution,
): SpeakerVerdict {
  if (speaker === undefined) return "unnamed";
  const isRight = (label.speaker ?? []).some((one) =>
    typeof one === "string"
      ? isNamedSo(one, speaker)
      : (speaker.start < one.end && one.start < speaker.end) ||
        sharesLast(text.slice(one.start, one.end), speaker),
  );
  return isRight ? "right" : "wrong";
}

interface Found {
  readonly name?: string;
  readonly role?: string;
}

/** No word in the name that the label's has not, but for titles; of a role one word. */
function isNamedSo(wanted: string, { name, role }: Found): boolean {
  const words = listWords(wanted);
  if (name === undefined) return listWords(role ?? "").some((word) => words.includes(word));
  const found = name.split(/\s+/).filter((word) => !TITLES.test(word));
  return found.length > 0 && listWords(found.join(" ")).every((word) => words.includes(word));
}

function sharesLast(wanted: string, { name, role }: Found): boolean {
  const words = listWords(wanted);
  const last = words.at(-1);
  const own = listWords(name ?? role ?? "").at(-1);
  const found = listWords(`${name ?? ""} ${role ?? ""}`);
  return (last !== undefined && found.includes(last)) || (own !== undefined && words.includes(own));
}

function listWords(text: string): readonly string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}.-]+/gu), ([word]) =>
    word.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replace(/s$/, ""),
  );
}
