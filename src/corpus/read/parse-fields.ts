// The source between two fences, as YAML, TOML or plain lines → keys with their values and lines.

import { parse as parseTomlText, TomlDate } from "smol-toml";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

export type FieldValue = string | readonly FieldValue[] | ReadonlyMap<string, FieldValue>;
export interface FrontMatterEntry {
  /** In lower case. */
  readonly key: string;
  readonly value: FieldValue;
  readonly line: number;
}
export interface ParsedFields {
  readonly entries: readonly FrontMatterEntry[];
  readonly doubts: readonly { readonly line: number; readonly detail: string }[];
}

/** Deeper than any real front matter, and far from what the reader's stack can hold. */
const DEEPEST = 64;
const DEEPEST_VALUE = 6;
/** Tables in which site generators keep a page's own fields. */
const FOLDED_TABLES: ReadonlySet<string> = new Set(["params", "extra", "taxonomies", "metadata"]);
const LINE_END = /\r\n|\r|\n/;

/** Every scalar stays text. Lines are counted from 0. What is no YAML is read line by line. */
export function parseYaml(source: string): ParsedFields {
  if (nests(source)) return { entries: [], doubts: [{ line: 0, detail: "it nests too deeply" }] };
  const lineCounter = new LineCounter();
  const root = parseDocument(source, {
    schema: "failsafe",
    logLevel: "silent",
    stringKeys: true,
    uniqueKeys: false,
    lineCounter,
  });
  if (!isMap(root.contents) || root.errors.length > 0) return parseLines(source, ":");
  const entries: FrontMatterEntry[] = [];
  for (const { key, value } of root.contents.items) {
    if (!isScalar(key)) continue;
    const line = lineCounter.linePos(key.range?.[0] ?? 0).line - 1;
    addEntry(entries, String(key.value), readNode(value as Node | null, 0), line);
  }
  return { entries, doubts: [] };
}

/** As {@link parseYaml}, for TOML. */
export function parseToml(source: string): ParsedFields {
  if (nests(source)) return { entries: [], doubts: [{ line: 0, detail: "it nests too deeply" }] };
  let table: Record<string, unknown>;
  try {
    table = parseTomlText(source, { integersAsBigInt: true });
  } catch {
    return parseLines(source, "=");
  }
  const lines = source.split(LINE_END);
  const entries: FrontMatterEntry[] = [];
  for (const [key, value] of Object.entries(table)) {
    const name = key.replace(/[^\w-]/g, ".");
    const at = lines.findIndex((line) => new RegExp(`^\\s*\\[*["']?${name}\\b`).test(line));
    addEntry(entries, key, readToml(value, 0), Math.max(at, 0));
  }
  return { entries, doubts: [] };
}

/** Lines above the first blank one, where two of them at least name what only a header names. */
export function parseHeader(paragraph: string): readonly FrontMatterEntry[] | undefined {
  const lines = paragraph.split(LINE_END);
  if (lines[0]?.startsWith("% ")) return parsePercent(lines);
  const entries = lines.map((text, line): FrontMatterEntry | undefined => {
    const [, key, value] = /^([A-Za-z][A-Za-z _-]{0,30}):[ \t]+(\S.*)$/.exec(text) ?? [];
    return key && value ? { key: key.toLowerCase(), value: value.trim(), line } : undefined;
  });
  if (entries.length < 2 || entries.includes(undefined)) return undefined;
  const found = entries.flatMap((entry) => entry ?? []);
  const keys = found.map(({ key }) => key);
  const titled = keys[0] === "title" || keys[0] === "headline";
  return titled && keys.some((key) => /author|by|date|publish|source|url|site/.test(key))
    ? found
    : undefined;
}

/** Pandoc's title block: `% title`, `% authors; of them`, `% date`. */
function parsePercent(lines: readonly string[]): readonly FrontMatterEntry[] | undefined {
  if (lines.length > 3 || !lines.every((line) => line.startsWith("%"))) return undefined;
  return lines.flatMap((text, line) => {
    const written = text.slice(1).trim();
    const key = ["title", "author", "date"][line] ?? "";
    const value = line === 1 ? written.split(/\s*;\s*/) : written;
    return written === "" ? [] : [{ key, value, line }];
  });
}

