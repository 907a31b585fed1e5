// A PDF → one article: its text in reading order, page and rectangle of each line; encrypted, damaged and scanned ones are refused.

import { fileURLToPath } from "node:url";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Doubt } from "../../core/article.ts";
import {
  type Extraction,
  type ExtractOptions,
  type FileBytes,
  type Format,
  opensWith,
  refuse,
} from "./format.ts";
import { composeArticle, type TaggedPage } from "./pdf-article.ts";
import { unpacksBeyond } from "./pdf-bounds.ts";
import { type PageFont, readRuns } from "./pdf-glyphs.ts";
import { type DocumentInfo, declareDocument } from "./pdf-metadata.ts";

type Library = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** A page that takes longer is one that was made to. */
const PAGE_MS = 6_000;
/** Letters without a meaning in Unicode: more than this share, and the text is not what a reader sees. */
const MOST_UNREADABLE = 0.1;
const UNREADABLE = /[\ue000-\uf8ff\ufffd\u0080-\u009f]|[\u{f0000}-\u{10ffff}]/gu;

export const PDF: Format = {
  name: "PDF",
  endings: [".pdf"],
  matches: (file) => opensWith(file, /%PDF-\d/),
  extract: readPdf,
};

async function readPdf(file: FileBytes, options: ExtractOptions): Promise<Extraction> {
  if (unpacksBeyond(file.bytes, options.maxBytes))
    return refuse(
      "too-large",
      `it unpacks to more than ${options.maxBytes} bytes; save its pages in several files`,
    );
  const library = await loadLibrary();
  if (library === undefined)
    return refuse(
      "unreadable",
      "PDFs are read with pdfjs-dist, which is not installed: npm install pdfjs-dist@5.6.205",
    );
  const task = openDocument(library, file.bytes);
  try {
    return await readDocument(library, await task.promise, options);
  } catch (error) {
    return refuseFor(error);
  } finally {
    await task.destroy();
  }
}

async function loadLibrary(): Promise<Library | undefined> {
  try {
    // Only drawn pages need it, and none is drawn: so it runs where the canvas package is left out.
    if (!("DOMMatrix" in globalThis)) Object.assign(globalThis, { DOMMatrix: class DOMMatrix {} });
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } catch {
    return undefined;
  }
}

/** No network, no generated code, no pictures: fonts and tables of characters come from the package. */
function openDocument(library: Library, bytes: Uint8Array): ReturnType<Library["getDocument"]> {
  const folder = (name: string): string =>
    fileURLToPath(
      new URL(`../../${name}/`, import.meta.resolve("pdfjs-dist/legacy/build/pdf.mjs")),
    );
  return library.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    cMapUrl: folder("cmaps"),
    standardFontDataUrl: folder("standard_fonts"),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 0,
  });
}

function refuseFor(error: unknown): Extraction {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  if (name === "PasswordException")
    return refuse(
      "encrypted",
      "it opens with a password only; save it without: qpdf --decrypt --password=PASSWORD in.pdf out.pdf",
    );
  return refuse(
    "damaged",
    `it is no sound PDF (${message.split("\n")[0]}); qpdf in.pdf out.pdf may mend it, or save it again`,
  );
}

async function readDocument(
  library: Library,
  document: PDFDocumentProxy,
  options: ExtractOptions,
): Promise<Extraction> {
  const seen: Seen = { empty: [], unread: [], sideways: [], comments: 0, fields: 0 };
  const names = new Map(Object.entries(library.OPS).map(([name, code]) => [code, name]));
  const layers = await document.getOptionalContentConfig();
  const isVisible = (group: unknown): boolean => layers.isVisible(group as never);
  const pages: TaggedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    if (options.signal?.aborted === true) throw options.signal.reason;
    const page = await within(PAGE_MS, readPage(document, number, { names, isVisible, seen }));
    if (page === "late")
      return refuse("damaged", `page ${number} takes too long to read; print it to a new PDF`);
    if (page !== undefined) pages.push(page);
    // A count of pages that the file does not hold.
    if (seen.unread.length > MOST_UNREAD && pages.length === 0) break;
  }
  const letters = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join("");
  if (letters.trim() === "") return refuseEmpty(seen);
  if ((letters.match(UNREADABLE)?.length ?? 0) > MOST_UNREADABLE * letters.length)
    return refuse(
      "bad-encoding",
      "its fonts do not say which letters they draw; run ocrmypdf --force-ocr in.pdf out.pdf and use that file",
    );
  const { text, blocks, places } = composeArticle(pages);
  if (text === "") return refuse("no-prose", "there is nothing but heads and page numbers in it");
  const metadata = declareDocument(await readInfo(document));
  const doubts = [...(metadata.doubts ?? []), ...(await listDoubts(document, seen))];
  const told = { ...metadata, ...(doubts.length > 0 && { doubts }) };
  return {
    articles: [{ text, extracted: { format: "PDF", blocks, metadata: told, places } }],
    refused: [],
  };
}
const MOST_UNREAD = 20;

