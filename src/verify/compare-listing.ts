// An export's prose, its proofs and what was found → what else of it no longer agrees, as notes.

import type { SourceText } from "../core/article.ts";
import type { DocumentNote, LocatedFinding } from "../core/check.ts";
import { describePlaces } from "../core/place.ts";
import type { Proof, ProvedSource } from "../core/proof.ts";
import { checksumProse } from "../text/checksum.ts";
import { linesAt } from "../text/lines.ts";
import { readMarkdownProse } from "../text/markdown.ts";
import type { ProseBlock } from "../text/prose.ts";
import { flattenSpace } from "../text/words.ts";
import type { ExportContext, ProofEntry } from "./judge-exported.ts";

const PLACED = /^\[(\d{1,9})\] .{1,2000}, characters (\d{1,9}) to (\d{1,9})$/;

/** What the document's own list of sources says: the place of each number, the file of each source. */
export function readListing(
  blocks: readonly ProseBlock[],
): Pick<ExportContext, "listed" | "files"> {
  const listed = new Map<number, string>();
  const files = new Map<number, string>();
  let source = 0;
  for (const { text } of blocks) {
    const line = flattenSpace(text);
    source = Number(/^Source (\d{1,9})$/.exec(line)?.[1] ?? source);
    const placed = PLACED.exec(line);
    if (placed !== null) listed.set(Number(placed[1]), `${placed[2]}-${placed[3]}`);
    const file = /^File: (.+)$/.exec(line)?.[1];
    if (file !== undefined) files.set(source, file);
  }
  return { listed, files };
}

/** What an export shows of its quotes: the number beside each, and which are shown at all. */
interface ShownQuotes {
  /** Shown with another number than the proof's: the proof's number → the document's. */
  readonly numbers: ReadonlyMap<ProofEntry, number | undefined>;
  /** The number of a source in the document, where it is another one. */
  readonly sources: ReadonlyMap<number, number>;
}

/**
 * One note for each line that the proof leads one to expect and the document lacks or has
 * differently, and for each proved quote that is not shown.
 */
export function compareListing(
  proofs: readonly Proof[],
  blocks: readonly ProseBlock[],
  shown: ShownQuotes,
  context: ExportContext,
): readonly string[] {
  const lines = listLines(blocks);
  const rendered = new Set(blocks.map((block) => nameBlock(block)));
  const missing: string[] = [...compareShown(proofs, blocks)];
  const expect = (line: string): void => {
    if (!lines.has(flattenSpace(line)))
      missing.push(`The line “${line}” is missing or was changed.`);
  };
  for (const proof of proofs) {
    const heading = `Question: ${proof.question}`;
    expect(heading);
    for (const source of proof.listed ? proof.sources : []) {
      expectSource(source, shown, expect);
      const changed = (source.lines ?? []).filter((line) => !rendered.has(renderLine(line)));
      missing.push(...changed.map((line) => `The line “${line}” is missing or was changed.`));
    }
  }
  missing.push(...compareNotes(proofs, lines));
  for (const entry of context.entries) missing.push(...compareEntry(entry, shown, context, lines));
  return missing;
}

function compareShown(proofs: readonly Proof[], blocks: readonly ProseBlock[]): readonly string[] {
  const written = new Set(proofs.flatMap(({ shown }) => shown ?? []));
  if (written.size === 0) return [];
  written.delete(checksumProse(blocks));
  return written.size === 0 ? [] : ["What this page shows was changed since it was written."];
}

/** Footnotes may be set anew in another style of citations: that is told once, whatever their number. */
function compareNotes(proofs: readonly Proof[], lines: Lines): readonly string[] {
  const notes = proofs.flatMap((proof) => proof.notes ?? []);
  const changed = notes.filter((note) => !lines.has(flattenSpace(note)));
  const [first] = changed;
  if (first === undefined) return [];
  const rest = changed.length === 1 ? "" : `, and ${changed.length - 1} more,`;
  return [`The footnote “${first}”${rest} is missing or was changed.`];
}