function addEntry(entries: FrontMatterEntry[], key: string, value: FieldValue, line: number): void {
  const name = key.trim().toLowerCase();
  entries.push({ key: name, value, line });
  if (!FOLDED_TABLES.has(name) || !(value instanceof Map)) return;
  for (const [inner, kept] of value) entries.push({ key: inner, value: kept, line });
}

function nests(source: string): boolean {
  const brackets = source.replace(/[^[{]/g, "").length;
  return (
    brackets > DEEPEST * 4 ||
    /[[{][[{\s]{64}/.test(source) ||
    /(?:[-?:][ \t]+){16}/.test(source) ||
    /^[ \t]{128}/m.test(source)
  );
}

function readNode(node: Node | null, depth: number): FieldValue {
  if (isScalar(node)) return String(node.value ?? "").trim();
  if (depth >= DEEPEST_VALUE) return "";
  if (isSeq(node)) return node.items.map((item) => readNode(item as Node | null, depth + 1));
  if (!isMap(node)) return "";
  const values = new Map<string, FieldValue>();
  for (const { key, value } of node.items) {
    if (isScalar(key))
      values.set(foldKey(String(key.value)), readNode(value as Node | null, depth + 1));
  }
  return values;
}

function readToml(value: unknown, depth: number): FieldValue {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== "object" || value === null) return String(value).trim();
  if (depth >= DEEPEST_VALUE) return "";
  if (Array.isArray(value)) return value.map((item) => readToml(item, depth + 1));
  return new Map(
    Object.entries(value).map(([key, item]) => [foldKey(key), readToml(item, depth + 1)]),
  );
}

/** In lower case, but for a key that is a person's name: `Ana Roe: reporter`. */
const foldKey = (key: string): string =>
  /\p{Lu}[\p{L}.'’-]* \p{Lu}/u.test(key) ? key : key.toLowerCase();

/**
 * `title: Chad: a report` is not YAML, but says what it means. A key without a value takes the list
 * below it. What is neither is told.
 */
function parseLines(source: string, sign: ":" | "="): ParsedFields {
  const entries: FrontMatterEntry[] = [];
  const doubts: { line: number; detail: string }[] = [];
  let open: string[] = [];
  for (const [line, text] of source.split(LINE_END).entries()) {
    const [, key, value = ""] = FIELD[sign].exec(text.trimEnd()) ?? [];
    const item = /^\s*- (.*)$/.exec(text)?.[1];
    if (key !== undefined) {
      open = [];
      entries.push({ key: key.toLowerCase(), value: readWritten(value) || open, line });
    } else if (item !== undefined) {
      open.push(unquote(item.trim()));
    } else if (!SILENT_LINE.test(text)) {
      doubts.push({ line, detail: `${JSON.stringify(text.trim().slice(0, 60))} is no field` });
    }
  }
  return { entries, doubts };
}

const FIELD = {
  ":": /^([\p{L}][\p{L}\w .-]*?)[ \t]*:(?:[ \t]+(.*))?$/u,
  "=": /^([\p{L}][\p{L}\w.-]*)[ \t]*=[ \t]*(.*)$/u,
} as const;
/** Blank, a comment, or the head of a table. */
const SILENT_LINE = /^\s*(?:#.*|\[[\w."-]+\]\s*)?$/;

/** `[Ana Roe, Bo Lind]` is a list, `"…"` a quoted text; all else is what it is. */
function readWritten(value: string): FieldValue {
  const written = value.trim();
  const list = /^\[(?!\[)([^[\]]*)\]$/.exec(written)?.[1];
  return list === undefined
    ? unquote(written)
    : list.split(",").map((item) => unquote(item.trim()));
}

const unquote = (text: string): string => text.replace(/^(["'])(.*)\1$/, "$2");
