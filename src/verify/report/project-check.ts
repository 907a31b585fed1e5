// Checked documents → the plain object that --json prints.

import {
  type CheckedDocument,
  type CheckedDocuments,
  type LocatedFinding,
  type Place,
  passes,
  passesWhole,
} from "../../core/check.ts";
import { countVerdicts } from "./count-verdicts.ts";

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
    place: place === undefined ? null : projectPlace(place),
    others: others.map(projectPlace),
    changes: changes.map((change) => ({ ...change })),
    words: words.map((word) => ({ ...word })),
    likeness,
    invisible,
  };
}

function projectPlace({ articleId, path, line, start, end, text }: Place): Json {
  return { articleId, path, line, start, end, text };
}
