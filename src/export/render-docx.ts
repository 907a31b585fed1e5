// Outcomes → the bytes of a Word document: each quote with a footnote that Zotero can take over, the proofs in a part of its own.

import type { Abstention, Answer, AnswerOutcome, Claim, Excerpt, Quote } from "../core/answer.ts";
import { replaceInvisible } from "../text/invisible.ts";
import { citeKey, projectCsl } from "./bibliography.ts";
import { citeSource, creditAuthor, nameArticle } from "./cite-sources.ts";
import {
  describePosition,
  headComparison,
  nameValue,
  pickComparison,
} from "./describe-comparison.ts";
import { describeReceipt, tellWeakness } from "./describe-search.ts";
import { introduceQuotes } from "./introduce-quotes.ts";
import { linkToWords, writePlace } from "./link-to-words.ts";
import { splitAtAnswer } from "./mark-answer.ts";
import type { Json } from "./project-json.ts";
import { countThrough, writeProof } from "./prove-answer.ts";
import {
  CLOSE_FIELD,
  listParts,
  openField,
  type Relation,
  writeField,
  writeFootnote,
  writeLink,
  writeParagraph,
  writeReference,
  writeRuns,
} from "./word-parts.ts";
import { writeZip } from "./write-zip.ts";

const TITLE = "Answers from the articles";
const SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json";

/**
 * A session's questions in order, to be edited like a manuscript. A quote is a paragraph of the style
 * Quote, its words character by character; what XML cannot hold is named in a run of its own style. The
 * proofs cite by key, as those for Pandoc, and know each footnote's text.
 */
export function renderDocx(outcomes: readonly AnswerOutcome[]): Uint8Array {
  const notes = new Footnotes();
  const parts = countThrough(outcomes.map((outcome) => ({ outcome })));
  const proofs: string[] = [];
  const sections = parts.map(({ outcome, counted }) => {
    const before = notes.count;
    const section = writeSection(outcome, notes);
    const texts = notes.textsFrom(before);
    proofs.push(escapeProof(writeProof(outcome, counted, { unlisted: true, notes: texts })));
    return section;
  });
  const body = [
    writeParagraph(writeRuns(TITLE), "Title"),
    ...sections,
    ...listSources(outcomes),
  ].join("");
  return writeZip(
    listParts({
      title: outcomes.length === 1 ? clean(outcomes[0]?.question ?? TITLE) : TITLE,
      body,
      footnotes: notes.xml,
      footnoteRelations: notes.relations,
      proofs,
    }),
  );
}

/** Between quotation marks of JSON alone may stand what XML cannot hold. */
function escapeProof(json: string): string {
  return json.replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
}

const clean = (text: string): string => replaceInvisible(text, () => " ").trim();
const say = (text: string): string => writeParagraph(writeRuns(text));

function writeSection(outcome: AnswerOutcome, notes: Footnotes): string {
  const { question, understood } = outcome;
  return [
    writeParagraph(writeRuns(`Question: ${question.trim()}`), "Heading1"),
    ...(understood === undefined ? [] : [say(`Understood as: ${understood.trim()}`)]),
    ...tellWeakness(outcome).map(say),
    ...(outcome.kind === "answer" ? writeAnswer(outcome, notes) : writeRefusal(outcome, notes)),
    ...describeReceipt(outcome).map(say),
  ].join("");
}

function writeAnswer(answer: Answer, notes: Footnotes): readonly string[] {
  const comparison = pickComparison(answer);
  const positions = (comparison?.positions ?? []).map((position) => ({
    text: [nameValue(position), describePosition(position)].filter(Boolean).join(" – "),
    citations: position.citations,
  }));
  return [
    ...writeClaims(answer.claims, answer, notes),
    ...(comparison === undefined
      ? []
      : [writeParagraph(writeRuns(headComparison(comparison)), "Heading2")]),
    ...writeClaims(positions, answer, notes),
  ];
}

function writeClaims(
  claims: readonly Claim[],
  answer: Answer,
  notes: Footnotes,
): readonly string[] {
  return claims.flatMap((claim) => {
    const { lead, said } = introduceQuotes(claim, answer);
    const quoted = said.flatMap(({ introduction = "", quote }) => [
      ...(introduction === "" ? [] : [say(introduction)]),
      writeQuote(quote, answer, notes),
    ]);
    return [...(lead === "" ? [] : [say(lead)]), ...quoted];
  });
}

