// The pages of a document, each with its runs of letters and its tags → the article's text, blocks and places.

import type { ExtractedBlock } from "../../core/article.ts";
import type { FindPlaces } from "../../core/place.ts";
import type { ScannedPage } from "../../core/ports/scan-reader.ts";
import { TextComposer } from "./compose-text.ts";
import { ColumnFinder } from "./pdf-columns.ts";
import { type Footnote, joinFootnotes, partFootnotes, readLabel } from "./pdf-footnotes.ts";
import { findFurniture } from "./pdf-furniture.ts";
import { joinLines, readSpelling, type Spelling, showHyphens } from "./pdf-hyphens.ts";
import { type Line, layDrawnLines, layLines, liftInitials, readLine } from "./pdf-lines.ts";
import {
  joinParagraphs,
  type Measure,
  measureText,
  type Paragraph,
  splitParagraphs,
} from "./pdf-paragraphs.ts";
import type { PageRuns, Run } from "./pdf-runs.ts";
import { writeScans } from "./pdf-scan-text.ts";
import { readTags, type TaggedBlock, type TagNode } from "./pdf-tags.ts";

export interface TaggedPage extends PageRuns {
  readonly tags: TagNode | null;
  /** How its tags call it. */
  readonly object: string;
}

interface PdfText {
  readonly text: string;
  readonly blocks: readonly ExtractedBlock[];
  readonly places: FindPlaces;
}

type LaidBlock = TaggedBlock & { readonly lines: readonly Line[] };

/** A page's lines: by its tags, or else by columns. */
interface LaidPage {
  readonly page: TaggedPage;
  readonly blocks?: readonly LaidBlock[];
  readonly columns: readonly (readonly Line[])[];
}

interface PageText {
  readonly page: number;
  readonly columns: readonly (readonly Paragraph[])[];
  readonly notes: readonly Footnote[];
}

/** What was recognised in scans stands behind the other pages' text. */
export function composeArticle(
  pages: readonly TaggedPage[],
  scans: readonly ScannedPage[],
): PdfText {
  const furniture = findFurniture(pages);
  const finder = new ColumnFinder();
  const laid = pages.map((page) => layPage(page, furniture, finder));
  const lines = laid.flatMap(({ columns }) => columns.flat());
  const measure = measureText(lines);
  const indented = findIndents(laid);
  const texts = readPages(laid, measure, indented);
  const read = (line: Line): string => readLine(line, nearLabels(texts, line.page));
  const writer = new ArticleWriter(pages, read, readSpelling(lines.map(read)));
  for (const { kind, level, lines: own } of joinParagraphs(
    texts.flatMap(({ columns }) => columns),
    indented,
  ))
    writer.write(kind, level, own);
  for (const note of joinFootnotes(texts.flatMap(({ notes }) => notes)))
    writer.write("paragraph", 0, note.lines, note.label);
  return writer.finish(scans);
}

/** Of footnotes on a page and those beside it: a paragraph may run over to where its note is not. */
function nearLabels(texts: readonly PageText[], page: number): ReadonlySet<string> {
  const near = texts.filter((text) => Math.abs(text.page - page) <= 1);
  return new Set(near.flatMap(({ notes }) => notes.map(({ label }) => label)));
}

function layPage(page: TaggedPage, furniture: ReadonlySet<Run>, finder: ColumnFinder): LaidPage {
  const runs = page.runs.filter((run) => !furniture.has(run));
  const tagged = readTags(page.tags, { ...page, runs }, page.object);
  if (tagged !== undefined) {
    const blocks = tagged.map((block) => ({
      ...block,
      lines: layDrawnLines(liftInitials(block.runs), page.page),
    }));
    return { page, blocks, columns: blocks.map(({ lines }) => lines) };
  }
  const regions = finder.order(liftInitials(runs));
  return { page, columns: regions.map((region) => layLines(region, page.page)) };
}

