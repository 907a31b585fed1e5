// A page's drawing operators → runs of letters with their boxes, upright, and which way most of them run.

import type { PlaceStep } from "../../core/place.ts";

/** Left, bottom, right, top in points, from the lower left corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Letters drawn in one go on one line. A run has no space at its ends; `spaced` says that one stands before it. */
export interface Run {
  text: string;
  readonly left: number;
  right: number;
  readonly base: number;
  readonly size: number;
  readonly font: string;
  readonly spaced: boolean;
  /** A number or sign drawn on its own right behind a word, as references to footnotes are. */
  readonly isSign: boolean;
  /** Marked content that it lies in: the number of a tag, or that it is no content. */
  readonly tag: number | "artifact" | undefined;
}

export interface PageRuns {
  readonly page: number;
  readonly runs: readonly Run[];
  /** Letters that run another way than most. */
  readonly aside: string;
  readonly height: number;
  readonly place: (box: Box) => PlaceStep;
}

type Matrix = readonly [number, number, number, number, number, number];

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

export interface PageFont {
  readonly name: string;
  readonly unit: number;
  /** Height of a size of 1, where letters are drawings. */
  readonly em: number;
}

export interface Drawing {
  readonly page: number;
  readonly names: readonly string[];
  readonly args: readonly unknown[];
  /** From the page's own units to points of the page as it is shown, from its upper left corner. */
  readonly shown: Matrix;
  readonly width: number;
  readonly height: number;
  readonly font: (id: string) => PageFont;
  readonly isVisible: (group: unknown) => boolean;
}

interface State {
  matrix: Matrix;
  font: string;
  size: number;
  stretch: number;
  letterGap: number;
  wordGap: number;
  rise: number;
  leading: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const SIGN = /^(?:\d{1,3}|[*†‡§¶‖]{1,3}|\[\d{1,3}\])$/u;
/** A wider gap, in ems, ends a run: it may be the space between columns. */
const WIDEST_GAP = 0.6;
/** A gap that is a space: where spaces are drawn, and where they are left out. */
const GAP_BESIDE_SPACES = 0.3;
const GAP_FOR_SPACE = 0.15;

/** Turns of a quarter by which letters stand upright; letters at another angle have none. */
type Turn = 0 | 1 | 2 | 3;
const TURNS: readonly Turn[] = [0, 1, 2, 3];

export function readRuns(drawing: Drawing): PageRuns {
  const runs = new RunReader(drawing).read();
  const lengthOf = (turn: Turn | undefined): number =>
    runs.reduce((sum, one) => sum + (one.turn === turn ? one.run.text.length : 0), 0);
  const turn = TURNS.reduce(
    (best, one) => (lengthOf(one) > lengthOf(best) ? one : best),
    0 as Turn,
  );
  const upright = runs.flatMap((one) => (one.turn === turn ? [one.run] : []));
  const { page, width, height } = drawing;
  return {
    page,
    runs: dropRedrawn(upright),
    aside: runs.flatMap((one) => (one.turn === turn ? [] : [one.run.text])).join(" "),
    height: turn % 2 === 0 ? height : width,
    place: ([left, bottom, right, top]) => {
      const corners = [turnBack(turn, left, bottom, drawing), turnBack(turn, right, top, drawing)];
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      const sides = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      const [a = 0, b = 0, c = 0, d = 0] = sides.map((side) => Math.round(side * 10) / 10);
      return { kind: "page", number: page, rectangle: [a, b, c, d] };
    },
  };
}

class RunReader {
  readonly #drawing: Drawing;
  readonly #spaces: ReadonlySet<string>;
  readonly #runs: { run: Run; turn: Turn | undefined }[] = [];
  readonly #stack: State[] = [];
  readonly #marks: (Run["tag"] | "hidden")[] = [];
  #state: State;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #spaced = false;
  #last: { x: number; glyph: string } | undefined;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    const { shown, height } = drawing;
    const matrix = multiply([1, 0, 0, -1, 0, height], shown);
    const none = { letterGap: 0, wordGap: 0, rise: 0, leading: 0 };
    this.#state = { matrix, font: "", size: 0, stretch: 1, ...none };
    this.#spaces = findSpacedFonts(drawing);
  }

