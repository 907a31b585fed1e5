// A page's drawing operators, as pdf.js lists them → its glyphs in the order of drawing, each with its place and its pen.

import {
  apply,
  findTurn,
  IDENTITY,
  type Matrix,
  multiply,
  type PageSize,
  stand,
  type Turn,
  toMatrix,
} from "./pdf-frame.ts";

/** Marked content that letters lie in: the number of a tag, or that they are no content. */
export type Mark = number | "artifact" | undefined;

export interface PageFont {
  readonly name: string;
  /** A glyph's unit, in ems. */
  readonly unit: number;
  /** Height of a size of 1: not 1 where letters are drawings. */
  readonly em: number;
}

export interface Drawing extends PageSize {
  readonly page: number;
  readonly names: readonly string[];
  readonly args: readonly unknown[];
  /** From the page's own units to points of the page as it is shown, from its upper left corner. */
  readonly shown: Matrix;
  readonly font: (id: string) => PageFont;
  readonly isVisible: (layer: unknown) => boolean;
}

/** What the letters that are drawn in one go have in common. */
export interface Pen {
  readonly turn: Turn | undefined;
  readonly size: number;
  readonly font: string;
  readonly mark: Mark;
  /** All that is drawn in this go. */
  readonly letters: string;
  /** Whether spaces of this font are drawn on this page. */
  readonly hasSpaces: boolean;
}

/** `left`, `right` and `base` as if it stood upright. */
export interface PlacedGlyph {
  readonly letters: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly pen: Pen;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

interface State {
  readonly matrix: Matrix;
  readonly font: string;
  readonly size: number;
  readonly stretch: number;
  readonly letterGap: number;
  readonly wordGap: number;
  readonly rise: number;
  readonly leading: number;
}

export function placeGlyphs(drawing: Drawing): readonly PlacedGlyph[] {
  const painter = new Painter(drawing);
  for (const [at, name] of drawing.names.entries())
    painter.apply(name, (drawing.args[at] ?? []) as unknown[]);
  return painter.glyphs;
}

class Painter {
  readonly glyphs: PlacedGlyph[] = [];
  readonly #drawing: Drawing;
  readonly #spaced: ReadonlySet<string>;
  readonly #stack: State[] = [];
  readonly #marks: (Mark | "hidden")[] = [];
  #state: State;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    this.#spaced = findSpacedFonts(drawing);
    const matrix = multiply([1, 0, 0, -1, 0, drawing.height], drawing.shown);
    const none = { letterGap: 0, wordGap: 0, rise: 0, leading: 0 };
    this.#state = { matrix, font: "", size: 0, stretch: 1, ...none };
  }

