// The labelled drafts of this folder → their texts without labels, and where each labelled quote stands.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../src/core/check.ts";
import type { Span } from "../../src/core/span.ts";

/** The span is in the draft's text, marks included, in UTF-16 units. */
export interface LabelledQuote extends Span {
  readonly verdict: Verdict;
}

export interface LabelledDraft {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly LabelledQuote[];
}

const VERDICTS: Readonly<Record<string, Verdict>> = {
  v: "verified",
  t: "typographic",
  e: "edited",
  m: "misleading",
  a: "altered",
  x: "misattributed",
  "?": "ambiguous",
  "0": "missing",
};
const LABEL = /⟦([vtemax?0]) ([^⟧]*)⟧/g;
const FOLDER: string = import.meta.dirname;

export function readDrafts(): readonly LabelledDraft[] {
  return readFolder(FOLDER).map(({ id, text }) => takeLabels(id, text));
}

/** The articles that the drafts quote. */
export function readDraftArticles(): readonly { readonly id: string; readonly text: string }[] {
  return readFolder(join(FOLDER, "articles"));
}

function readFolder(folder: string): { id: string; text: string }[] {
  const names = readdirSync(folder).filter((name) => /\.(?:md|txt|html)$/.test(name));
  return names
    .filter((name) => name !== "README.md")
    .sort()
    .map((id) => ({ id, text: readFileSync(join(folder, id), "utf8") }));
}

function takeLabels(name: string, marked: string): LabelledDraft {
  const labels: LabelledQuote[] = [];
  let text = "";
  let taken = 0;
  for (const { 0: label, 1: letter = "", 2: words = "", index } of marked.matchAll(LABEL)) {
    const verdict = VERDICTS[letter];
    if (verdict === undefined) throw new RangeError(`${name}: no verdict ${letter}`);
    text += marked.slice(taken, index);
    labels.push({ start: text.length, end: text.length + words.length, verdict });
    text += words;
    taken = index + label.length;
  }
  return { name, text: text + marked.slice(taken), labels };
}