  read(): readonly { readonly run: Run; readonly turn: Turn | undefined }[] {
    const { names, args } = this.#drawing;
    for (const [at, name] of names.entries()) this.#apply(name, (args[at] ?? []) as unknown[]);
    return this.#runs;
  }

  #apply(name: string, args: readonly unknown[]): void {
    const state = this.#state;
    const [first, second] = args as number[];
    switch (name) {
      case "save":
        this.#stack.push({ ...state });
        break;
      case "paintFormXObjectBegin":
        this.#stack.push({ ...state });
        if (args[0] !== null) state.matrix = multiply(state.matrix, toMatrix(args[0]));
        break;
      case "restore":
      case "paintFormXObjectEnd":
        this.#state = this.#stack.pop() ?? state;
        break;
      case "transform":
        state.matrix = multiply(state.matrix, toMatrix(args));
        break;
      case "beginText":
        this.#text = this.#line = IDENTITY;
        break;
      case "setTextMatrix":
        this.#text = this.#line = toMatrix(args[0]);
        break;
      case "setFont":
        Object.assign(state, { font: args[0], size: second });
        break;
      case "setGState":
        for (const [key, value] of args[0] as [string, unknown[]][])
          if (key === "Font") Object.assign(state, { font: value[0], size: value[1] });
        break;
      case "setLeading":
        state.leading = -(first ?? 0);
        break;
      case "setLeadingMoveText":
        state.leading = second ?? 0;
        this.#move(first ?? 0, second ?? 0);
        break;
      case "moveText":
        this.#move(first ?? 0, second ?? 0);
        break;
      case "nextLine":
        this.#move(0, state.leading);
        break;
      case "setCharSpacing":
        state.letterGap = first ?? 0;
        break;
      case "setWordSpacing":
        state.wordGap = first ?? 0;
        break;
      case "setHScale":
        state.stretch = (first ?? 100) / 100;
        break;
      case "setTextRise":
        state.rise = first ?? 0;
        break;
      case "beginMarkedContent":
      case "beginMarkedContentProps":
        this.#marks.push(this.#readMark(args));
        break;
      case "endMarkedContent":
        this.#marks.pop();
        break;
      case "showText":
        this.#show(args[0] as readonly (Glyph | number)[]);
        break;
    }
  }

  #move(x: number, y: number): void {
    this.#text = this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
  }

  #readMark([name, detail]: readonly unknown[]): Run["tag"] | "hidden" {
    const outer = this.#marks.at(-1);
    if (outer === "hidden" || (name === "OC" && !this.#drawing.isVisible(detail))) return "hidden";
    if (outer === "artifact" || name === "Artifact") return "artifact";
    return typeof detail === "number" ? detail : outer;
  }

  #show(glyphs: readonly (Glyph | number)[]): void {
    const { size, stretch, letterGap, wordGap, rise, matrix, font: id } = this.#state;
    const whole = multiply(matrix, this.#text);
    const font = this.#drawing.font(id);
    const direction = Math.sign(size) * Math.sign(stretch) || 1;
    const turn = findTurn(whole[0] * direction, whole[1] * direction);
    const shown = glyphs.map((one) => (typeof one === "number" ? "" : one.unicode)).join("");
    const pen = {
      turn,
      size: Math.abs(size) * Math.hypot(whole[2], whole[3]) * font.em,
      font: font.name,
      isSign: SIGN.test(shown.trim()) && shown === shown.trimStart(),
      hasSpaces: this.#spaces.has(id),
    };
    let x = 0;
    let isFirst = true;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        x -= (glyph * size) / 1000;
        continue;
      }
      const width = glyph.width * font.unit * size;
      const from = this.#upright(apply(whole, x * stretch, rise), turn);
      const to = this.#upright(apply(whole, (x + width) * stretch, rise), turn);
      this.#put(readLetters(glyph.unicode), from, to[0], pen, isFirst);
      isFirst &&= glyph.unicode.trim() === "";
      x += width + letterGap + (glyph.isSpace ? wordGap : 0);
    }
    this.#text = multiply(this.#text, [1, 0, 0, 1, x * stretch, 0]);
  }

  #upright([x, y]: readonly [number, number], turn: Turn | undefined): readonly [number, number] {
    const { width, height } = this.#drawing;
    if (turn === 1) return [y, width - x];
    if (turn === 2) return [width - x, height - y];
    if (turn === 3) return [height - y, x];
    return [x, y];
  }

  #put(
    letters: string,
    [left, base]: readonly [number, number],
    right: number,
    pen: {
      turn: Turn | undefined;
      size: number;
      font: string;
      isSign: boolean;
      hasSpaces: boolean;
    },
    isFirst: boolean,
  ): void {
    const tag = this.#marks.at(-1);
    if (letters === "" || tag === "hidden" || pen.size < 0.5) return;
    if (letters.trim() === "") {
      this.#spaced = true;
      return;
    }
    const { run, turn } = this.#runs.at(-1) ?? {};
    const gap = run === undefined ? Infinity : (left - run.right) / pen.size;
    const isSameLine =
      run !== undefined && turn === pen.turn && Math.abs(base - run.base) < 0.1 * pen.size;
    const again = this.#last;
    if (isSameLine && again?.glyph === letters && Math.abs(left - again.x) < 0.08 * pen.size)
      return;
    this.#last = { x: left, glyph: letters };
    const isSpace =
      (this.#spaced && gap > 0.04) || gap > (pen.hasSpaces ? GAP_BESIDE_SPACES : GAP_FOR_SPACE);
    this.#spaced = false;
    const isSign = isFirst && pen.isSign && isSameLine && !isSpace && gap > -0.3;
    const isSamePen = run?.font === pen.font && Math.abs((run?.size ?? 0) / pen.size - 1) < 0.02;
    const goesOn = isSameLine && isSamePen && gap > -0.3 && gap < WIDEST_GAP && run.tag === tag;
    if (goesOn && !isSign && !(isFirst && run.isSign)) {
      run.text += isSpace ? ` ${letters}` : letters;
      run.right = right;
      return;
    }
    const { size, font } = pen;
    const next = { text: letters, left, right, base, size, font, spaced: isSpace, isSign, tag };
    this.#runs.push({ run: next, turn: pen.turn });
  }
}

