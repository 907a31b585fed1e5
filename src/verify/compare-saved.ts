// Checked documents → the same verdicts, but for quotes of articles that were saved again since and no longer read so.

import type { SourceText } from "../core/article.ts";
import {
  type CheckedDocument,
  type CheckedDocuments,
  type LocatedFinding,
  passes,
  type Verdict,
} from "../core/check.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { parseArticle } from "../corpus/read/parse-article.ts";
import { readAll } from "../corpus/read-articles.ts";
import type { DocumentToCheck } from "./check-documents.ts";
import { judgeQuotation } from "./judge-quotation.ts";
import { searchTexts } from "./search-articles.ts";

/**
 * A quote that stands in an article is looked for in the newest one of the same address: it is `altered`
 * where that reads otherwise, `withdrawn` where it is no longer there.
 * @param documents those that were checked, in their order
 * @throws PullquoteError `no-corpus` | `corpus-unreadable` | `interrupted`
 */
export async function compareSaved(
  checked: CheckedDocuments,
  documents: readonly DocumentToCheck[],
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<CheckedDocuments> {
  const quoted = new Set(checked.documents.flatMap(({ findings }) => findings.flatMap(listQuoted)));
  if (quoted.size === 0) return checked;
  const newest = await findNewest(quoted, source, signal);
  const compared: CheckedDocument[] = [];
  for (const [at, document] of checked.documents.entries()) {
    const findings: LocatedFinding[] = [];
    for (const finding of document.findings) {
      const [id] = listQuoted(finding);
      const later = id === undefined ? undefined : newest.get(id);
      const text = documents[at]?.text ?? "";
      findings.push(later === undefined ? finding : await lookAgain(finding, later, text));
    }
    compared.push({ ...document, findings });
  }
  return { ...checked, documents: compared };
}

/** The article in which a quote was found to stand. */
function listQuoted(finding: LocatedFinding): readonly string[] {
  const { place, quotation, verdict } = finding;
  const stands = quotation.aside === undefined && (passes(finding, false) || verdict === "moved");
  return stands && place !== undefined ? [place.articleId] : [];
}

interface Saved {
  readonly id: string;
  readonly address: string;
  readonly time: number;
}

/** For each of the articles the newest of its address, where that is a later one. */
async function findNewest(
  quoted: ReadonlySet<string>,
  source: ArticleSource,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, SourceText>> {
  const newest = new Map<string, Saved>();
  const named: Saved[] = [];
  for await (const saved of listSaved(source, signal)) {
    if (quoted.has(saved.id)) named.push(saved);
    const last = newest.get(saved.address);
    if (last === undefined || saved.time > last.time) newest.set(saved.address, saved);
  }
  const found = new Map<string, SourceText>();
  for (const { id, address, time } of named) {
    const last = newest.get(address);
    const text = last && last.time > time ? await source.read(last.id, signal) : undefined;
    if (text?.kind === "read") found.set(id, text);
  }
  return found;
}

async function* listSaved(source: ArticleSource, signal?: AbortSignal): AsyncIterable<Saved> {
  for await (const result of readAll(source, signal)) {
    const address = result.kind === "read" ? readAddress(result) : undefined;
    if (result.kind === "read" && address !== undefined)
      yield { id: result.id, address, time: readTime(result) };
  }
}

/** Milliseconds since 1970: as the file tells, else when it was written. */
function readTime({ extracted, modified }: SourceText): number {
  const saved = Date.parse(extracted?.saved ?? "");
  return Number.isNaN(saved) ? modified : saved;
}

function readAddress(text: SourceText): string | undefined {
  const written = (text.extracted?.metadata?.url ?? parseArticle(text).metadata.url)?.value;
  if (written === undefined || !URL.canParse(written)) return written;
  const address = new URL(written);
  address.hash = "";
  return address.href;
}

const GONE: ReadonlySet<Verdict> = new Set(["missing", "unchecked"]);
const OTHERWISE: ReadonlySet<Verdict> = new Set(["altered", "misleading", "misattributed"]);

/** A document that points to the older article means that address. */
async function lookAgain(
  finding: LocatedFinding,
  later: SourceText,
  document: string,
): Promise<LocatedFinding> {
  const { quotation, place, at, proved } = finding;
  const asked = { ...quotation, pointers: [] };
  const { candidates } = await searchTexts([asked], [{ ...later, kind: "read" }]);
  const again = judgeQuotation(asked, candidates[0] ?? [], document);
  const since = `It stands in ${place?.articleId}; in ${later.id}, saved later from the same address,`;
  if (GONE.has(again.verdict)) {
    const detail = `${since} it is no longer there.`;
    return { ...finding, verdict: "withdrawn", detail, others: [] };
  }
  if (!OTHERWISE.has(again.verdict)) return finding;
  const detail = `${since} it is not so: ${again.detail}`;
  return { ...again, quotation, verdict: "altered", detail, at, ...(proved && { proved }) };
}
