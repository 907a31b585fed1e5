// A PDF's bytes → its pages with their runs of letters and tags, what it says of itself, and what in it is not read. By pdf.js.

import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TaggedPage } from "./pdf-article.ts";
import { openImages } from "./pdf-images.ts";
import {
  listOperators,
  loadPdfLibrary,
  nameOperators,
  openDocument,
  PAGE_MS,
  type PdfLibrary,
  within,
} from "./pdf-library.ts";
import type { DocumentInfo } from "./pdf-metadata.ts";
import type { PageFont } from "./pdf-operators.ts";
import { readRuns } from "./pdf-runs.ts";
import type { PageImages } from "./pdf-scans.ts";

export interface PdfDocument {
  readonly pages: readonly TaggedPage[];
  readonly info: DocumentInfo;
  /** A page that did not end; those after it were not read. */
  readonly late?: number;
  readonly seen: Seen;
}

/** Pages without text, that cannot be read, with text on its side; how many of what is beside the text. */
interface Seen {
  readonly empty: number[];
  readonly unread: number[];
  readonly aside: number[];
  comments: number;
  fields: number;
  attachments: number;
}

interface PdfReader {
  /** Rejects where the bytes are no PDF that can be opened. */
  read(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<PdfDocument>;
  openImages(bytes: Uint8Array): Promise<PageImages>;
}

/** Where so many cannot be read and none was, the file only claims to have them. */
const MOST_UNREAD = 20;

/** Nothing where the package is not installed. */
export async function loadPdfReader(): Promise<PdfReader | undefined> {
  const library = await loadPdfLibrary();
  if (library === undefined) return undefined;
  return {
    read: (bytes, signal) => readPdf(library, bytes, signal),
    openImages: (bytes) => openImages(library, bytes),
  };
}

async function readPdf(
  library: PdfLibrary,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<PdfDocument> {
  const task = openDocument(library, bytes, 0);
  try {
    return await readDocument(library, await task.promise, signal);
  } finally {
    await task.destroy();
  }
}

async function readDocument(
  library: PdfLibrary,
  document: PDFDocumentProxy,
  signal: AbortSignal | undefined,
): Promise<PdfDocument> {
  const attachments = Object.keys((await document.getAttachments()) ?? {}).length;
  const seen: Seen = { empty: [], unread: [], aside: [], comments: 0, fields: 0, attachments };
  const info = await readInfo(document);
  const layers = await document.getOptionalContentConfig();
  const reader = new PageReader(library, document, seen, (layer) => layers.isVisible(layer));
  const pages: TaggedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    signal?.throwIfAborted();
    const page = await within(PAGE_MS, reader.read(number));
    if (page === "late") return { pages, info, late: number, seen };
    if (page !== undefined) pages.push(page);
    if (seen.unread.length > MOST_UNREAD && pages.length === 0) break;
  }
  return { pages, info, seen };
}

class PageReader {
  readonly #names: ReadonlyMap<number, string>;
  readonly #document: PDFDocumentProxy;
  readonly #seen: Seen;
  readonly #isVisible: (layer: unknown) => boolean;

  constructor(
    { OPS }: PdfLibrary,
    document: PDFDocumentProxy,
    seen: Seen,
    isVisible: (layer: unknown) => boolean,
  ) {
    this.#names = nameOperators(OPS);
    this.#document = document;
    this.#seen = seen;
    this.#isVisible = isVisible;
  }

  async read(number: number): Promise<TaggedPage | undefined> {
    try {
      const page = await this.#document.getPage(number);
      const runs = await this.#readRuns(page);
      await this.#countAnnotations(page);
      const tags = await page.getStructTree();
      const { num = 0, gen = 0 } = page.ref ?? {};
      page.cleanup();
      if (runs.runs.length === 0) this.#seen.empty.push(number);
      if (runs.hasAside) this.#seen.aside.push(number);
      return { ...runs, tags, object: gen === 0 ? `p${num}R` : `p${num}R${gen}` };
    } catch {
      this.#seen.unread.push(number);
      return undefined;
    }
  }

  async #readRuns(page: PDFPageProxy): Promise<ReturnType<typeof readRuns>> {
    return readRuns({
      page: page.pageNumber,
      ...(await listOperators(page, this.#names)),
      font: (id) => readFont(page, id),
      isVisible: this.#isVisible,
    });
  }

  async #countAnnotations(page: PDFPageProxy): Promise<void> {
    for (const { subtype, contentsObj, fieldValue } of await page.getAnnotations()) {
      if (subtype === "Widget" && typeof fieldValue === "string" && fieldValue !== "")
        this.#seen.fields += 1;
      else if (contentsObj?.str && subtype !== "Link" && subtype !== "Popup")
        this.#seen.comments += 1;
    }
  }
}

function readFont(page: PDFPageProxy, id: string): PageFont {
  const font = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
  const [unit = 0.001, , , up = 0.001] = font?.fontMatrix ?? [];
  const [, bottom = 0, , top = 0] = font?.bbox ?? [];
  const drawn = up * (top - bottom);
  return { name: font?.name ?? id, unit, em: font?.isType3Font === true && drawn > 0 ? drawn : 1 };
}

async function readInfo(document: PDFDocumentProxy): Promise<DocumentInfo> {
  const { info, metadata } = await document.getMetadata();
  const told = info as Readonly<Record<string, unknown>>;
  const xmp = (name: string): unknown => metadata?.get(name) ?? undefined;
  return {
    title: xmp("dc:title") ?? told["Title"],
    author: xmp("dc:creator") ?? told["Author"],
    publisher: xmp("dc:publisher") ?? xmp("prism:publicationname"),
    published: xmp("prism:publicationdate") ?? xmp("dc:date"),
  };
}
