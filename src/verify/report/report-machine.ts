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

/** Workflow commands: an error for each quotation that does not pass, a notice for each note. */
export function reportGithub({ documents }: CheckedDocuments, strict: boolean): string {
  return documents
    .flatMap(({ name, findings, notes }) => [
      ...failing(findings, strict).map((finding) => {
        const { line, column } = finding.at;
        const place = `file=${escapeProperty(name)},line=${line},col=${column}`;
        const title = escapeProperty(`Quote ${finding.verdict}`);
        return `::error ${place},title=${title}::${escapeMessage(tell(finding))}`;
      }),
      ...notes.map(
        ({ line, text }) =>
          `::notice file=${escapeProperty(name)},line=${line}::${escapeMessage(text)}`,
      ),
    ])
    .join("\n");
}

function failing(findings: readonly LocatedFinding[], strict: boolean): readonly LocatedFinding[] {
  return findings.filter((finding) => !passes(finding, strict));
}

function tell(finding: LocatedFinding): string {
  return tellFinding(finding).map(showInvisible).join("\n");
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
  const results = documents.flatMap(({ name, findings }) =>
    failing(findings, strict).map((finding) => ({
      ruleId: finding.verdict,
      level: "error",
      message: { text: tell(finding) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(name.replaceAll("\\", "/")) },
            region: { startLine: finding.at.line, startColumn: finding.at.column },
          },
        },
      ],
    })),
  );
  const rules = FAULTS.map((id) => ({ id, shortDescription: { text: `A quote is ${id}` } }));
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

/** One suite a document, one case a quotation; asides are no cases. */
export function reportJunit({ documents }: CheckedDocuments, strict: boolean): string {
  const suites = documents.map((document) => suiteOf(document, strict));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("\n")}\n</testsuites>`;
}

function suiteOf({ name, findings }: CheckedDocument, strict: boolean): string {
  const cases = findings.filter(({ quotation }) => quotation.aside === undefined);
  const failures = failing(cases, strict).length;
  const lines = cases.map((finding) => {
    const title = `${finding.at.line}:${finding.at.column} ${finding.quotation.text.slice(0, 80)}`;
    const head = `    <testcase classname="${escapeXml(name)}" name="${escapeXml(title)}"`;
    if (passes(finding, strict)) return `${head}/>`;
    const failure = `<failure type="${finding.verdict}" message="${escapeXml(finding.detail)}">${escapeXml(tell(finding))}</failure>`;
    return `${head}>${failure}</testcase>`;
  });
  const head = `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}">`;
  return [head, ...lines, "  </testsuite>"].join("\n");
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
