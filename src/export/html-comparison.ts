// An answer's comparison → its positions on a page, each with its value, its quotes and why it differs.

import type { Answer, Quote } from "../core/answer.ts";
import { citeSource } from "./cite-sources.ts";
import {
  describePosition,
  headComparison,
  nameValue,
  pickComparison,
} from "./describe-comparison.ts";
import { escapeHtml } from "./escape-html.ts";
import { nameSpeaker } from "./name-speaker.ts";
import { tabulateComparison } from "./tabulate-comparison.ts";

/** `render` gives a quote with its paragraph. Nothing where nothing was compared. */
export function compareInHtml(answer: Answer, render: (quote: Quote) => string): string {
  const comparison = pickComparison(answer);
  if (comparison === undefined) return "";
  const positions = tabulateComparison(answer).map(({ position, quote, source }) => {
    const { voice, title, date } = citeSource(source);
    const article = voice === undefined ? title : `${voice}: ${title}`;
    const said = [nameSpeaker(quote) ?? "the article itself", article, date].join(" · ");
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
