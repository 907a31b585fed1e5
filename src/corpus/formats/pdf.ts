// A PDF → one article: its text in reading order, page and rectangle of each line; encrypted, damaged and scanned ones are refused.

import type { Doubt } from "../../core/article.ts";
import {
  type Extraction,
  type ExtractOptions,
  type FileBytes,
  type Format,
  opensWith,
  refuse,
} from "./format.ts";
import { composeArticle } from "./pdf-article.ts";
import { findExcess } from "./pdf-bounds.ts";
import { declareDocument } from "./pdf-metadata.ts";
import { loadPdfReader, type PdfDocument } from "./pdf-pages.ts";

/** Letters without a meaning in Unicode: more than this share, and the text is not what a reader sees. */
const MOST_UNREADABLE = 0.1;
const UNREADABLE = /[\ue000-\uf8ff\ufffd\u0080-\u009f\u{f0000}-\u{10ffff}]/gu;
/** Of the bytes that are read of a file: so many times that may be unpacked. */
const UNPACKED = 5;

export const PDF: Format = {
  name: "PDF",
  endings: [".pdf"],
  matches: (file) => opensWith(file, /%PDF-\d|^\s*\d+ \d+ obj\b/),
  extract: readPdf,
};

async function readPdf({ bytes }: FileBytes, options: ExtractOptions): Promise<Extraction> {
  const excess = findExcess(bytes, UNPACKED * options.maxBytes);
  if (excess === "size")
    return refuse(
      "too-large",
      "it unpacks to more than may be read; save its pages in several files",
    );
  if (excess === "nesting")
    return refuse("damaged", "its drawings hold one another without end; print it to a new PDF");
  const read = await loadPdfReader();
  if (read === undefined)
    return refuse(
      "unreadable",
      "pdfjs-dist reads PDFs and is not installed: npm install pdfjs-dist",
    );
  try {
    return makeArticle(await read(bytes, options.signal));
  } catch (error) {
    if (options.signal?.aborted === true) throw options.signal.reason;
    return refuseFor(error);
  }
}

function makeArticle(document: PdfDocument): Extraction {
  const { pages, late, seen } = document;
  if (late !== undefined)
    return refuse("damaged", `page ${late} takes too long to read; print it to a new PDF`);
  const letters = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join("");
  if (letters.trim() === "") return refuseEmpty(document);
  if ((letters.match(UNREADABLE)?.length ?? 0) > MOST_UNREADABLE * letters.length)
    return refuse(
      "bad-encoding",
      "its fonts do not say which letters they draw; recognise them: ocrmypdf --force-ocr in.pdf out.pdf",
    );
  const { text, blocks, places } = composeArticle(pages);
  if (text === "") return refuse("no-prose", "there is nothing but heads and page numbers in it");
  const declared = declareDocument(document.info);
  const doubts = [...(declared.doubts ?? []), ...listDoubts(seen)];
  const metadata = { ...declared, ...(doubts.length > 0 && { doubts }) };
  return {
    articles: [{ text, extracted: { format: "PDF", blocks, metadata, places } }],
    refused: [],
  };
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
    `it is no sound PDF (${message.split("\n")[0]}); qpdf in.pdf out.pdf may mend it, or get it again`,
  );
}

function refuseEmpty({ seen }: PdfDocument): Extraction {
  if (seen.empty.length === 0)
    return refuse(
      "damaged",
      "none of its pages can be read; qpdf in.pdf out.pdf may mend it, or get it again",
    );
  return refuse(
    "no-prose",
    "its pages are pictures, and pullquote recognises no text in pictures; ocrmypdf in.pdf out.pdf does",
  );
}

function listDoubts(seen: PdfDocument["seen"]): readonly Doubt[] {
  const list = (pages: readonly number[]): string =>
    `page${pages.length === 1 ? "" : "s"} ${pages.slice(0, 8).join(", ")}${pages.length > 8 ? " …" : ""}`;
  const told = [
    seen.empty.length > 0 &&
      `no text on ${list(seen.empty)}; ocrmypdf recognises what is in pictures`,
    seen.unread.length > 0 && `damaged, and not read: ${list(seen.unread)}`,
    seen.aside.length > 0 && `text on its side is not read: ${list(seen.aside)}`,
    seen.comments > 0 && `comments are not read: ${seen.comments}`,
    seen.fields > 0 && `filled fields of a form are not read: ${seen.fields}`,
    seen.attachments > 0 && `attached files are not read: ${seen.attachments}`,
  ];
  return told.flatMap((detail) => (detail === false ? [] : [{ line: 1, key: "", detail }]));
}
