// A PDF → one article: its text in reading order, page and rectangle of each line; encrypted, damaged and unread scans are refused.

import type { Doubt } from "../../core/article.ts";
import { PullquoteError } from "../../core/errors.ts";
import { type Extraction, type ExtractOptions, type FileBytes, refuse } from "./format.ts";
import { composeArticle } from "./pdf-article.ts";
import { findExcess } from "./pdf-bounds.ts";
import { declareDocument } from "./pdf-metadata.ts";
import { loadPdfReader, type PdfDocument } from "./pdf-pages.ts";
import { type FoundScans, findScans } from "./pdf-scans.ts";

/** Letters without a meaning in Unicode: more than this share, and the text is not what a reader sees. */
const MOST_UNREADABLE = 0.1;
const UNREADABLE = /[\ue000-\uf8ff\ufffd\u0080-\u009f\u{f0000}-\u{10ffff}]/gu;
/** Of the bytes that are read of a file: so many times that may be unpacked. */
const UNPACKED = 5;

export async function readPdf(file: FileBytes, options: ExtractOptions): Promise<Extraction> {
  const { bytes } = file;
  const excess = findExcess(bytes, UNPACKED * options.maxBytes);
  if (excess === "size")
    return refuse(
      "too-large",
      "it unpacks to more than may be read; save its pages in several files",
    );
  if (excess === "nesting")
    return refuse("damaged", "its drawings hold one another without end; print it to a new PDF");
  const reader = await loadPdfReader();
  if (reader === undefined)
    return refuse(
      "unreadable",
      "pdfjs-dist reads PDFs and is not installed: npm install pdfjs-dist",
    );
  try {
    const document = await reader.read(bytes, options.signal);
    const { empty } = document.seen;
    const scans =
      empty.length === 0
        ? NO_SCANS
        : await findScans(
            file,
            empty,
            options.scans,
            () => reader.openImages(bytes),
            options.signal,
          );
    return makeArticle(document, scans);
  } catch (error) {
    if (options.signal?.aborted === true) throw options.signal.reason;
    if (error instanceof PullquoteError) throw error;
    return refuseFor(error);
  }
}

const NO_SCANS: FoundScans = { kind: "found", pages: [] };

function makeArticle(document: PdfDocument, found: FoundScans): Extraction {
  const { pages, late, seen } = document;
  const scans = found.kind === "found" ? found.pages : [];
  if (late !== undefined)
    return refuse("damaged", `page ${late} takes too long to read; print it to a new PDF`);
  const letters = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join("");
  if (letters.trim() === "" && scans.every(({ paragraphs }) => paragraphs.length === 0))
    return refuseEmpty(document, found);
  if ((letters.match(UNREADABLE)?.length ?? 0) > MOST_UNREADABLE * letters.length)
    return refuse(
      "bad-encoding",
      "its fonts do not say which letters they draw; recognise them: ocrmypdf --force-ocr in.pdf out.pdf",
    );
  const { text, blocks, places } = composeArticle(pages, scans);
  if (text === "") return refuse("no-prose", "there is nothing but heads and page numbers in it");
  const declared = declareDocument(document.info);
  const doubts = [...(declared.doubts ?? []), ...listDoubts(seen, found, letters.trim() !== "")];
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

function refuseEmpty({ seen }: PdfDocument, found: FoundScans): Extraction {
  if (seen.empty.length === 0)
    return refuse(
      "damaged",
      "none of its pages can be read; qpdf in.pdf out.pdf may mend it, or get it again",
    );
  if (found.kind === "none") return refuse("no-prose", `its pages are pictures; ${found.help}`);
  const [first] = found.pages;
  return refuse(
    "no-prose",
    `its pages are pictures, and no text was recognised in them (page ${first?.number}: ${first?.fault})`,
  );
}

function listDoubts(
  seen: PdfDocument["seen"],
  found: FoundScans,
  hasText: boolean,
): readonly Doubt[] {
  const scans = found.kind === "found" ? found.pages : [];
  const read = scans.filter(({ paragraphs }) => paragraphs.length > 0).map(({ number }) => number);
  const faulty = scans.filter(({ fault }) => fault !== undefined);
  const list = (pages: readonly number[]): string =>
    `page${pages.length === 1 ? "" : "s"} ${pages.slice(0, 8).join(", ")}${pages.length > 8 ? " …" : ""}`;
  const told = [
    found.kind === "none" && `no text on ${list(seen.empty)}; ${found.help}`,
    read.length > 0 &&
      `recognised from a scan, not verified against the page: ${list(read)}${hasText ? ", which stand behind the rest" : ""}`,
    faulty.length > 0 &&
      `nothing recognised on ${list(faulty.map(({ number }) => number))}: ${faulty[0]?.fault}`,
    seen.unread.length > 0 && `damaged, and not read: ${list(seen.unread)}`,
    seen.aside.length > 0 && `text on its side is not read: ${list(seen.aside)}`,
    seen.comments > 0 && `comments are not read: ${seen.comments}`,
    seen.fields > 0 && `filled fields of a form are not read: ${seen.fields}`,
    seen.attachments > 0 && `attached files are not read: ${seen.attachments}`,
  ];
  return told.flatMap((detail) => (detail === false ? [] : [{ line: 1, key: "", detail }]));
}
