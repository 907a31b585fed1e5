// Checked documents → what programs read: the object that --json prints, GitHub's commands, SARIF 2.1.0, JUnit XML.

import {
  type CheckedDocument,
  type CheckedDocuments,
  type LocatedFinding,
  passes,
  passesWhole,
} from "../../core/check.ts";
import { showInvisible } from "../../text/invisible.ts";
import { countVerdicts, tellFinding, VERDICTS } from "./report-text.ts";

/** Any value that JSON can hold. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The object of `docs/schemas/verify.schema.json`. Offsets are UTF-16 units, lines and columns from 1. */
export function projectCheck(checked: CheckedDocuments, strict: boolean): Json {
  return {
    passed: checked.documents.every((document) => passesWhole(document, strict)),
    strict,
    articles: checked.articles,
    unreadable: checked.unreadable,
    whole: checked.whole,
    documents: checked.documents.map((document) => projectDocument(document, strict)),
  };
}

function projectDocument({ name, findings, notes }: CheckedDocument, strict: boolean): Json {
  return {
    name,
    counts: { ...countVerdicts(findings) },
    findings: findings.map((finding) => projectFinding(finding, strict)),
    notes: notes.map((note) => ({ ...note })),
  };
}

function projectFinding(finding: LocatedFinding, strict: boolean): Json {
  const { quotation, verdict, detail, place, others, changes, words, likeness, invisible, at } =
    finding;
  const { text, start, end, form, speaker, pointers, marker, aside } = quotation;
  return {
    verdict,
    passed: passes(finding, strict),
    detail,
    line: at.line,
    column: at.column,
    start,
    end,
    text,
    form,
    speaker: speaker ?? null,
    pointers,
    marker: marker?.number ?? null,
    aside: aside ?? null,
    place: place === undefined ? null : { ...place },
    others: others.map((other) => ({ ...other })),
    changes: changes.map((change) => ({ ...change })),
    words: words.map((word) => ({ ...word })),
    likeness,
    invisible,
  };
}

/** A quotation that is no aside, or a part of the document that was not read: `told` fails in a strict run alone. */
interface ReportedCase {
  readonly outcome: "passed" | "told" | "failed";
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly title: string;
  readonly detail: string;
  /** All that is to be said of it, in lines. */
  readonly message: string;
}

const UNREAD = "not-read";

function listCases({ findings, notes }: CheckedDocument, strict: boolean): readonly ReportedCase[] {
  const quotes = findings.filter(({ quotation }) => quotation.aside === undefined);
  const unread = notes.filter((note) => note.unread === true);
  return [
    ...quotes.map((finding) => ({
      outcome: passes(finding, strict) ? ("passed" as const) : ("failed" as const),
      rule: finding.verdict,
      ...finding.at,
      title: finding.quotation.text.slice(0, 80),
      detail: finding.detail,
      message: tellFinding(finding).map(showInvisible).join("\n"),
    })),
    ...unread.map(({ line, text }) => ({
      outcome: strict ? ("failed" as const) : ("told" as const),
      rule: UNREAD,
      line,
      column: 1,
      title: text.slice(0, 80),
      detail: text,
      message: showInvisible(text),
    })),
  ];
}

/** Workflow commands: an error for each case that fails, a notice for each note that does not. */
export function reportGithub({ documents }: CheckedDocuments, strict: boolean): string {
  return documents
    .flatMap((document) => {
      const file = `file=${escapeProperty(document.name)}`;
      const failed = listCases(document, strict).filter(({ outcome }) => outcome === "failed");
      const told = document.notes.filter(({ unread }) => !strict || unread === undefined);
      return [
        ...failed.map(({ line, column, rule, message }) => {
          const title = escapeProperty(rule === UNREAD ? "Not read" : `Quote ${rule}`);
          return `::error ${file},line=${line},col=${column},title=${title}::${escapeMessage(message)}`;
        }),
        ...told.map(({ line, text }) => `::notice ${file},line=${line}::${escapeMessage(text)}`),
      ];
    })
    .join("\n");
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

const FAULTS = VERDICTS.filter((verdict) => verdict !== "verified");

/** One run; the verdict is the rule; columns count UTF-16 units, as SARIF's default does. */
export function reportSarif({ documents }: CheckedDocuments, strict: boolean): string {
  const results = documents.flatMap((document) =>
    listCases(document, strict)
      .filter(({ outcome }) => outcome !== "passed")
      .map(({ outcome, rule, line, column, message }) => ({
        ruleId: rule,
        level: outcome === "failed" ? "error" : "note",
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI(document.name.replaceAll("\\", "/")) },
              region: { startLine: line, startColumn: column },
            },
          },
        ],
      })),
  );
  const rules = [
    ...FAULTS.map((id) => ({ id, shortDescription: { text: `A quote is ${id}` } })),
    { id: UNREAD, shortDescription: { text: "What may hold a quote was not read" } },
  ];
  const run = {
    tool: { driver: { name: "pullquote", rules } },
    columnKind: "utf16CodeUnits",
    results,
  };
  return JSON.stringify({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  });
}

/** One suite a document, one case a quotation and a part that was not read; asides are no cases. */
export function reportJunit({ documents }: CheckedDocuments, strict: boolean): string {
  const suites = documents.map((document) => suiteOf(document, strict));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("\n")}\n</testsuites>`;
}

function suiteOf(document: CheckedDocument, strict: boolean): string {
  const cases = listCases(document, strict);
  const name = escapeXml(document.name);
  const count = (wanted: string): number =>
    cases.filter(({ outcome }) => outcome === wanted).length;
  const lines = cases.map(({ outcome, rule, line, column, title, detail, message }) => {
    const head = `    <testcase classname="${name}" name="${escapeXml(`${line}:${column} ${title}`)}"`;
    if (outcome === "passed") return `${head}/>`;
    const told = `message="${escapeXml(detail)}"`;
    return outcome === "told"
      ? `${head}><skipped ${told}/></testcase>`
      : `${head}><failure type="${rule}" ${told}>${escapeXml(message)}</failure></testcase>`;
  });
  const counts = `tests="${cases.length}" failures="${count("failed")}" skipped="${count("told")}"`;
  return [`  <testsuite name="${name}" ${counts}>`, ...lines, "  </testsuite>"].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** What XML cannot hold at all is shown as `<U+001B>`. */
function escapeXml(text: string): string {
  const visible = text
    .replace(/[\n\t\r]+/g, " ")
    .replace(
      /[^\P{Cc}]|\p{Cs}|[\ufffe\uffff]/gu,
      (character) =>
        `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
    );
  return visible.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
