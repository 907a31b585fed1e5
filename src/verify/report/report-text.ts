// Checked documents → the report for a terminal, and the lines that tell of one finding in any report.

import {
  type Change,
  type CheckedDocument,
  type CheckedDocuments,
  type Finding,
  type LocatedFinding,
  type Place,
  passes,
  type Verdict,
  type WordChange,
} from "../../core/check.ts";
import { showInvisible } from "../../text/invisible.ts";

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

/** All verdicts, from what stands to what could not be checked: the order of every report. */
export const VERDICTS: readonly Verdict[] = [
  "verified",
  "recognised",
  "moved",
  "typographic",
  "edited",
  "misleading",
  "altered",
  "misattributed",
  "ambiguous",
  "changed-source",
  "missing",
  "withdrawn",
  "unchecked",
];

/** Asides are not counted. Verdicts that no finding has are left out. */
export function countVerdicts(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counted = findings.filter(({ quotation }) => quotation.aside === undefined);
  const counts = VERDICTS.map(
    (verdict) => [verdict, counted.filter((one) => one.verdict === verdict).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** `12 quotes: 10 verified, 2 altered`. "No quotes" is said only of a document that was read whole. */
function describeCounts(findings: readonly Finding[], unread = 0): string {
  const counts = Object.entries(countVerdicts(findings));
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const lost = unread === 0 ? "" : `${unread} part${unread === 1 ? "" : "s"} not read`;
  if (total === 0) return lost === "" ? "no quotes" : `no quotes in what was read; ${lost}`;
  const parts = counts.map(([verdict, count]) => `${count} ${verdict}`);
  const told = `${total} quote${total === 1 ? "" : "s"}: ${parts.join(", ")}`;
  return lost === "" ? told : `${told}; ${lost}`;
}

interface TextReportForm {
  readonly strict: boolean;
  /** Tell of verified quotations and of asides too. */
  readonly all: boolean;
  readonly colour: boolean;
}

/** Nothing that a document or article holds can act on the terminal: it is shown as `<U+001B>`. */
export function reportText(checked: CheckedDocuments, form: TextReportForm): string {
  const parts = checked.documents.map((document) => reportDocument(document, form));
  const { articles, unreadable, whole } = checked;
  const lost = unreadable === 0 ? "" : ` ${unreadable} could not be read.`;
  const read = `${articles} article${articles === 1 ? "" : "s"}`;
  const searched = whole
    ? `Searched ${read}.`
    : `Read ${read}: every quote is judged by these, and the rest of the folder was not searched.`;
  return `${parts.join("\n\n")}\n\n${searched}${lost}`;
}

function reportDocument({ name, findings, notes }: CheckedDocument, form: TextReportForm): string {
  const told = findings.filter(
    (finding) =>
      form.all ||
      (finding.quotation.aside === undefined &&
        (finding.verdict !== "verified" || finding.invisible.length > 0)),
  );
  const unread = notes.filter((note) => note.unread === true);
  return [
    ...told.map((finding) => reportFinding(name, finding, form)),
    ...notes.map(({ line, text }) => showInvisible(`${name}:${line}: note: ${text}`)),
    showInvisible(`${name}: ${describeCounts(findings, unread.length)}`),
  ].join("\n\n");
}

function reportFinding(
  name: string,
  finding: LocatedFinding,
  { strict, colour }: TextReportForm,
): string {
  const { at, verdict, quotation } = finding;
  const label = quotation.aside === undefined ? verdict : `${verdict} (aside: ${quotation.aside})`;
  const passed = passes(finding, strict);
  const shown = colour ? `\u001b[${passed ? "32" : "31"}m${label}\u001b[0m` : label;
  const head = `${showInvisible(`${name}:${at.line}:${at.column}`)}: ${shown}`;
  return [head, ...tellFinding(finding).map((line) => `  ${showInvisible(line)}`)].join("\n");
}