  apply(name: string, args: readonly unknown[]): void {
    OPERATORS[name]?.(this, args);
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  save(): void {
    this.#stack.push(this.#state);
  }

  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  transform(matrix: unknown): void {
    this.set({ matrix: multiply(this.#state.matrix, toMatrix(matrix)) });
  }

  placeLine(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
  }

  moveLine(x: number, y: number): void {
    this.placeLine(multiply(this.#line, [1, 0, 0, 1, x, y]));
  }

  nextLine(): void {
    this.moveLine(0, this.#state.leading);
  }

  /** A name is a text or has one, as the operator has it. */
  openMark([called, detail]: readonly unknown[]): void {
    const name =
      typeof called === "object" && called !== null && "name" in called ? called.name : called;
    const outer = this.#marks.at(-1);
    const isHidden = name === "OC" && !this.#drawing.isVisible(detail);
    if (outer === "hidden" || isHidden) this.#marks.push("hidden");
    else if (outer === "artifact" || name === "Artifact") this.#marks.push("artifact");
    else this.#marks.push(typeof detail === "number" ? detail : outer);
  }

  closeMark(): void {
    this.#marks.pop();
  }

  show(glyphs: readonly (Glyph | number)[]): void {
    const { size, stretch, letterGap, wordGap, rise } = this.#state;
    const mark = this.#marks.at(-1);
    const font = this.#drawing.font(this.#state.font);
    const whole = multiply(this.#state.matrix, this.#text);
    const pen = this.#takePen(glyphs, font, whole, mark === "hidden" ? undefined : mark);
    let x = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        x -= (glyph * size) / 1000;
        continue;
      }
      const width = glyph.width * font.unit * size;
      const [left, base] = stand(apply(whole, x * stretch, rise), pen.turn, this.#drawing);
      const [right] = stand(apply(whole, (x + width) * stretch, rise), pen.turn, this.#drawing);
      const letters = readLetters(glyph.unicode);
      if (letters !== "" && mark !== "hidden" && pen.size > 0.5)
        this.glyphs.push({ letters, left, right, base, pen });
      x += width + letterGap + (glyph.isSpace ? wordGap : 0);
    }
    this.#text = multiply(this.#text, [1, 0, 0, 1, x * stretch, 0]);
  }

  #takePen(glyphs: readonly (Glyph | number)[], font: PageFont, whole: Matrix, mark: Mark): Pen {
    const { size, stretch, font: id } = this.#state;
    const direction = Math.sign(size) * Math.sign(stretch) || 1;
    return {
      turn: findTurn([whole[0] * direction, whole[1] * direction]),
      size: Math.abs(size) * Math.hypot(whole[2], whole[3]) * font.em,
      font: font.name,
      mark,
      letters: glyphs.map((one) => (typeof one === "number" ? "" : one.unicode)).join(""),
      hasSpaces: this.#spaced.has(id),
    };
  }
}

type Operator = (painter: Painter, args: readonly unknown[]) => void;

const numberAt = (args: readonly unknown[], at: number): number => Number(args[at] ?? 0);

const OPERATORS: Readonly<Record<string, Operator>> = {
  save: (painter) => painter.save(),
  restore: (painter) => painter.restore(),
  transform: (painter, args) => painter.transform(args),
  paintFormXObjectBegin: (painter, [matrix]) => {
    painter.save();
    if (matrix !== null) painter.transform(matrix);
  },
  paintFormXObjectEnd: (painter) => painter.restore(),
  beginText: (painter) => painter.placeLine(IDENTITY),
  setTextMatrix: (painter, [matrix]) => painter.placeLine(toMatrix(matrix)),
  setFont: (painter, args) => painter.set({ font: String(args[0]), size: numberAt(args, 1) }),
  setGState: (painter, [changes]) => {
    for (const [key, value] of changes as (readonly [string, readonly unknown[]])[])
      if (key === "Font") painter.set({ font: String(value[0]), size: numberAt(value, 1) });
  },
  setLeading: (painter, args) => painter.set({ leading: -numberAt(args, 0) }),
  moveText: (painter, args) => painter.moveLine(numberAt(args, 0), numberAt(args, 1)),
  setLeadingMoveText: (painter, args) => {
    painter.set({ leading: numberAt(args, 1) });
    painter.moveLine(numberAt(args, 0), numberAt(args, 1));
  },
  nextLine: (painter) => painter.nextLine(),
  setCharSpacing: (painter, args) => painter.set({ letterGap: numberAt(args, 0) }),
  setWordSpacing: (painter, args) => painter.set({ wordGap: numberAt(args, 0) }),
  setHScale: (painter, args) => painter.set({ stretch: numberAt(args, 0) / 100 }),
  setTextRise: (painter, args) => painter.set({ rise: numberAt(args, 0) }),
  beginMarkedContent: (painter, args) => painter.openMark(args),
  beginMarkedContentProps: (painter, args) => painter.openMark(args),
  endMarkedContent: (painter) => painter.closeMark(),
  showText: (painter, [glyphs]) => painter.show(glyphs as readonly (Glyph | number)[]),
};

/** Fonts in which spaces are drawn, as far as this page shows: one in thirty glyphs. */
function findSpacedFonts({ names, args }: Drawing): ReadonlySet<string> {
  const counts = new Map<string, { all: number; spaces: number }>();
  let font = "";
  for (const [at, name] of names.entries()) {
    const [first] = (args[at] ?? []) as unknown[];
    if (name === "setFont") font = String(first);
    if (name !== "showText") continue;
    const glyphs = (first as readonly (Glyph | number)[]).filter((one) => typeof one !== "number");
    const count = counts.get(font) ?? { all: 0, spaces: 0 };
    counts.set(font, count);
    count.all += glyphs.length;
    count.spaces += glyphs.filter(({ unicode }) => unicode.trim() === "").length;
  }
  return new Set([...counts].flatMap(([id, { all, spaces }]) => (spaces * 30 > all ? [id] : [])));
}

/** Ligatures as letters; no signs that draw nothing. */
function readLetters(unicode: string): string {
  return unicode
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(/(?![\t\n\r])\p{Cc}|[\u200b-\u200f\ufeff]/gu, "");
}
