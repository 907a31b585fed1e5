// An answer's comparison → the block of a terminal screen that shows each position with its quotes.

import type { Answer, Quote } from "../core/answer.ts";
import type { Position } from "../core/comparison.ts";
import type { Run } from "../text/wrap-runs.ts";
import { citeSource } from "./cite-sources.ts";
import {
  describePosition,
  headComparison,
  nameValue,
  pickComparison,
} from "./describe-comparison.ts";
import { markForTerminal } from "./mark-answer.ts";
import { nameSpeaker } from "./name-speaker.ts";
import { paintParagraph, type Style, type TerminalForm } from "./paint-lines.ts";
import { reflowForTerminal } from "./sanitize-terminal.ts";

/**
 * Nothing where no two articles can be compared. A quote that a claim or a position has shown already
 * is only named by its number.
 */
export function renderComparison(answer: Answer, form: TerminalForm): readonly string[] {
  const comparison = pickComparison(answer);
  if (comparison === undefined) return [];
  const shown = new Set(answer.claims.flatMap(({ citations }) => citations));
  const heading = paintParagraph([{ text: headComparison(comparison), style: "heading" }], form);
  const positions = comparison.positions.map((position) => {
    const rendered = renderPosition(position, answer, shown, form);
    for (const number of position.citations) shown.add(number);
    return rendered;
  });
  return [heading, ...positions];
}

function renderPosition(
  position: Position,
  { quotes, sources }: Answer,
  shown: ReadonlySet<number>,
  form: TerminalForm,
): string {
  const sourceOf = new Map(sources.map((source) => [source.articleId, source]));
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const lines = position.citations.flatMap((number) => {
    const quote = quoteOf.get(number);
    const source = sourceOf.get(quote?.articleId ?? "");
    if (quote === undefined || source === undefined) return [];
    const { voice, title, date } = citeSource(source);
    const said = nameSpeaker(quote);
    const isHead = position.stance !== undefined && said === position.value;
    const named = [isHead ? undefined : said, voice ?? title, date].filter(
      (part) => part !== undefined,
    );
    const runs = quoteRuns(named.join(", "), quote, shown.has(number));
    return paintParagraph(runs, form, { indent: 2, hanging: 4 });
  });
  return [paintParagraph(headRuns(position), form), ...lines].join("\n");
}

function headRuns(position: Position): readonly Run<Style>[] {
  const said = describePosition(position);
  const value: Run<Style> = { text: reflowForTerminal(nameValue(position)).trim(), style: "lead" };
  return said === "" ? [value] : [value, { text: ` – ${reflowForTerminal(said)}`, style: "plain" }];
}

function quoteRuns(named: string, quote: Quote, isShown: boolean): readonly Run<Style>[] {
  const marker: Run<Style> = { text: ` [${quote.number}]`, style: "marker", keep: true };
  const name: Run<Style> = { text: reflowForTerminal(named), style: "plain" };
  if (isShown) return [name, marker];
  return [name, { text: ": ", style: "plain" }, ...markForTerminal(quote), marker];
}
