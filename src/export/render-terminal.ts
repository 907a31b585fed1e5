// An answer or an abstention → what the terminal shows of it: claims, comparison, sources, closest passages.

import type {
  Abstention,
  Answer,
  AnswerOutcome,
  Claim,
  Excerpt,
  Quote,
  Source,
} from "../core/answer.ts";
import type { Position } from "../core/comparison.ts";
import type { Run } from "../text/wrap-runs.ts";
import { citeSource } from "./cite-sources.ts";
import {
  describePosition,
  headComparison,
  nameValue,
  pickComparison,
} from "./describe-comparison.ts";
import { describeSearch, describeTime, describeWriting, tellWeakness } from "./describe-search.ts";
import {
  type Cited,
  type IntroducedQuote,
  introduceQuotes,
  nameSpeaker,
} from "./introduce-quotes.ts";
import { markForTerminal } from "./mark-answer.ts";
import { renderSourceName, renderSources } from "./render-sources.ts";
import {
  paintParagraph,
  reflowForTerminal,
  type Style,
  type TerminalForm,
} from "./terminal-text.ts";

/**
 * Nothing where no two articles can be compared. A quote that a claim or a position has shown already
 * is only named by its number.
 */
function renderComparison(answer: Answer, form: TerminalForm): readonly string[] {
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

/**
 * The whole outcome, ending in a line end. The screen changes two things of a quote and no other:
 * runs of white space are shown as one space or as the end of a line, and characters that would act
 * on the terminal or that cannot be seen are spelled out. JSON and Markdown carry the exact text.
 */
export function renderTerminal(outcome: AnswerOutcome, form: TerminalForm): string {
  const body =
    outcome.kind === "answer" ? answerParts(outcome, form) : abstentionParts(outcome, form);
  const weak = tellWeakness(outcome).map((note) => renderWeakness(note, form));
  const parts = [...understoodParts(outcome, form), ...weak, ...body];
  return `${parts.join("\n\n")}\n`;
}

/** An excerpt in typographic quotes, indented: for `search`, `show` and the closest passages. */
export function renderExcerpt(excerpt: Excerpt, form: TerminalForm): string {
  const text = `“${reflowForTerminal(excerpt.text).trim()}”`;
  return paintParagraph([{ text, style: "quote" }], form, { indent: 2, hanging: 2 });
}

function understoodParts({ understood }: AnswerOutcome, form: TerminalForm): readonly string[] {
  if (understood === undefined) return [];
  return [renderUnderstood(understood, form)];
}

function answerParts(answer: Answer, form: TerminalForm): readonly string[] {
  return [
    ...answer.claims.map((claim) => renderClaim(claim, answer, form)),
    renderAfterClaims(answer, form),
  ];
}

/** From so many quotes on a claim is a list, each quote on a line of its own. */
const LIST_LENGTH = 3;

/** One claim with the quotes that it cites, as a paragraph or a list without a line end. */
export function renderClaim(claim: Claim, cited: Cited, form: TerminalForm): string {
  const isList = claim.citations.length >= LIST_LENGTH;
  const introduced = introduceQuotes(claim, cited, isList);
  const lead = reflowForTerminal(introduced.lead).trim();
  const head: readonly Run<Style>[] = lead === "" ? [] : [{ text: lead, style: "lead" }];
  const said = introduced.said.map(citeQuote);
  if (!isList) return paintParagraph(joinRuns([head, ...said]), form);
  const items = said.map((runs) => paintParagraph(runs, form, { indent: 2, hanging: 4 }));
  return [...(head.length === 0 ? [] : [paintParagraph(head, form)]), ...items].join("\n");
}

/** What stands below an answer's claims: where sources differ, which they are, what is to be said of the writing. */
export function renderAfterClaims(answer: Answer, form: TerminalForm): string {
  const notes = describeWriting(answer).map((note) => say(note, "faint", form));
  const time = describeTime(answer).map((line) => say(line, "plain", form));
  const parts = [...time, ...renderComparison(answer, form), renderSources(answer, form), ...notes];
  return parts.join("\n\n");
}

/** The line above an answer that says how the question was taken. */
export function renderUnderstood(understood: string, form: TerminalForm): string {
  return say(`Understood as: ${understood}`, "faint", form);
}

/** The line above an answer that may be none. */
export function renderWeakness(note: string, form: TerminalForm): string {
  return say(note, "heading", form);
}

function abstentionParts(abstention: Abstention, form: TerminalForm): readonly string[] {
  const { detail, closest, sources } = abstention;
  return [
    say("The articles do not say.", "heading", form),
    ...(detail === "" ? [] : [say(detail, "plain", form)]),
    ...describeTime(abstention).map((line) => say(line, "plain", form)),
    ...(closest.length === 0 ? [] : [say("Closest passages", "heading", form)]),
    ...sources.map((source) => renderClosest(closest, source, form)),
    say(describeSearch(abstention), "faint", form),
    ...describeWriting(abstention).map((note) => say(note, "faint", form)),
  ];
}

/** What of them is of this source, below its name. */
function renderClosest(closest: readonly Excerpt[], source: Source, form: TerminalForm): string {
  const own = closest.filter(({ articleId }) => articleId === source.articleId);
  const shown = own.map((excerpt) => renderExcerpt(excerpt, form));
  return [renderSourceName(source, form), ...shown].join("\n");
}

/** The quote with who says it before and its number behind. */
function citeQuote({ quote, introduction }: IntroducedQuote): readonly Run<Style>[] {
  const introduced: readonly Run<Style>[] =
    introduction === undefined
      ? []
      : [{ text: `${reflowForTerminal(introduction)} `, style: "plain" }];
  return [
    ...introduced,
    ...markForTerminal(quote),
    { text: ` [${quote.number}]`, style: "marker", keep: true },
  ];
}

/** With a space between each two that are not empty. */
function joinRuns(parts: readonly (readonly Run<Style>[])[]): readonly Run<Style>[] {
  const space: Run<Style> = { text: " ", style: "plain" };
  return parts
    .filter((runs) => runs.length > 0)
    .flatMap((runs, place) => (place === 0 ? runs : [space, ...runs]));
}

function say(text: string, style: Style, form: TerminalForm): string {
  return paintParagraph([{ text: reflowForTerminal(text), style }], form);
}