/** Each line of the document with the targets of the links in it, wherever it stands. */
type Lines = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

function listLines(blocks: readonly ProseBlock[]): Lines {
  const lines = new Map<string, ReadonlySet<string>[]>();
  for (const { text, pointers } of blocks) {
    const targets = new Set(pointers.map(({ target }) => target));
    const line = flattenSpace(text);
    lines.set(line, [...(lines.get(line) ?? []), targets]);
  }
  return lines;
}

function expectSource(
  source: ProvedSource,
  { sources }: ShownQuotes,
  expect: (line: string) => void,
): void {
  expect(`Source ${sources.get(source.number) ?? source.number}`);
  expect(`File: ${source.articleId}`);
  expect(`SHA-256 of the file: ${source.sha256}`);
}

function compareEntry(
  entry: ProofEntry,
  { numbers }: ShownQuotes,
  { articles }: ExportContext,
  lines: Lines,
): readonly string[] {
  const { proved, source, listed } = entry;
  const name =
    proved.number === undefined ? `The passage at ${entry.span.start}` : `[${proved.number}]`;
  if (!isShown(entry, numbers)) return [`${name} is proved, but its words are not shown.`];
  const number = numbers.get(entry);
  const notes: string[] = [];
  const article = articles.get(source?.articleId ?? "")?.source;
  if (article === undefined) return notes;
  if (!standsBetween(entry, article.text)) {
    notes.push(`${name} stands between other words than its proof says.`);
  }
  if (!listed) return notes;
  const line = flattenSpace(placeLine(entry, number, article));
  const found = lines.get(line);
  if (found === undefined) notes.push(`The line “${line}” is missing or was changed.`);
  else if (!found.every((targets) => proved.page === undefined || targets.has(proved.page))) {
    notes.push(`The line “${line}” links to another page than the proof.`);
  }
  return notes;
}

/** Where words have no number in the document, one showing of them serves all entries for them. */
function isShown(entry: ProofEntry, numbers: ShownQuotes["numbers"]): boolean {
  const numbered = entry.listed && entry.proved.number !== undefined;
  if (numbers.has(entry) || numbered) return numbers.has(entry);
  const { exact } = entry.proved.quote;
  return [...numbers.keys()].some(({ proved }) => proved.quote.exact === exact);
}

function standsBetween({ proved: { quote }, span }: ProofEntry, text: string): boolean {
  const before = text.slice(0, span.start);
  return before.endsWith(quote.prefix) && text.slice(span.end).startsWith(quote.suffix);
}

/** The line that an export has for the place of a quote, or below a closest passage. */
function placeLine(
  { proved, source, span: { start, end } }: ProofEntry,
  number: number | undefined,
  { text, extracted }: SourceText,
): string {
  if (proved.number === undefined) {
    return `From ${source?.articleId}, characters ${start} to ${end}.`;
  }
  const where =
    extracted === undefined
      ? `line ${linesAt(text, [start])[0] ?? 1}`
      : describePlaces(extracted.places({ start, end }));
  return `[${number ?? proved.number}] ${where}, characters ${start} to ${end}`;
}

function renderLine(markdown: string): string {
  return readMarkdownProse(markdown).blocks.map(nameBlock).join(" ");
}

/** A block's words with the targets of its links, which a reader follows. */
function nameBlock({ text, pointers }: ProseBlock): string {
  return flattenSpace([text, ...pointers.map(({ target }) => target)].join(" "));
}

/** A note for each verified quote whose citation gives another line than the one that it begins in. */
export function noteCitedLines(findings: readonly LocatedFinding[]): readonly DocumentNote[] {
  return findings.flatMap(({ quotation: { cited }, proved, verdict, place, at }) => {
    if (cited?.line === undefined || proved === undefined || verdict !== "verified") return [];
    if (place === undefined || place.line === cited.line) return [];
    const text = `The citation gives line ${cited.line}; the words begin in line ${place.line}.`;
    return [{ line: at.line, text }];
  });
}
