// Paragraphs, rows, boxes and notes of a word processor's file, as they come → an article's text, placed by paragraphs.

import type { Doubt, ExtractedBlock } from "../../core/article.ts";
import type { Place } from "../../core/place.ts";
import { TextComposer } from "./compose-text.ts";

type Kind = ExtractedBlock["kind"];

interface Piece {
  words: string;
  readonly place?: Place;
}

interface Block {
  kind: Kind;
  level: number;
  readonly pieces: Piece[];
}

/** A paragraph that is not ended: boxes that hang in it stand behind it. */
interface OpenParagraph {
  readonly block: Block;
  readonly behind: Block[];
  last: string;
}

/** Far above any book: what has more was made to fill memory. */
const MOST_PARAGRAPHS = 200_000;

/** What is left out, or stands elsewhere than in the document: how often. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** `what` goes before its number: `comments that are not read`. */
  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** For metadata, in one doubt behind those that are known; empty where there is nothing to tell. */
  tell(known: readonly Doubt[] = []): { readonly doubts?: readonly Doubt[] } {
    const told = Array.from(this.#counts, ([what, count]) => `${what}: ${count}`).join("; ");
    const doubts = told === "" ? known : [...known, { line: 1, key: "", detail: told }];
    return doubts.length === 0 ? {} : { doubts };
  }
}

/** Calls are paired as a file's elements are. Notes stand at the end of the text. */
export class DocumentComposer {
  readonly #body: Block[] = [];
  readonly #notes: Block[] = [];
  readonly #open: OpenParagraph[] = [];
  /** Where ended blocks go, the innermost last. */
  readonly #sinks: Block[][] = [this.#body];
  readonly #rows: Block[][][] = [];
  #unended: Block | undefined;
  #paragraphs = 0;

  /** @throws Error where there are more than any document has */
  openParagraph(place: Place): void {
    this.#paragraphs += 1;
    if (this.#paragraphs > MOST_PARAGRAPHS)
      throw new Error(`it has more than ${MOST_PARAGRAPHS} paragraphs; save it in parts`);
    const block = this.#unended ?? { kind: "paragraph", level: 0, pieces: [] };
    this.#unended = undefined;
    block.pieces.push({ words: "", place });
    this.#open.push({ block, behind: [], last: "" });
  }

  /** Words of the open paragraph; elsewhere there are none. */
  say(words: string): void {
    const open = this.#open.at(-1);
    const piece = open?.block.pieces.at(-1);
    if (open === undefined || piece === undefined || words === "") return;
    piece.words += words;
    open.last = words.slice(-1);
  }

  /** The last sign of the open paragraph; empty where nothing was said yet. */
  get last(): string {
    return this.#open.at(-1)?.last ?? "";
  }

  /** `goesOn`: the next paragraph is the rest of this one. `isKept`: whether it is a part of the text. */
  closeParagraph(kind: Kind, level: number, goesOn = false, isKept = true): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    closed.block.kind = kind;
    closed.block.level = level;
    if (goesOn && isKept) this.#unended = closed.block;
    else if (isKept) this.#deliver([closed.block]);
    this.#deliver(closed.behind);
  }

  openBox(): void {
    this.#sinks.push(this.#open.at(-1)?.behind ?? this.#sinks.at(-1) ?? this.#body);
  }

  openNote(): void {
    this.#sinks.push(this.#notes);
  }

  /** Of a box or a note. */
  closeInner(): void {
    this.#endLast();
    this.#sinks.pop();
  }

  openRow(): void {
    this.#rows.push([]);
  }

  openCell(): void {
    const cell: Block[] = [];
    this.#rows.at(-1)?.push(cell);
    this.#sinks.push(cell);
  }

  closeCell(): void {
    this.#endLast();
    this.#sinks.pop();
  }

  /** A row is a line with its cells side by side; what has one cell is a frame around paragraphs. */
  closeRow(): void {
    const cells = (this.#rows.pop() ?? []).filter((cell) => cell.some(hasWords));
    if (cells.length === 1) this.#deliver(cells[0] ?? []);
    if (cells.length < 2) return;
    const pieces = cells.flatMap((cell, at) => [
      ...(at > 0 ? [{ words: " | " }] : []),
      ...cell
        .filter(hasWords)
        .flatMap((block, turn) => [
          ...(turn > 0 ? [{ words: " " }] : []),
          ...trimPieces(block.pieces),
        ]),
    ]);
    this.#deliver([{ kind: "paragraph", level: 0, pieces }]);
  }

  finish(): ReturnType<TextComposer["finish"]> {
    this.#endLast();
    const composer = new TextComposer();
    for (const { kind, level, pieces } of [...this.#body, ...this.#notes]) {
      composer.begin(kind, level);
      for (const { words, place } of pieces)
        composer.put(words, place === undefined ? undefined : () => place);
    }
    return composer.finish();
  }

  /** The last paragraph goes on in nothing. */
  #endLast(): void {
    if (this.#unended !== undefined) this.#deliver([this.#unended]);
    this.#unended = undefined;
  }

  #deliver(blocks: readonly Block[]): void {
    for (const block of blocks) this.#sinks.at(-1)?.push(block);
  }
}

const hasWords = ({ pieces }: Block): boolean => pieces.some(({ words }) => words.trim() !== "");

/** Without white space at both ends. */
function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const filled = pieces.filter(({ words }) => words !== "").map((piece) => ({ ...piece }));
  const [first, last] = [filled[0], filled.at(-1)];
  if (first !== undefined) first.words = first.words.trimStart();
  if (last !== undefined) last.words = last.words.trimEnd();
  return filled.filter(({ words }) => words !== "");
}
