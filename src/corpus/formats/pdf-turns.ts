// A page as it looks → the same turned by quarters, and boxes on it back on the page: scans lie upside down or on their side.

import type { PageImage, ScannedWord } from "../../core/ports/scan-reader.ts";
import type { PaintedPage } from "./pdf-page-image.ts";

/** Quarters with the clock. */
export type Quarters = 0 | 1 | 2 | 3;
type Box = ScannedWord["box"];

export function turnImage(image: PageImage, quarters: Quarters): PageImage {
  if (quarters === 0) return image;
  const { width, height, grey } = image;
  const [across, down] = quarters === 2 ? [width, height] : [height, width];
  const turned = new Uint8Array(grey.length);
  // Where the first pixel goes, and how far apart those of one line and of one column are then.
  const steps = {
    1: [across - 1, across, -1],
    2: [across * down - 1, -1, -across],
    3: [across * (down - 1), -across, 1],
  } as const;
  const [first, beside, below] = steps[quarters];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      turned[first + x * beside + y * below] = grey[y * width + x] ?? 255;
  return { width: across, height: down, grey: turned };
}

/** Pixels of the turned image, from its upper left corner → points of the page, from its lower left one. */
export function placeBox(box: Box, quarters: Quarters, { width, height, scale }: PaintedPage): Box {
  const back = ([x, y]: readonly [number, number]): readonly [number, number] => {
    if (quarters === 1) return [y, height - x];
    if (quarters === 2) return [width - x, height - y];
    return quarters === 3 ? [width - y, x] : [x, y];
  };
  const [a, b] = [back([box[0], box[1]]), back([box[2], box[3]])];
  const round = (pixels: number): number => Math.round((10 * pixels) / scale) / 10;
  return [
    round(Math.min(a[0], b[0])),
    round(height - Math.max(a[1], b[1])),
    round(Math.max(a[0], b[0])),
    round(height - Math.min(a[1], b[1])),
  ];
}
