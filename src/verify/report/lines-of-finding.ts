// A finding → the lines of plain text that tell a reader of it.

import type { Change, LocatedFinding, Place, WordChange } from "../../core/check.ts";

const LONGEST = 300;

/** The detail, what differs and where the words stand; nothing is made safe for a screen yet. */
export function tellFinding(finding: LocatedFinding): readonly string[] {
  const { quotation, detail, place, others, changes, words, invisible, verdict } = finding;
  return [
    `“${clip(quotation.text)}”`,
    detail,
    ...(verdict === "verified" ? [] : changes.map(tellChange)),
    ...(words.length > 0 ? [tellWords(words)] : []),
    ...(place === undefined
      ? []
      : [`${verdict === "missing" ? "Closest" : "Article"}: ${tellPlace(place)}`]),
    ...(place !== undefined && verdict !== "verified" ? [`    ${clip(place.text)}`] : []),
    ...others.map((other) => `Also: ${tellPlace(other)}`),
    ...(invisible.length > 0 ? [`Invisible characters inside: ${invisible.join(", ")}`] : []),
  ];
}

/** `file:line, characters a to b`. */
export function tellPlace({ path, line, start, end }: Place): string {
  return `${path}:${line}, characters ${start} to ${end}`;
}

const NAMES: Readonly<Record<Change["kind"], string>> = {
  typography: "typography",
  punctuation: "punctuation",
  case: "case",
  omission: "left out",
  insertion: "put in",
  number: "number",
  name: "name",
  negation: "negation",
  hedge: "hedge or condition",
  order: "order",
  splice: "joined",
  word: "words",
};

function tellChange({ kind, source, draft }: Change): string {
  if (kind === "omission") return `${NAMES[kind]}: ${show(source)}`;
  return `${NAMES[kind]}: article ${show(source)}, document ${show(draft)}`;
}

function show(text: string): string {
  if (text === "") return "nothing";
  return JSON.stringify(/\S/.test(text) ? clip(text) : text);
}

/** `[-article's-] {+document's+}`, as word diffs are written. */
export function tellWords(words: readonly WordChange[]): string {
  const parts = words.map(({ kind, text }) => {
    if (kind === "same") return clip(text);
    return kind === "source" ? `[-${clip(text)}-]` : `{+${clip(text)}+}`;
  });
  return `Words: ${parts.join(" ")}`;
}

/** One line of at most 300 units. */
export function clip(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST
    ? line
    : `${line.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
