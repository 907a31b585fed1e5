// Checked documents → the report for a terminal.

import {
  type CheckedDocument,
  type CheckedDocuments,
  type LocatedFinding,
  passes,
} from "../../core/check.ts";
import { showInvisible } from "../../text/invisible.ts";
import { describeCounts } from "./count-verdicts.ts";
import { tellFinding } from "./lines-of-finding.ts";

export interface TextReportForm {
  readonly strict: boolean;
  /** Tell of verified quotations and of asides too. */
  readonly all: boolean;
  readonly colour: boolean;
}

/** Nothing that a document or article holds can act on the terminal: it is shown as `<U+001B>`. */
export function reportText(checked: CheckedDocuments, form: TextReportForm): string {
  const parts = checked.documents.map((document) => reportDocument(document, form));
  const { articles, unreadable } = checked;
  const lost = unreadable === 0 ? "" : ` ${unreadable} could not be read.`;
  return `${parts.join("\n\n")}\n\nSearched ${articles} article${articles === 1 ? "" : "s"}.${lost}`;
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
