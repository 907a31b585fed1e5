// A PDF's bytes → its pages as they look, one by one: their pictures, unpacked by pdf.js and painted.

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import {
  listOperators,
  nameOperators,
  openDocument,
  PAGE_MS,
  type PdfLibrary,
  within,
} from "./pdf-library.ts";
import { type PaintedPage, type Picture, paintPage } from "./pdf-page-image.ts";
import type { PageImages } from "./pdf-scans.ts";

/** Pixels of the largest picture that is unpacked: a page of A3 at 400 dots an inch. */
const MOST_PIXELS = 32_000_000;

export async function openImages(library: PdfLibrary, bytes: Uint8Array): Promise<PageImages> {
  const task = openDocument(library, bytes, MOST_PIXELS);
  const document = await task.promise;
  const names = nameOperators(library.OPS);
  const paint = async (number: number): Promise<PaintedPage | string> => {
    const page = await document.getPage(number);
    try {
      const operators = await listOperators(page, names);
      return await paintPage({
        ...operators,
        picture: (operand, isMask) => readPicture(page, operand, isMask),
      });
    } finally {
      page.cleanup();
    }
  };
  return {
    async paint(number) {
      const painted = await within(PAGE_MS, paint(number)).catch(() => DAMAGED_PAGE);
      return painted === "late" ? "its picture takes too long to unpack" : painted;
    },
    close: () => task.destroy(),
  };
}

const DAMAGED_PAGE = "it is damaged";
/** As pdf.js numbers them. */
const KINDS = [undefined, "bits", "rgb", "rgba"] as const;

interface RawPicture {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: Picture["data"] | string | null;
}

/** An operand is the picture, its name, or, for a mask, what holds its name. */
async function readPicture(
  page: PDFPageProxy,
  operand: unknown,
  isMask: boolean,
): Promise<Picture | undefined> {
  const own = typeof operand === "string" ? { data: operand } : (operand as RawPicture);
  const { data: name } = own;
  const raw = typeof name === "string" ? await waitForObject(page, name) : (own as RawPicture);
  const kind = isMask ? "mask" : KINDS[raw?.kind ?? 0];
  const { data, width = 0, height = 0 } = raw ?? {};
  if (kind === undefined || data === undefined || data === null || typeof data === "string") return;
  return { width, height, kind, data };
}

/** Comes when it is unpacked: nothing where it cannot be. */
function waitForObject(page: PDFPageProxy, name: string): Promise<RawPicture | null> {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((done) => void objects.get(name, done));
}
