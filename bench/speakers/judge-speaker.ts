// A labelled statement and what was found of its speaker → whether that is right.

import type { Span } from "../../src/core/span.ts";
import type { Attribution } from "../../src/core/speech.ts";
import { TITLES } from "../../src/english/speech/name-patterns.ts";

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
      ? isNamedSo(one, speaker, text)
      : (speaker.start < one.end && one.start < speaker.end) ||
        sharesLast(text.slice(one.start, one.end), speaker),
  );
  return isRight ? "right" : "wrong";
}

interface Found {
  readonly name?: string;
  readonly role?: string;
}

/**
 * The same last word, or all words of one in the other. A role alone is right where the article has it
 * beside the name.
 */
function isNamedSo(wanted: string, { name, role }: Found, text: string): boolean {
  const words = listWords(wanted);
  if (name === undefined) {
    const said = listWords((role ?? "").replace(/\s(?:of|for|at|in|with|to|from|who)\s.*/u, ""));
    return said.some((word) => words.includes(word)) || isBeside(said.at(-1) ?? "", words, text);
  }
  const found = listWords(name);
  return (
    found.at(-1) === words.at(-1) ||
    words.every((word) => found.includes(word)) ||
    found.every((word) => words.includes(word))
  );
}

/** How far from a name its bearer's role may stand. */
const BESIDE = 60;

function isBeside(role: string, words: readonly string[], text: string): boolean {
  const all = listWords(text).join(" ");
  const last = words.at(-1) ?? "";
  return Array.from(
    all.matchAll(new RegExp(`(?<=^|\\s)${last.replaceAll(/\W/g, ".")}(?=\\s|$)`, "g")),
  ).some(({ index }) =>
    all
      .slice(Math.max(0, index - BESIDE), index + BESIDE)
      .split(" ")
      .includes(role),
  );
}

/** No word in a name but the label's and titles: nothing of its sentence has got into it. */
export function isCleanName(label: SpeakerLabel, name: string): boolean {
  const found = name.split(/\s+/).filter((word) => !TITLES.test(word));
  return (label.speaker ?? []).some(
    (one) =>
      typeof one === "string" &&
      listWords(found.join(" ")).every((word) => listWords(one).includes(word)),
  );
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
