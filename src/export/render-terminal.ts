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
import type { Run } from "../text/wrap-runs.ts";
import { citeSource } from "./cite-sources.ts";
import {
  type ComparisonRow,
  describePosition,
  headComparison,
  nameValue,
  pickComparison,
  tabulateComparison,
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
  const rows = tabulateComparison(answer);
  const positions = comparison.positions.map((position) => {
    const said = describePosition(position);
    const head = [
      write(nameValue(position).trim(), "lead"),
      ...(said === "" ? [] : [write(` – ${said}`, "plain")]),
    ];
    const quotes = rows.filter((row) => row.position === position);
    const lines = quotes.map((row) => {
      const isShown = shown.has(row.quote.number);
      shown.add(row.quote.number);
      return paintParagraph(quoteRuns(row, isShown), form, { indent: 2, hanging: 4 });
    });
    return [paintParagraph(head, form), ...lines].join("\n");
  });
  return [say(headComparison(comparison), "heading", form), ...positions];
}

function quoteRuns(row: ComparisonRow, isShown: boolean): readonly Run<Style>[] {
  const { position, quote, source } = row;
  const { voice, title, date } = citeSource(source);
  const said = nameSpeaker(quote);
  const isHead = position.stance !== undefined && said === position.value;
  const named = [isHead ? undefined : said, voice ?? title, date];
  const name = write(named.filter((part) => part !== undefined).join(", "), "plain");
  if (isShown) return [name, markNumber(quote)];
  return [name, write(": ", "plain"), ...markForTerminal(quote), markNumber(quote)];
}

const write = (text: string, style: Style): Run<Style> => ({
  text: reflowForTerminal(text),
  style,
});

const markNumber = ({ number }: Quote): Run<Style> => ({
  text: ` [${number}]`,
  style: "marker",
  keep: true,
});

/**
 * The whole outcome, ending in a line end. The screen changes two things of a quote and no other:
 * runs of white space are shown as one space or as the end of a line, and characters that would act
 * on the terminal or that cannot be seen are spelled out. JSON and Markdown carry the exact text.
 */
export function renderTerminal(outcome: AnswerOutcome, form: TerminalForm): string {
  const { understood } = outcome;
  const parts = [
    ...(understood === undefined ? [] : [renderUnderstood(understood, form)]),
    ...tellWeakness(outcome).map((note) => renderWeakness(note, form)),
    ...(outcome.kind === "answer" ? answerParts(outcome, form) : abstentionParts(outcome, form)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** An excerpt in typographic quotes, indented: for `search`, `show` and the closest passages. */
export function renderExcerpt(excerpt: Excerpt, form: TerminalForm): string {
  const text = `“${reflowForTerminal(excerpt.text).trim()}”`;
  return paintParagraph([{ text, style: "quote" }], form, { indent: 2, hanging: 2 });
}

function answerParts(answer: Answer, form: TerminalForm): readonly string[] {
  return [
    ...answer.claims.map((claim) => renderClaim(claim, answer, form)),
    renderAfterClaims(answer, form),
  ];
}

/** From so many quotes on a claim is a list, each quote on a line of its own. */
export const LIST_LENGTH = 3;

/** One claim with the quotes that it cites, as a paragraph or a list without a line end. */
export function renderClaim(claim: Claim, cited: Cited, form: TerminalForm): string {
  const isList = claim.citations.length >= LIST_LENGTH;
  const introduced = introduceQuotes(claim, cited, isList);
  const lead = introduced.lead.trim();
  const head = lead === "" ? [] : [write(lead, "lead")];
  const said = introduced.said.map(citeQuote);
  if (!isList) return paintParagraph(joinRuns([head, ...said]), form);
  const items = said.map((runs) => paintParagraph(runs, form, { indent: 2, hanging: 4 }));
  return [...(head.length === 0 ? [] : [paintParagraph(head, form)]), ...items].join("\n");
}

/** What stands below an answer's claims: where sources differ, which they are, what is to be said of the writing. */
export function renderAfterClaims(answer: Answer, form: TerminalForm): string {
  const notes = describeWriting(answer).map((note) => say(note, "faint", form));
  const time = describeTime(answer).map((line) => say(line, "plain", form));
  const parts = [
    ...time,
    ...renderComparison(answer, form),
    renderSources(answer, form, answer.quotes),
    ...notes,
  ];
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
  const introduced = introduction === undefined ? [] : [write(`${introduction} `, "plain")];
  return [...introduced, ...markForTerminal(quote), markNumber(quote)];
}

/** With a space between each two that are not empty. */
function joinRuns(parts: readonly (readonly Run<Style>[])[]): readonly Run<Style>[] {
  const space: Run<Style> = { text: " ", style: "plain" };
  return parts
    .filter((runs) => runs.length > 0)
    .flatMap((runs, place) => (place === 0 ? runs : [space, ...runs]));
}

function say(text: string, style: Style, form: TerminalForm): string {
  return paintParagraph([write(text, style)], form);
}
