// An outcome and its numbers → the section of a page that shows it: question, claims, comparison, sources, proof.

import type { Abstention, AnnotatedOutcome, Answer, Excerpt, Quote } from "../core/answer.ts";
import {
  describePosition,
  headComparison,
  nameOrigin,
  nameValue,
  pickComparison,
  tabulateComparison,
} from "./describe-comparison.ts";
import { countVoices } from "./describe-lineage.ts";
import { describeReceipt, tellWeakness } from "./describe-search.ts";
import { escapeHtml } from "./escape-text.ts";
import { listSourcesInHtml, renderQuote } from "./html-quotes.ts";
import { type IntroducedQuote, introduceQuotes } from "./introduce-quotes.ts";
import { type Counted, numberSources, type ShortProofs, writeProof } from "./prove-answer.ts";

/** `render` gives a quote with its paragraph. Nothing where nothing was compared. */
function compareInHtml(answer: Answer, render: (quote: Quote) => string): string {
  const comparison = pickComparison(answer);
  if (comparison === undefined) return "";
  const positions = tabulateComparison(answer).map((row) => {
    const { position, quote } = row;
    const said = nameOrigin(row).join(" · ");
    const reason = describePosition(position);
    const why = reason === "" ? "" : ` <span class="reason">${escapeHtml(reason)}</span>`;
    return `<div class="position">
<p class="value"><b>${escapeHtml(nameValue(position))}</b>${why}</p>
<p class="said">${escapeHtml(said)}</p>
${render(quote)}</div>
`;
  });
  return `<h3>${escapeHtml(headComparison(comparison))}</h3>\n${positions.join("")}`;
}

export interface SectionOfPage extends AnnotatedOutcome {
  readonly counted: Counted;
  /** From 1. */
  readonly place: number;
  /** Checksum of all that the page shows; absent while that is not known. */
  readonly shown?: string;
  readonly short?: ShortProofs | undefined;
}

export function renderSection(section: SectionOfPage): string {
  const { outcome, counted, place, shown, short } = section;
  const proof = {
    passages: listPassages(section),
    ...(shown !== undefined && { shown }),
    ...(short !== undefined && { short }),
  };
  const { question, understood, sources } = outcome;
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const body =
    outcome.kind === "answer" ? renderClaims(outcome, section) : renderAbstention(outcome, counted);
  const about = describeReceipt(outcome).map(say).join("");
  const voices = countVoices(outcome).map(say).join("");
  const listed =
    sources.length === 0
      ? ""
      : `<h3>Sources</h3>\n${voices}${listSourcesInHtml(sources, quotes, counted)}`;
  return `<section class="answer" aria-labelledby="question-${place}">
<h2 id="question-${place}"><span class="kicker">Question: </span>${escapeHtml(question.trim())}</h2>
${understood === undefined ? "" : say(`Understood as: ${understood.trim()}`)}${tellWeakness(outcome).map(warn).join("")}${body}<div class="receipt">
${about}</div>
${listed}<details class="proof">
<summary>Proof</summary>
<p>For programs: with this block and the articles’ files, every quote above can be checked again.</p>
<pre tabindex="0" aria-label="Proof of the quotes above">${writeProof(outcome, counted, proof)}</pre>
</details>
</section>
`;
}

/** Each once, though several quotes may stand in it; none that a quote fills by itself. */
function listPassages({ outcome, paragraphs }: SectionOfPage): readonly Excerpt[] {
  if (outcome.kind === "abstention") return [];
  const passages = new Map<string, Excerpt>();
  for (const { number, text } of outcome.quotes) {
    const paragraph = paragraphs.get(number);
    if (paragraph === undefined || paragraph.text === text) continue;
    passages.set(`${paragraph.start}-${paragraph.end} ${paragraph.articleId}`, paragraph);
  }
  return [...passages.values()];
}

function renderClaims(answer: Answer, section: SectionOfPage): string {
  const { claims, sources } = answer;
  const { counted, paragraphs } = section;
  const numberOf = numberSources(answer, counted);
  const shown = new Set<number>();
  const showQuote = (quote: Quote): string => {
    const first = !shown.has(quote.number);
    shown.add(quote.number);
    const source = sources.find(({ articleId }) => articleId === quote.articleId);
    const sourceNumber = numberOf.get(quote.articleId);
    const paragraph = paragraphs.get(quote.number);
    return renderQuote({ quote, source, sourceNumber, paragraph, counted, first });
  };
  const statements = claims.map((claim) => {
    const { lead, said } = introduceQuotes(claim, answer);
    const head = lead === "" ? "" : `<p class="claim">${escapeHtml(lead)}</p>\n`;
    const exhibits = said.map((one) => `${introduce(one)}${showQuote(one.quote)}`);
    return `<div class="statement">\n${head}${exhibits.join("")}</div>\n`;
  });
  return `${statements.join("")}${compareInHtml(answer, showQuote)}`;
}

function introduce({ introduction }: IntroducedQuote): string {
  return introduction === undefined ? "" : `<p class="speaker">${escapeHtml(introduction)}</p>\n`;
}

function renderAbstention(abstention: Abstention, counted: Counted): string {
  const { detail, closest } = abstention;
  const numberOf = numberSources(abstention, counted);
  const passages = closest.map(({ articleId, start, end, text }) => {
    const file = escapeHtml(articleId);
    const number = numberOf.get(articleId);
    const linked = number === undefined ? file : `<a href="#source-${number}">${file}</a>`;
    return `<blockquote class="paragraph" dir="auto"><p><q>${escapeHtml(text)}</q></p></blockquote>
<p class="place">From ${linked}, characters ${start} to ${end}.</p>
`;
  });
  const lead = closest.length === 0 ? "" : '<h3>Closest passages</h3>\n<div class="closest">\n';
  return `<p class="refusal">The articles do not say.</p>
${detail.trim() === "" ? "" : `<p>${escapeHtml(detail.trim())}</p>\n`}${lead}${passages.join("")}${lead === "" ? "" : "</div>\n"}`;
}

function warn(line: string): string {
  return `<p class="claim"><strong>${escapeHtml(line)}</strong></p>\n`;
}

function say(line: string): string {
  return `<p>${escapeHtml(line)}</p>\n`;
}