function writeQuote(quote: Quote, outcome: AnswerOutcome, notes: Footnotes): string {
  const { before, words, after } = splitAtAnswer(quote, (text) => text);
  const runs = [
    writeRuns(`“${before}`),
    writeRuns(words, "<w:b/>"),
    writeRuns(`${after}”`),
    writeReference(notes.add(quote, outcome, quote.number)),
  ];
  return writeParagraph(runs.join(""), "Quote");
}

function writeRefusal(abstention: Abstention, notes: Footnotes): readonly string[] {
  const { detail, closest } = abstention;
  const passages = closest.map((excerpt) =>
    writeParagraph(
      `${writeRuns(`“${excerpt.text}”`)}${writeReference(notes.add(excerpt, abstention))}`,
      "Quote",
    ),
  );
  return [
    say("The articles do not say."),
    ...(detail.trim() === "" ? [] : [say(detail.trim())]),
    ...(closest.length === 0
      ? []
      : [writeParagraph(writeRuns("Closest passages"), "Heading2"), ...passages]),
  ];
}

/** The footnotes of a document so far: one for each time that a quote is shown. */
class Footnotes {
  readonly #notes: { readonly xml: string; readonly text: string }[] = [];
  readonly relations: Relation[] = [];

  get count(): number {
    return this.#notes.length;
  }

  get xml(): string {
    return this.#notes.map(({ xml }) => xml).join("");
  }

  textsFrom(first: number): readonly string[] {
    return [...new Set(this.#notes.slice(first).map(({ text }) => text))];
  }

  /** Who and what, as a field of Zotero; then file and place, which no style of citations has. @returns its id */
  add(excerpt: Excerpt, { sources }: AnswerOutcome, number?: number): number {
    const id = this.#notes.length + 1;
    const source = sources.find(({ articleId }) => articleId === excerpt.articleId);
    const placed = source?.quotes.find((one) => one.number === number);
    const where =
      placed === undefined
        ? `characters ${excerpt.start} to ${excerpt.end}`
        : writePlace(placed, excerpt);
    const place = `${clean(excerpt.articleId)}, ${where}`;
    if (source === undefined) {
      this.#notes.push({ xml: writeFootnote(id, writeRuns(`${place}.`)), text: `${place}.` });
      return id;
    }
    const cited = clean(
      `${nameArticle(source)}${creditAuthor(source)}, ${citeSource(source).date}`,
    );
    const field = writeField(citeForZotero(source, cited, id), writeRuns(cited));
    const page = number === undefined ? undefined : linkToWords(excerpt, source);
    const shown = page === undefined ? writeRuns(place) : this.#link(page, place);
    const runs = `${field}${writeRuns(". ")}${shown}${writeRuns(".")}`;
    this.#notes.push({ xml: writeFootnote(id, runs), text: `${cited}. ${place}.` });
    return id;
  }

  #link(page: string, text: string): string {
    const relation = `rId${this.relations.length + 1}`;
    this.relations.push([relation, "hyperlink", page, true]);
    return writeLink(relation, text);
  }
}

/** The address by which all citations of one article are one item to Zotero, and by which `verify` knows it. */
const nameItem = (key: string): string => `pullquote:${key}`;

/**
 * The code of a field that Zotero's plugin for Word takes for its own, with the item in it: it needs no
 * library that holds the article. Source: the fields that Zotero writes.
 */
function citeForZotero(source: Answer["sources"][number], cited: string, note: number): string {
  const [item] = projectCsl([source]);
  const key = citeKey(source);
  const citation: Json = {
    citationID: `pullquote${note}`,
    properties: { formattedCitation: cited, plainCitation: cited, noteIndex: note },
    citationItems: [{ id: key, uris: [nameItem(key)], itemData: item ?? null }],
    schema: SCHEMA,
  };
  return `ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify(citation)}`;
}

/** Each article once; all of them one field, which Zotero makes the bibliography of the style that is chosen. */
function listSources(outcomes: readonly AnswerOutcome[]): readonly string[] {
  const sources = new Map(
    outcomes.flatMap((outcome) => outcome.sources).map((source) => [source.articleId, source]),
  );
  if (sources.size === 0) return [];
  const lines = [...sources.values()].map((source) =>
    writeRuns(clean(`${nameArticle(source)}${creditAuthor(source)}, ${citeSource(source).date}.`)),
  );
  const open = openField(
    'ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY',
  );
  return [
    writeParagraph(writeRuns("Sources"), "Heading1"),
    ...lines.map((runs, at) =>
      writeParagraph(
        `${at === 0 ? open : ""}${runs}${at === lines.length - 1 ? CLOSE_FIELD : ""}`,
        "Bibliography",
      ),
    ),
  ];
}