/** Fonts in which spaces are drawn, as far as this page shows: one in thirty glyphs. */
function findSpacedFonts({ names, args }: Drawing): ReadonlySet<string> {
  const counts = new Map<string, { all: number; spaces: number }>();
  let font = "";
  for (const [at, name] of names.entries()) {
    const [first] = (args[at] ?? []) as unknown[];
    if (name === "setFont") font = String(first);
    if (name !== "showText") continue;
    const count = counts.get(font) ?? { all: 0, spaces: 0 };
    counts.set(font, count);
    for (const glyph of first as readonly (Glyph | number)[]) {
      if (typeof glyph === "number") continue;
      count.all += 1;
      if (glyph.unicode.trim() === "") count.spaces += 1;
    }
  }
  return new Set([...counts].flatMap(([id, { all, spaces }]) => (spaces * 30 > all ? [id] : [])));
}

/** Ligatures as letters; no signs that draw nothing. */
function readLetters(unicode: string): string {
  return unicode
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(/[\0-\x08\x0e-\x1f\u200b-\u200f\ufeff]/g, "");
}

/** Text that is drawn a second time, a hair aside, to look bold. */
function dropRedrawn(runs: readonly Run[]): readonly Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const alike = seen.get(run.text) ?? [];
    seen.set(run.text, [...alike, run]);
    const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.12 * run.size;
    return !alike.some((one) => near(one.left, run.left) && near(one.base, run.base));
  });
}

function findTurn(x: number, y: number): Turn | undefined {
  if (Math.abs(y) < 0.04 * Math.abs(x)) return x > 0 ? 0 : 2;
  if (Math.abs(x) < 0.04 * Math.abs(y)) return y > 0 ? 1 : 3;
  return undefined;
}

function turnBack(
  turn: Turn,
  x: number,
  y: number,
  { width, height }: Drawing,
): readonly [number, number] {
  if (turn === 1) return [width - y, x];
  if (turn === 2) return [width - x, height - y];
  return turn === 3 ? [y, height - x] : [x, y];
}

function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function toMatrix(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(values as ArrayLike<number>);
  return [a, b, c, d, e, f];
}