/** Whether paragraphs open with an indented line: one line in fifteen is further right than those beside it. */
function findIndents(pages: readonly LaidPage[]): boolean {
  let [indents, all] = [0, 0];
  for (const lines of pages.flatMap(({ columns }) => columns)) {
    for (const [at, { left, size }] of lines.entries()) {
      const [before, after] = [lines[at - 1], lines[at + 1]];
      if (before === undefined || after === undefined) continue;
      all += 1;
      const by = left - after.left;
      if (by > 0.8 * size && by < 4 * size && Math.abs(before.left - after.left) < 0.3 * size)
        indents += 1;
    }
  }
  return indents * 15 > all;
}

function readPages(
  pages: readonly LaidPage[],
  measure: Measure,
  indented: boolean,
): readonly PageText[] {
  const texts: PageText[] = [];
  for (const page of pages) {
    const open = texts.findLast(({ notes }) => notes.length > 0)?.notes.at(-1);
    texts.push(
      page.blocks === undefined
        ? readColumns(page, measure, indented, open)
        : readBlocks(page.page.page, page.blocks),
    );
  }
  return texts;
}

/** `open`: the last footnote before this page. */
function readColumns(
  { page: { page }, columns }: LaidPage,
  measure: Measure,
  indented: boolean,
  open: Footnote | undefined,
): PageText {
  const notes: Footnote[] = [];
  const texts = columns.map((lines) => {
    const parted = partFootnotes(lines, measure.size, notes.at(-1) ?? open);
    notes.push(...parted.notes);
    return parted.text;
  });
  const labels = new Set(notes.map(({ label }) => label));
  const isReference = ({ runs: [first, ...more], size }: Line): boolean =>
    more.length === 0 && size < 0.7 * measure.size && labels.has(first?.text ?? "");
  const split = (lines: readonly Line[]): readonly Paragraph[] =>
    splitParagraphs(
      lines.filter((line) => !isReference(line)),
      measure,
      indented,
    );
  return { page, columns: texts.map(split), notes };
}

function readBlocks(page: number, blocks: readonly LaidBlock[]): PageText {
  const right = Math.max(...blocks.flatMap(({ lines }) => lines.map((line) => line.right)));
  const text = blocks.filter(({ isNote }) => !isNote);
  const notes = blocks.filter(({ isNote, lines }) => isNote && lines.length > 0);
  return {
    page,
    columns: [text.map(({ kind, level, lines }) => ({ kind, level, lines, right }))],
    notes: notes.map(({ lines }) => ({ label: readLabel(lines[0] as Line) ?? "", lines })),
  };
}

class ArticleWriter {
  readonly #composer = new TextComposer();
  readonly #places: ReadonlyMap<number, TaggedPage["place"]>;
  readonly #read: (line: Line) => string;
  readonly #spelling: Spelling;

  constructor(pages: readonly TaggedPage[], read: (line: Line) => string, spelling: Spelling) {
    this.#places = new Map(pages.map(({ page, place }) => [page, place]));
    this.#read = read;
    this.#spelling = spelling;
  }

  /** A footnote's label stands apart from its words. */
  write(kind: ExtractedBlock["kind"], level: number, lines: readonly Line[], label = ""): void {
    const composer = this.#composer;
    composer.begin(kind, level);
    const texts = lines.map((line, at) =>
      at === 0 && label !== "" ? readLine(line) : this.#read(line),
    );
    for (const [at, line] of lines.entries()) {
      const text = texts[at] ?? "";
      const next = texts[at + 1];
      const join = next === undefined ? { cut: 0, put: "" } : joinLines(text, next, this.#spelling);
      const step = this.#places.get(line.page)?.(line.box);
      const place = step === undefined ? undefined : () => [step];
      const own = showHyphens(text.slice(0, text.length - join.cut));
      const isGlued =
        at === 0 && label !== "" && own.startsWith(label) && own.length > label.length;
      if (isGlued) {
        composer.put(label, place);
        composer.put(" ");
        composer.put(own.slice(label.length).trimStart(), place);
      } else composer.put(own, place);
      composer.put(join.put);
    }
  }

  finish(scans: readonly ScannedPage[]): PdfText {
    writeScans(this.#composer, scans);
    return this.#composer.finish();
  }
}
