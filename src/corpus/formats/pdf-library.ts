// pdf.js: loaded where it is installed, opening a PDF without network, generated code or large pictures; a page's operators by name.

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Matrix, toMatrix } from "./pdf-frame.ts";

export type PdfLibrary = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

const LIBRARY = "pdfjs-dist/legacy/build/pdf.mjs";
/** A page that takes longer is one that was made to. */
export const PAGE_MS = 8_000;
const NO_ANNOTATIONS = 0;

/** Nothing where the package is not installed. */
export async function loadPdfLibrary(): Promise<PdfLibrary | undefined> {
  try {
    // Only drawn pages need it, and none is drawn: so it runs where the canvas package is left out.
    if (!("DOMMatrix" in globalThis)) Object.assign(globalThis, { DOMMatrix: class DOMMatrix {} });
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } catch {
    return undefined;
  }
}

/**
 * Fonts and tables of characters come from the package. Pictures of more pixels than `maxImageSize` are left out.
 */
export function openDocument(
  library: PdfLibrary,
  bytes: Uint8Array,
  maxImageSize: number,
): ReturnType<PdfLibrary["getDocument"]> {
  return library.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    cMapUrl: findFolder("cmaps"),
    standardFontDataUrl: findFolder("standard_fonts"),
    // What unpacks pictures of two kinds (JBIG2, JPEG 2000) is not written in JavaScript.
    ...(maxImageSize > 0 ? { wasmUrl: findFolder("wasm") } : { useWasm: false }),
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize,
  });
}

/** The path of a folder of the package: `/C:/` is none on Windows. */
function findFolder(name: string): string {
  const { pathname } = new URL(`../../${name}/`, import.meta.resolve(LIBRARY));
  return decodeURIComponent(pathname).replace(/^\/(?=[A-Za-z]:)/, "");
}

/** The clock only tells apart a page that would never end. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((done) => {
    timer = setTimeout(() => done("late"), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const nameOperators = (codes: PdfLibrary["OPS"]): ReadonlyMap<number, string> =>
  new Map(Object.entries(codes).map(([name, code]) => [code, name]));

interface PageOperators {
  readonly names: readonly string[];
  readonly args: readonly unknown[];
  /** From the page's own units to points of the page as it is shown, from its upper left corner. */
  readonly shown: Matrix;
  readonly width: number;
  readonly height: number;
}

export async function listOperators(
  page: PDFPageProxy,
  names: ReadonlyMap<number, string>,
): Promise<PageOperators> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS });
  const { transform, width, height } = page.getViewport({ scale: 1 });
  return {
    names: fnArray.map((code) => names.get(code) ?? ""),
    args: argsArray as readonly unknown[],
    shown: toMatrix(transform),
    width,
    height,
  };
}
