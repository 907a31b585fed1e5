// A PDF's pages without text → what is recognised in their pictures, upright or not; and the text that it makes.

import type {
  PageImage,
  RecogniseImage,
  ScannedPage,
  ScannedText,
  ScannedWord,
  ScanReader,
} from "../../core/ports/scan-reader.ts";
import type { FileBytes } from "./format.ts";
import type { PaintedPage } from "./pdf-page-image.ts";
import { placeBox, turnImage } from "./pdf-turns.ts";

/** Pages of a PDF as they look; or why one cannot be looked at. */
export interface PageImages {
  paint(page: number): Promise<PaintedPage | string>;
  close(): Promise<void>;
}

/** `help`: the step that helps where not all pages are recognised. */
export type FoundScans =
  | { readonly kind: "found"; readonly pages: readonly ScannedPage[] }
  | { readonly kind: "none"; readonly help: string };

/** Without it nothing may be recognised, and nothing was. */
export const ASK_FOR_OCR =
  "to recognise the text in them: pullquote index --ocr, or ocrmypdf in.pdf out.pdf";

/**
 * All of these pages, or none: a text with half of them would be another one later.
 * @throws the signal's reason
 */
export async function findScans(
  { name, bytes }: FileBytes,
  wanted: readonly number[],
  reader: ScanReader | undefined,
  openImages: () => Promise<PageImages>,
  signal: AbortSignal | undefined,
): Promise<FoundScans> {
  if (reader === undefined) return { kind: "none", help: ASK_FOR_OCR };
  const kept = new Map(await reader.recall(bytes));
  const left = wanted.filter((number) => !kept.has(number));
  if (left.length > 0) {
    const recognise = await reader.open();
    if (typeof recognise === "string") {
      const part = left.length < wanted.length ? `${left.length} of them are left; ` : "";
      return { kind: "none", help: `${part}${recognise}` };
    }
    const images = await openImages();
    try {
      for (const number of left) {
        signal?.throwIfAborted();
        reader.tell({ file: name, page: number, pages: wanted.length });
        const page = await readScan(number, images, recognise, signal);
        await reader.keep(bytes, page);
        kept.set(number, page);
      }
    } finally {
      await images.close();
    }
  }
  return { kind: "found", pages: wanted.flatMap((number) => kept.get(number) ?? []) };
}

/** A page whose words the engine is less sure of than this, on average, was not read: a photograph, or upside down. */
const LEAST_CONFIDENCE = 60;

async function readScan(
  number: number,
  images: PageImages,
  recognise: RecogniseImage,
  signal: AbortSignal | undefined,
): Promise<ScannedPage> {
  const image = await images.paint(number);
  const refuse = (fault: string): ScannedPage => ({ number, paragraphs: [], fault });
  if (typeof image === "string") return refuse(image);
  if (isBlank(image)) return refuse("it is empty");
  for (const quarters of [0, 2, 1, 3] as const) {
    const text = await recognise(turnImage(image, quarters), signal);
    if (typeof text === "string") return refuse(text);
    if (measureConfidence(text.flat(2)) < LEAST_CONFIDENCE) continue;
    return { number, paragraphs: placeWords(text, (box) => placeBox(box, quarters, image)) };
  }
  return refuse("no text in it can be read: a picture, or a poor scan");
}

const placeWords = (text: ScannedText, place: (box: Box) => Box): ScannedText =>
  text.map((lines) =>
    lines.map((words) => words.map((word) => ({ ...word, box: place(word.box) }))),
  );

type Box = ScannedWord["box"];

/** Of letters, not of words: specks are read as short words. 0 where there are fewer than a few. */
function measureConfidence(words: readonly ScannedWord[]): number {
  let [letters, sum] = [0, 0];
  for (const { text, confidence } of words) {
    const own = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    letters += own;
    sum += own * confidence;
  }
  return letters < 3 ? 0 : sum / letters;
}

/** Nearly all of it of one grey. */
function isBlank({ grey }: PageImage): boolean {
  let [low, high] = [255, 0];
  for (let at = 0; at < grey.length; at += 1) {
    const value = grey[at] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low < 24;
}
