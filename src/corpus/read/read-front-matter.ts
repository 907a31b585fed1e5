// The head of a text → its front matter: where it lies and the plain values that it gives.

import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { Span } from "../../core/span.ts";

export interface FrontMatter extends Span {
  /** Keys in lower case. Only plain values: text, lists of text, and one level of named text. */
  readonly values: ReadonlyMap<string, FrontMatterValue>;
}
export type FrontMatterValue = string | readonly string[] | ReadonlyMap<string, string>;

const LONGEST = 32_768;
const OPEN = /^---([^\r\n]*)(?:\r\n|\r|\n)/;
const CLOSE = /(?:^|[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
/** Deeper than any real front matter, and far from what the reader's stack can hold. */
const DEEPEST = 64;

/**
 * Front matter fenced by `---` at the very start of a text; `undefined` where there is none. It is
 * data only: every scalar stays text as written, aliases and tags are not resolved, and a fence that
 * names another language (`---js`) is set aside unread. What is broken inside gives no values.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const open = OPEN.exec(text);
  if (open === null) return undefined;
  const language = (open[1] ?? "").trim().toLowerCase();
  if (!/^(?:[a-z]+)?$/.test(language)) return undefined;
  const head = text.slice(open[0].length, open[0].length + LONGEST);
  const close = head.matchAll(CLOSE).next().value;
  if (close === undefined) return undefined;
  const source = head.slice(0, close.index);
  const span = { start: 0, end: open[0].length + close.index + close[0].length };
  const values = /^(?:yaml|yml)?$/.test(language) ? readValues(source) : new Map();
  if (
    language === "" &&
    values.size === 0 &&
    source.trim() !== "" &&
    !/^[\w-]+\s*:/m.test(source)
  ) {
    return undefined;
  }
  return { ...span, values };
}

function readValues(source: string): ReadonlyMap<string, FrontMatterValue> {
  if (nests(source)) return new Map();
  const root = parseDocument(source, { schema: "failsafe", logLevel: "silent", stringKeys: true });
  return isMap(root.contents) && root.errors.length === 0
    ? readMap(root.contents)
    : readLines(source);
}

function nests(source: string): boolean {
  const brackets = source.replace(/[^[{]/g, "").length;
  return brackets > DEEPEST || /(?:[-?:][ \t]+){16}/.test(source) || /^[ \t]{128}/m.test(source);
}

function readMap(map: YAMLMap): ReadonlyMap<string, FrontMatterValue> {
  const values = new Map<string, FrontMatterValue>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value).toLowerCase();
    if (isScalar(value)) values.set(name, String(value.value ?? "").trim());
    else if (isSeq(value))
      values.set(
        name,
        value.items.filter(isScalar).map((item) => String(item.value)),
      );
    else if (isMap(value)) values.set(name, readTexts(value));
  }
  return values;
}

function readTexts(map: YAMLMap): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { key, value } of map.items) {
    if (isScalar(key) && isScalar(value))
      values.set(String(key.value).toLowerCase(), String(value.value ?? "").trim());
  }
  return values;
}

/** `title: Chad: a report` is not YAML, but says what it means. */
function readLines(source: string): ReadonlyMap<string, FrontMatterValue> {
  const values = new Map<string, FrontMatterValue>();
  for (const [, key, value] of source.matchAll(/^([A-Za-z][\w-]*)[ \t]*:[ \t]+([^\r\n]+)$/gm)) {
    if (key === undefined || value === undefined) continue;
    values.set(key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  return values;
}
