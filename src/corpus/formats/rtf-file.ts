// Rich text (RTF) → one article: its paragraphs, with the bytes of each run of words, and what else is in the file.

import { Tally } from "./compose-document.ts";
import type { PlaceRun } from "./compose-text.ts";
import { declareFields } from "./declare-fields.ts";
import { type Extraction, type FileBytes, refuse } from "./format.ts";
import { decodeLegacy } from "./guess-encoding.ts";
import { RtfEncodings } from "./rtf-encodings.ts";
import { RtfParagraphs } from "./rtf-paragraphs.ts";
import {
  ASIDE,
  listTokens,
  PARAGRAPH_ENDS,
  PROPERTIES,
  type RtfToken,
  SIGNS,
  TOLD,
} from "./rtf-words.ts";

export function readRtf({ bytes }: FileBytes): Extraction {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const reader = new RtfReader();
  for (const token of listTokens(source)) reader.take(token);
  const { text, blocks, places } = reader.paragraphs.finish();
  if (text === "") {
    return reader.depth > 0
      ? refuse("damaged", "it ends too early; get the file again")
      : refuse("no-prose", "there is no text in it; pictures are not read");
  }
  const { doubts = [], ...declared } = declareFields(reader.properties, "property");
  const cut = { line: 1, key: "", detail: "it ends too early; what is there is read" };
  const metadata = {
    ...declared,
    ...reader.tally.tell(reader.depth > 0 ? [...doubts, cut] : doubts),
  };
  return {
    articles: [{ text, extracted: { format: "RTF", blocks, metadata, places } }],
    refused: [],
  };
}

interface Group {
  /** Where its words go: into the text, a note, a field of the head, nowhere. */
  target: "text" | "note" | "property" | "none";
  /** Characters after a `\uN` that stand for it where Unicode is not read. */
  fallback: number;
  encoding: string;
  isHidden: boolean;
  isDeleted: boolean;
}

class RtfReader {
  readonly paragraphs = new RtfParagraphs();
  readonly tally = new Tally();
  readonly properties: [string, string][] = [];
  readonly #encodings = new RtfEncodings();
  readonly #groups: Group[] = [];
  #group: Group = {
    target: "text",
    fallback: 1,
    encoding: "windows-1252",
    isHidden: false,
    isDeleted: false,
  };
  /** Bytes that wait for those that complete their character. */
  #bytes: { start: number; end: number; values: number[] } | undefined;
  #toSkip = 0;
  /** Whether a control word is the first of its group, which then says what the group is. */
  #isFirst = false;
  #isStarred = false;

  /** Groups that are not closed. */
  get depth(): number {
    return this.#groups.length;
  }

  take(token: RtfToken): void {
    if (token.kind !== "byte") this.#flush();
    const isFirst = this.#isFirst;
    this.#isFirst = token.kind === "open";
    switch (token.kind) {
      case "open":
        this.#groups.push({ ...this.#group });
        this.#isStarred = false;
        this.#toSkip = 0;
        break;
      case "close":
        this.#group = this.#groups.pop() ?? this.#group;
        this.#toSkip = 0;
        break;
      case "words":
        this.#takeWords(token);
        break;
      case "byte":
        this.#takeByte(token);
        break;
      case "word":
        this.#takeControl(token, isFirst);
        break;
    }
  }

  #takeWords({ value, start }: RtfToken): void {
    const skipped = Math.min(this.#toSkip, value.length);
    this.#toSkip -= skipped;
    const first = start + skipped;
    this.#say(value.slice(skipped), (span) => [
      { kind: "bytes", start: first + span.start, end: first + span.end },
    ]);
  }

  #takeByte({ start, end, number = 0 }: RtfToken): void {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#bytes ??= { start, end, values: [] };
    this.#bytes.values.push(number);
    this.#bytes.end = end;
  }

  #flush(): void {
    if (this.#bytes === undefined) return;
    const { start, end, values } = this.#bytes;
    this.#bytes = undefined;
    const words = decodeLegacy(Uint8Array.from(values), this.#group.encoding);
    // Four bytes of the file for each sign, where each byte is one.
    const isEach = end - start === 4 * words.length;
    this.#say(words, (span) => [
      isEach
        ? { kind: "bytes", start: start + 4 * span.start, end: start + 4 * span.end }
        : { kind: "bytes", start, end },
    ]);
  }

  #say(words: string, place: PlaceRun): void {
    const { target, isHidden, isDeleted } = this.#group;
    const property = this.properties.at(-1);
    if (words === "" || target === "none") return;
    if (target === "property") {
      if (property !== undefined) property[1] += words;
    } else if (isDeleted) this.tally.add("runs of deleted text that are left out");
    else if (isHidden) this.tally.add("runs of hidden text that are left out");
    else if (target === "note") this.paragraphs.sayInNote(words, place);
    else this.paragraphs.say(words, place);
  }

  #takeControl(token: RtfToken, isFirst: boolean): void {
    const { value, start, end } = token;
    if (value === "*") {
      this.#isStarred = true;
      return;
    }
    if (isFirst || this.#isStarred) this.#openDestination(value);
    this.#isStarred = false;
    const sign = SIGNS.get(value);
    const place: PlaceRun = () => [{ kind: "bytes", start, end }];
    if (this.#toSkip > 0 && (sign !== undefined || value === "u")) this.#toSkip -= 1;
    else if (sign !== undefined) this.#say(sign, place);
    else if (value === "u") this.#takeUnicode(token, place);
    else if (PARAGRAPH_ENDS.has(value)) this.#endParagraph(value, place);
    else this.#set(token);
  }

  #openDestination(value: string): void {
    const group = this.#group;
    const property = PROPERTIES.get(value);
    if (/^(?:list|pn)text$/.test(value)) this.paragraphs.markListItem();
    if (property !== undefined && group.target === "none") {
      group.target = "property";
      this.properties.push([property, ""]);
    }
    if (!SAID.has(group.target)) return;
    const told = TOLD.get(value);
    if (told !== undefined) this.tally.add(told);
    if (value === "footnote" || value === "shptxt") {
      group.target = "note";
      this.paragraphs.openNote();
    } else if (ASIDE.has(value) || (this.#isStarred && value !== "shpinst")) group.target = "none";
  }

  #takeUnicode({ number = 0 }: RtfToken, place: PlaceRun): void {
    this.#toSkip = this.#group.fallback;
    this.#say(String.fromCharCode(number < 0 ? number + 65_536 : number), place);
  }

  #endParagraph(value: string, place: PlaceRun): void {
    if (this.#group.target === "note") this.#say(" ", place);
    else if (this.#group.target === "text" && !this.#group.isDeleted)
      this.paragraphs.end(value, place);
  }

  #set({ value, number }: RtfToken): void {
    const group = this.#group;
    group.encoding = this.#encodings.take(value, number) ?? group.encoding;
    if (group.target === "text") this.paragraphs.set(value, number);
    switch (value) {
      case "cell":
      case "nestcell":
        this.paragraphs.endCell();
        break;
      case "uc":
        group.fallback = Math.max(0, number ?? 1);
        break;
      case "v":
        group.isHidden = number !== 0;
        break;
      case "deleted":
        group.isDeleted = number !== 0;
        break;
      case "plain":
        group.isHidden = false;
        group.isDeleted = false;
        break;
      case "revised":
        this.tally.add("tracked insertions that are read as text", number === 0 ? 0 : 1);
        break;
    }
  }
}

/** Where words are a part of the text. */
const SAID: ReadonlySet<Group["target"]> = new Set(["text", "note"]);
