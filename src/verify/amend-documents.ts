// Documents and a source of articles → the documents with all that is safe to rewrite rewritten.

import type {
  AmendedDocument,
  AmendedDocuments,
  CheckedDocument,
  Edit,
  LocatedFinding,
} from "../core/check.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { foldWords } from "../text/fold-typography.ts";
import { readDocument } from "../text/read-document.ts";
import { checkDocuments, type DocumentToCheck } from "./check-documents.ts";
import { applyEdits, orderEdits } from "./edits.ts";
import type { FindHolders } from "./find-candidates.ts";
import {
  amendMarker,
  amendPlace,
  amendTypography,
  type PlacedProof,
  sealProof,
} from "./propose-edits.ts";
import { readProofs } from "./read-proofs.ts";

/** The edits of one finding belong together: all are made, or none. */
interface Amendment {
  readonly finding: number;
  readonly edits: readonly Edit[];
}

/** Trials with fewer amendments, when some of them do no good. */
const MOST_TRIALS = 3;
const MARKS = /[“”„"«»]/;

/**
 * What is proposed is tried and checked again: only amendments after which every quotation is still
 * there, with the same words and no worse a verdict, are kept. Doing it twice changes nothing more.
 * @throws PullquoteError as {@link checkDocuments}
 */
export async function amendDocuments(
  documents: readonly DocumentToCheck[],
  source: ArticleSource,
  signal?: AbortSignal,
  findHolders?: FindHolders,
): Promise<AmendedDocuments> {
  const before = await checkDocuments(documents, source, signal, findHolders);
  const moved = before.documents.flatMap(({ findings }) =>
    findings
      .filter(({ verdict }) => verdict === "moved")
      .map(({ place }) => place?.articleId ?? ""),
  );
  const texts = await readArticles(source, moved, signal);
  let proposals = documents.map((document, at) =>
    propose(document, before.documents[at]?.findings ?? [], (id) => texts.get(id)?.text ?? ""),
  );
  for (let trial = 0; trial < MOST_TRIALS && proposals.some((one) => one.length > 0); trial += 1) {
    const amended = documents.map((document, at) => amend(document, proposals[at] ?? []));
    const trials = amended.map(({ name, after }) => ({ name, text: after }));
    const after = await checkDocuments(trials, source, signal, findHolders);
    const kept = proposals.map((proposal, at) =>
      keepGood(proposal, before.documents[at], after.documents[at]),
    );
    if (kept.every((one, at) => one.length === proposals[at]?.length)) {
      return { documents: amended, before, after };
    }
    proposals = kept;
  }
  const untouched = documents.map((document) => amend(document, []));
  return { documents: untouched, before, after: before };
}

function propose(
  { name, text }: DocumentToCheck,
  findings: readonly LocatedFinding[],
  articleText: (id: string) => string,
): readonly Amendment[] {
  const proofs = placeProofs(name, text);
  return findings.flatMap((finding, at) => {
    const proof = proofs[finding.proved?.proof ?? -1];
    const edits = proposeEdits(finding, text, proof, articleText(finding.place?.articleId ?? ""));
    return edits.length === 0 ? [] : [{ finding: at, edits }];
  });
}

function proposeEdits(
  finding: LocatedFinding,
  text: string,
  proof: PlacedProof | undefined,
  article: string,
): readonly Edit[] {
  const { verdict, quotation } = finding;
  if (quotation.aside !== undefined) return [];
  if (verdict === "typographic") return orderEdits(text, amendTypography(finding, text));
  if (proof === undefined) return [];
  if (verdict === "moved") return orderEdits(text, amendPlace(finding, proof, text, article));
  return verdict === "misattributed" ? orderEdits(text, amendMarker(finding, proof, text)) : [];
}

/** The proofs whose JSON stands in the document as it is, in the order in which findings count them. */
function placeProofs(name: string, text: string): readonly (PlacedProof | undefined)[] {
  return readDocument(name, text).codes.flatMap((code) => {
    const [proof] = readProofs([code]).proofs;
    if (proof === undefined) return [];
    const start = text.indexOf(code.text, code.start);
    return start === -1 ? [undefined] : [{ proof, start, json: code.text }];
  });
}

function amend({ name, text }: DocumentToCheck, amendments: readonly Amendment[]): AmendedDocument {
  const edits = orderEdits(
    text,
    amendments.flatMap((one) => one.edits),
  );
  const seals = placeProofs(name, text).flatMap((proof) =>
    proof === undefined ? [] : sealProof(proof, edits),
  );
  const all = orderEdits(text, [...edits, ...seals]);
  return { name, before: text, after: applyEdits(text, all), edits: all };
}

/**
 * Those that did good, when nothing else changed. When something did, marks that no longer pair are
 * the likeliest reason.
 */
function keepGood(
  proposal: readonly Amendment[],
  before: CheckedDocument | undefined,
  after: CheckedDocument | undefined,
): readonly Amendment[] {
  const [old, now] = [before?.findings ?? [], after?.findings ?? []];
  const amended = new Set(proposal.map(({ finding }) => finding));
  const same =
    old.length === now.length &&
    old.every((finding, at) => amended.has(at) || isAsBefore(finding, now[at]));
  if (same) return proposal.filter(({ finding }) => isBetter(old[finding], now[finding]));
  const calm = proposal.filter(({ edits }) => !edits.some(({ text }) => MARKS.test(text)));
  return calm.length < proposal.length ? calm : [];
}

function isAsBefore(old: LocatedFinding, now: LocatedFinding | undefined): boolean {
  return old.verdict === now?.verdict && old.quotation.text === now.quotation.text;
}

function isBetter(old: LocatedFinding | undefined, now: LocatedFinding | undefined): boolean {
  if (old === undefined || now === undefined) return false;
  const sameWords = foldWords(old.quotation.text) === foldWords(now.quotation.text);
  const stands = ["verified", "recognised", "typographic"].includes(now.verdict);
  return sameWords && stands && now.place?.articleId === old.place?.articleId;
}
