// The head of a text → its front matter: where it lies, and what is written under which key on which line.

import type { Span } from "../../core/span.ts";
import {
  type FrontMatterEntry,
  type ParsedFields,
  parseHeader,
  parseToml,
  parseYaml,
} from "./parse-fields.ts";

export interface FrontMatter extends Span {
  /** In the order written; a key that is written twice is here twice. Plain values only. */
  readonly entries: readonly FrontMatterEntry[];
  /** Lines that could not be read, each with the reason. */
  readonly doubts: readonly DoubtfulLine[];
}
interface DoubtfulLine {
  /** Of the file, counted from 1. */
  readonly line: number;
  readonly detail: string;
}

const LONGEST = 32_768;
/** Blank lines and stray byte order marks in front of the fence: editors and clippers leave them. */
const BLANK = /^(?:[ \t\uFEFF]*(?:\r\n|\r|\n)){0,40}\uFEFF?/;
const LINE_END = /\r\n|\r|\n/g;
const FENCE = /^(---|\+\+\+|;;;)([^\r\n]*)(?:\r\n|\r|\n)/;
const CLOSE: Readonly<Record<string, RegExp>> = {
  "---": /(?:^|[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/,
  "+++": /(?:^|[\r\n])\+\+\+[ \t]*(?=\r|\n|$)/,
  ";;;": /(?:^|[\r\n]);;;[ \t]*(?=\r|\n|$)/,
};
const JSON_HEAD = /^\{[ \t]*[\r\n][\s\S]*?[\r\n]\}[ \t]*(?=\r|\n|$)/;
/** A key that only front matter has: "Breaking: …" may open a text below a rule. */
const OWN_KEY =
  /^(?:title|headline|authors?|byline|date|published|publisher|url|source|site|tags)$/;
const KEY_LINE = /^[ \t]*["']?[\p{L}\w][\p{L}\w .:-]{0,60}["']?[ \t]*[:=](?:[ \t]|$)/u;

/**
 * Front matter at the start of a text: YAML between `---`, TOML between `+++`, JSON, or lines
 * `Title: …` above a blank line; `undefined` where there is none. It is data only: every scalar stays
 * text as written, aliases and tags are not resolved, and a fence that names another language
 * (`---js`) is set aside doubts.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const blank = BLANK.exec(text)?.[0] ?? "";
  const head = text.slice(blank.length, blank.length + LONGEST);
  const before = countLineEnds(blank);
  const block = readFenced(head) ?? readJson(head) ?? readHeader(head);
  if (block === undefined) return undefined;
  const line = before + block.firstLine;
  return {
    start: 0,
    end: blank.length + block.length,
    entries: block.fields.entries.map((entry) => ({ ...entry, line: entry.line + line })),
    doubts: block.fields.doubts.map((fault) => ({ ...fault, line: fault.line + line })),
  };
}

interface HeadBlock {
  /** Code units that the block takes, its fences included. */
  readonly length: number;
  /** Line of the head, counted from 1, on which the fields begin. */
  readonly firstLine: number;
  /** Their lines are counted from 0. */
  readonly fields: ParsedFields;
}

function readFenced(head: string): HeadBlock | undefined {
  const open = FENCE.exec(head);
  const [fence = "", mark = "", name = ""] = open ?? [];
  if (open === null) return undefined;
  const language =
    name.trim().toLowerCase() || (mark === "+++" ? "toml" : mark === ";;;" ? "json" : "");
  if (!/^[a-z]*$/.test(language)) return undefined;
  const rest = head.slice(fence.length);
  const close = CLOSE[mark]?.exec(rest);
  if (!close) return readUnclosed(rest, mark, fence.length);
  const source = rest.slice(0, close.index);
  if (language === "" && !looksLikeFields(source)) return undefined;
  const length = fence.length + close.index + close[0].length;
  return { length, firstLine: 2, fields: parseLanguage(language, source) };
}

function parseLanguage(language: string, source: string): ParsedFields {
  if (/^(?:|yaml|yml|json)$/.test(language)) return parseYaml(source);
  if (language === "toml") return parseToml(source);
  const detail = `front matter in ${language} is not read; write it as YAML`;
  return { entries: [], doubts: [{ line: -1, detail }] };
}

/** Between two rules of a text stands prose, not a key on the first line. */
function looksLikeFields(source: string): boolean {
  const first = source.split(LINE_END).find((line) => line.trim() !== "" && !/^\s*#/.test(line));
  return first === undefined || KEY_LINE.test(first) || /^\s*[{?&!-]\s*\S/.test(first);
}

/** A fence that nobody closed: the lines below it that are fields, up to the first that is none. */
function readUnclosed(rest: string, mark: string, before: number): HeadBlock | undefined {
  const [paragraph = ""] = rest.split(/(?:\r\n|\r|\n)[ \t]*(?=\r|\n|$)/, 1);
  const lines = paragraph.split(LINE_END);
  if (!lines.every((line) => KEY_LINE.test(line) || /^\s*(?:- |\S.*:\s)/.test(line)))
    return undefined;
  const { entries, doubts } = mark === "+++" ? parseToml(paragraph) : parseYaml(paragraph);
  if (!entries.some(({ key }) => OWN_KEY.test(key))) return undefined;
  const detail = `the ${mark} that opens the front matter is never closed`;
  const fields = { entries, doubts: [{ line: -1, detail }, ...doubts] };
  return { length: before + paragraph.length, firstLine: 2, fields };
}

function readJson(head: string): HeadBlock | undefined {
  const source = JSON_HEAD.exec(head)?.[0];
  if (source === undefined) return undefined;
  const fields = parseYaml(source);
  return fields.entries.length === 0 ? undefined : { length: source.length, firstLine: 1, fields };
}

/** `Title: …` lines of MultiMarkdown, or the `% title` lines of Pandoc, above the first blank line. */
function readHeader(head: string): HeadBlock | undefined {
  const [paragraph = ""] = head.split(/(?:\r\n|\r|\n)[ \t]*(?=\r|\n|$)/, 1);
  const entries = parseHeader(paragraph);
  return entries === undefined
    ? undefined
    : { length: paragraph.length, firstLine: 1, fields: { entries, doubts: [] } };
}

const countLineEnds = (text: string): number => text.match(LINE_END)?.length ?? 0;