/** What is in the file and not in the text. */
interface Seen {
  readonly empty: number[];
  readonly unread: number[];
  readonly sideways: number[];
  comments: number;
  fields: number;
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  context: {
    names: ReadonlyMap<number, string>;
    isVisible: (group: unknown) => boolean;
    seen: Seen;
  },
): Promise<TaggedPage | undefined> {
  const { seen } = context;
  try {
    const page = await document.getPage(number);
    const operators = await page.getOperatorList({ annotationMode: 0 });
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const runs = readRuns({
      page: number,
      names: operators.fnArray.map((code) => context.names.get(code) ?? ""),
      args: operators.argsArray,
      shown: transform as [number, number, number, number, number, number],
      width,
      height,
      font: (id) => readFont(page, id),
      isVisible: context.isVisible,
    });
    if (runs.runs.length === 0) seen.empty.push(number);
    if (runs.aside.trim() !== "") seen.sideways.push(number);
    for (const { subtype, contentsObj, fieldValue } of await page.getAnnotations()) {
      if (subtype === "Widget" && typeof fieldValue === "string" && fieldValue !== "")
        seen.fields += 1;
      else if (contentsObj?.str && subtype !== "Link" && subtype !== "Popup") seen.comments += 1;
    }
    const tags = await page.getStructTree();
    const { num, gen } = page.ref ?? { num: 0, gen: 0 };
    page.cleanup();
    return { ...runs, tags, object: gen === 0 ? `p${num}R` : `p${num}R${gen}` };
  } catch {
    seen.unread.push(number);
    return undefined;
  }
}

function readFont(page: PDFPageProxy, id: string): PageFont {
  const font = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
  const unit = font?.fontMatrix?.[0] ?? 0.001;
  const [, bottom = 0, , top = 0] = font?.bbox ?? [];
  const drawn = (font?.fontMatrix?.[3] ?? 0.001) * (top - bottom);
  return { name: font?.name ?? id, unit, em: font?.isType3Font === true && drawn > 0 ? drawn : 1 };
}

/** Waits no longer than that. A clock only tells a page apart that would never end. */
async function within<Value>(ms: number, work: Promise<Value>): Promise<Value | "late"> {
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

function refuseEmpty({ empty, unread }: Seen): Extraction {
  if (empty.length === 0 && unread.length > 0)
    return refuse(
      "damaged",
      "none of its pages can be read; qpdf in.pdf out.pdf may mend it, or save it again",
    );
  return refuse(
    "no-prose",
    "its pages are pictures without text; recognise it first: ocrmypdf in.pdf out.pdf",
  );
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
    created: told["CreationDate"],
    creator: told["Creator"],
    producer: told["Producer"],
  };
}

async function listDoubts(document: PDFDocumentProxy, seen: Seen): Promise<readonly Doubt[]> {
  const files = Object.keys((await document.getAttachments()) ?? {}).length;
  const list = (pages: readonly number[]): string =>
    `page${pages.length === 1 ? "" : "s"} ${pages.slice(0, 8).join(", ")}${pages.length > 8 ? " …" : ""}`;
  const told = [
    seen.empty.length > 0 &&
      `no text on ${list(seen.empty)}: a picture is not read (ocrmypdf recognises its words)`,
    seen.unread.length > 0 && `not read, for it is damaged: ${list(seen.unread)}`,
    seen.sideways.length > 0 &&
      `text that stands aslant or on its side is not read: ${list(seen.sideways)}`,
    seen.comments > 0 && `comments on its pages are not read: ${seen.comments}`,
    seen.fields > 0 && `filled fields of its form are not read: ${seen.fields}`,
    files > 0 && `files attached to it are not read: ${files}`,
  ];
  return told.flatMap((detail) => (detail === false ? [] : [{ line: 1, key: "", detail }]));
}
