// A page's drawing operators and its pictures → the page as it looks, in grey: its pictures alone, as scans have them.

import type { PageImage } from "../../core/ports/scan-reader.ts";
import { IDENTITY, type Matrix, multiply, type PageSize, toMatrix } from "./pdf-frame.ts";

/** As pdf.js gives it: bits (white is 1), RGB or RGBA; of a mask a 0 is what it paints. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly kind: "bits" | "rgb" | "rgba" | "mask";
  readonly data: Uint8Array | Uint8ClampedArray;
}

export interface PictureDrawing extends PageSize {
  readonly names: readonly string[];
  readonly args: readonly unknown[];
  /** From the page's own units to points of the page as it is shown, from its upper left corner. */
  readonly shown: Matrix;
  /** Nothing for one that cannot be unpacked. */
  readonly picture: (operand: unknown, isMask: boolean) => Promise<Picture | undefined>;
}

/** `scale` is pixels a point. */
export interface PaintedPage extends PageImage {
  readonly scale: number;
}

interface PlacedPicture {
  readonly operand: unknown;
  readonly isMask: boolean;
  /** From the unit square, whose upper edge is 1, to points of the page. */
  readonly matrix: Matrix;
}

/** 300 dots an inch: more makes recognition slower, not better. */
const MOST_SCALE = 300 / 72;
const MOST_PIXELS = 16_000_000;
const MOST_PICTURES = 400;

/** What it looks like; or why that cannot be told. Lines and letters that are drawn are no part of it. */
export async function paintPage(drawing: PictureDrawing): Promise<PaintedPage | string> {
  const placed = placePictures(drawing);
  if (placed.length === 0) return "there is no picture on it";
  if (placed.length > MOST_PICTURES) return `it is drawn with ${placed.length} pictures`;
  const pictures: (readonly [Picture, Matrix])[] = [];
  for (const { operand, isMask, matrix } of placed) {
    const picture = await drawing.picture(operand, isMask);
    if (picture === undefined) return "its picture is damaged, too large, or of an unknown kind";
    pictures.push([picture, matrix]);
  }
  const { width, height } = drawing;
  const finest = Math.max(...pictures.map(([picture, matrix]) => measureScale(picture, matrix)));
  const scale = Math.min(finest, MOST_SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
  const page = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    scale,
  };
  const grey = new Uint8Array(page.width * page.height).fill(255);
  for (const [picture, matrix] of pictures) paint({ ...page, grey }, picture, matrix);
  return { ...page, grey };
}

function placePictures({ names, args, shown }: PictureDrawing): readonly PlacedPicture[] {
  const placed: PlacedPicture[] = [];
  const stack: Matrix[] = [];
  let matrix = shown;
  const save = (): unknown => stack.push(matrix);
  const restore = (): void => {
    matrix = stack.pop() ?? matrix;
  };
  const transform = (by: unknown): void => {
    matrix = multiply(matrix, by === null || by === undefined ? IDENTITY : toMatrix(by));
  };
  const place = (operand: unknown, isMask: boolean): unknown =>
    placed.push({ operand, isMask, matrix });
  const operators: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save,
    restore,
    transform,
    paintFormXObjectBegin([by]) {
      save();
      transform(by);
    },
    paintFormXObjectEnd: restore,
    paintImageXObject: ([operand]) => place(operand, false),
    paintInlineImageXObject: ([operand]) => place(operand, false),
    paintImageMaskXObject: ([operand]) => place(operand, true),
  };
  for (const [at, name] of names.entries())
    operators[name]?.((args[at] ?? []) as readonly unknown[]);
  return placed;
}

/** Pixels a point, in the direction that has more. */
function measureScale({ width, height }: Picture, [a, b, c, d]: Matrix): number {
  const [across, up] = [Math.hypot(a, b), Math.hypot(c, d)];
  return Math.max(width / Math.max(across, 1), height / Math.max(up, 1));
}

/** Each pixel of the page is the mean of the picture's pixels under it, three a side at most. */
function paint(page: PaintedPage, picture: Picture, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-6) return;
  const { scale, grey } = page;
  const samples = Math.max(1, Math.min(3, Math.round(measureScale(picture, matrix) / scale)));
  const read = READERS[picture.kind];
  const readAt = (x: number, y: number, below: number): number => {
    const [px, py] = [x / scale - e, y / scale - f];
    const column = Math.floor(((d * px - c * py) / area) * picture.width);
    const row = Math.floor((1 - (a * py - b * px) / area) * picture.height);
    const isInside = column >= 0 && column < picture.width && row >= 0 && row < picture.height;
    return isInside ? read(picture, column, row, below) : below;
  };
  const [left, right] = bound([e, e + a, e + c, e + a + c], scale, page.width);
  const [top, bottom] = bound([f, f + b, f + d, f + b + d], scale, page.height);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = y * page.width + x;
      let sum = 0;
      for (let part = 0; part < samples ** 2; part += 1) {
        const [beside, under] = [part % samples, Math.floor(part / samples)];
        sum += readAt(x + (beside + 0.5) / samples, y + (under + 0.5) / samples, grey[at] ?? 255);
      }
      grey[at] = sum / samples ** 2;
    }
  }
}

/** From points of the page to whole pixels of it. */
function bound(points: readonly number[], scale: number, most: number): readonly [number, number] {
  const within = (pixels: number): number => Math.max(0, Math.min(most, pixels));
  return [
    within(Math.floor(Math.min(...points) * scale)),
    within(Math.ceil(Math.max(...points) * scale)),
  ];
}

/** The grey of a pixel over what is there. */
type ReadPixel = (picture: Picture, column: number, row: number, below: number) => number;

const READERS: Readonly<Record<Picture["kind"], ReadPixel>> = {
  bits: (picture, column, row) => (readBit(picture, column, row) ? 255 : 0),
  mask: (picture, column, row, below) => (readBit(picture, column, row) ? below : 0),
  rgb: ({ width, data }, column, row) => readGrey(data, 3 * (row * width + column)),
  rgba: ({ width, data }, column, row, below) => {
    const at = 4 * (row * width + column);
    const share = (data[at + 3] ?? 255) / 255;
    return share * readGrey(data, at) + (1 - share) * below;
  },
};

const readBit = ({ width, data }: Picture, column: number, row: number): boolean =>
  (((data[row * ((width + 7) >> 3) + (column >> 3)] ?? 0xff) >> (7 - (column & 7))) & 1) === 1;

/** The eye's weights of red, green and blue (ITU-R BT.601). */
const readGrey = (data: Picture["data"], at: number): number =>
  0.299 * (data[at] ?? 255) + 0.587 * (data[at + 1] ?? 255) + 0.114 * (data[at + 2] ?? 255);
