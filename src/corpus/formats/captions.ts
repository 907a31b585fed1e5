// Captions of a film or a talk (WebVTT, SubRip) → one article: who speaks, and what, with the bytes of each line.

import { decodeHTML } from "entities/decode";
import type { Place } from "../../core/place.ts";
import type { Span } from "../../core/span.ts";
import { placeBytes } from "./byte-places.ts";
import { type PlaceRun, TextComposer } from "./compose-text.ts";
import { decodeText } from "./decode-text.ts";
import { type Extraction, type FileBytes, type Format, opensWith, refuse } from "./format.ts";

const CUE = /^(?:(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})[ \t]+-->[ \t]+/;
const OPENING = /^(?:WEBVTT[ \t\r\n]|\s*\d+[ \t]*\r?\n\d{2}:\d{2}:\d{2},\d{3}[ \t]+-->)/;
/** A voice (`<v Ada Roe>`), any other tag, a place on the screen (`{\an8}`), a reference. */
const MARKUP = /<v(?:\.[^\s>]*)?\s+(?<voice>[^>]+)>|<[^>]*>|\{\\[^}]*\}/g;
/** A paragraph longer than this ends with its sentence. */
const LONGEST_PARAGRAPH = 700;
const ENDED = /[.!?]["”’)]*$/;

export const CAPTIONS: Format = {
  name: "captions",
  endings: [".vtt", ".srt"],
  matches: (file) => opensWith(file, OPENING),
  async extract(file) {
    return readCaptions(file);
  },
};

function readCaptions({ bytes }: FileBytes): Extraction {
  const decoded = decodeText(bytes);
  if (decoded.kind === "undecodable") return refuse(decoded.reason, decoded.detail);
  const byteOf = placeBytes(decoded, bytes);
  const composer = new TextComposer();
  let begun = 0;
  let before: Line | undefined;
  for (const line of listSpoken(decoded.text)) {
    if (!goesOn(before, line, composer.length - begun)) {
      composer.begin();
      begun = composer.length;
      if (line.tag !== undefined) composer.put(`${line.voice}: `, placeTag(line, byteOf));
    } else composer.put(" ");
    composer.put(line.words, (span) => placeWords(line, span, byteOf));
    before = line;
  }
  const { text, blocks, places } = composer.finish();
  if (text === "") return refuse("no-prose", "there are no words in its captions");
  return { articles: [{ text, extracted: { format: "captions", blocks, places } }], refused: [] };
}

/** Whether it belongs to the paragraph of the line before it. */
function goesOn(before: Line | undefined, { voice }: Line, length: number): boolean {
  if (before === undefined || voice !== before.voice) return false;
  return length <= LONGEST_PARAGRAPH || !ENDED.test(before.words);
}

/** Rolling captions show a line twice, and cues may overlap: the second time is no second saying. */
function* listSpoken(text: string): Iterable<Line> {
  let before: Line | undefined;
  for (const line of listLines(text)) {
    if (line.words === "" || line.words === before?.words) continue;
    const voice = line.voice ?? before?.voice;
    before = { ...line, ...(voice !== undefined && { voice }) };
    yield before;
  }
}

/** Who speaks stands in the tag. A paragraph that goes on with their words names them no more. */
function placeTag({ start, tag }: Line, byteOf: (offset: number) => number): PlaceRun | undefined {
  if (tag === undefined) return undefined;
  const place = { start: byteOf(start + tag.start), end: byteOf(start + tag.end) };
  return () => [{ kind: "bytes", ...place }];
}

/** Words that are on the line as they are have places of their own, others that of the line. */
function placeWords(
  { start, raw, words }: Line,
  span: Span,
  byteOf: (offset: number) => number,
): Place {
  const at = raw.indexOf(words);
  const [first, after] = at < 0 ? [0, raw.length] : [at + span.start, at + span.end];
  return [{ kind: "bytes", start: byteOf(start + first), end: byteOf(start + after) }];
}

interface Line {
  readonly start: number;
  readonly raw: string;
  readonly words: string;
  readonly voice?: string;
  /** On the line, where it names the voice. */
  readonly tag?: Span;
}

/** The lines of cues: what stands between their times and the next empty line. Notes and styles are none. */
function* listLines(text: string): Iterable<Line> {
  let isCue = false;
  for (const { 1: raw = "", index } of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (raw.trim() === "") isCue = false;
    else if (CUE.test(raw)) isCue = true;
    else if (isCue) yield { start: index, raw, ...readWords(raw) };
  }
}

function readWords(raw: string): Pick<Line, "words" | "voice" | "tag"> {
  const words = decodeHTML(raw.replace(MARKUP, "")).trim();
  for (const { 0: whole, index, groups } of raw.matchAll(MARKUP)) {
    const voice = groups?.["voice"]?.trim();
    if (voice) return { words, voice, tag: { start: index, end: index + whole.length } };
  }
  return { words };
}
