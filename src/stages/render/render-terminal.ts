// An answer or an abstention → what the terminal shows of it.

import type {
  Abstention,
  Answer,
  AnswerOutcome,
  Claim,
  Excerpt,
  Quote,
  Source,
} from "../../model/answer.ts";
import type { Run } from "../../text/wrap-runs.ts";
import { describeSearch, describeWriting } from "./describe-search.ts";
import { introduceSpeaker } from "./name-speaker.ts";
import { paintParagraph, type Style, type TerminalForm } from "./paint-lines.ts";
import { renderComparison } from "./render-comparison.ts";
import { renderSourceName, renderSources } from "./render-sources.ts";
import { reflowForTerminal } from "./sanitize-terminal.ts";

/**
 * The whole outcome, ending in a line end. The screen changes two things of a quote and no other:
 * runs of white space are shown as one space or as the end of a line, and characters that would act
 * on the terminal or that cannot be seen are spelled out. JSON and Markdown carry the exact text.
 */
export function renderTerminal(outcome: AnswerOutcome, form: TerminalForm): string {
  const body =
    outcome.kind === "answer" ? answerParts(outcome, form) : abstentionParts(outcome, form);
  const parts = [...understoodParts(outcome, form), ...body];
  return `${parts.join("\n\n")}\n`;
}

/** An excerpt in typographic quotes, indented: for `search`, `show` and the closest passages. */
export function renderExcerpt(excerpt: Excerpt, form: TerminalForm): string {
  return paintParagraph(quoteRuns(excerpt), form, { indent: 2, hanging: 2 });
}

function understoodParts({ understood }: AnswerOutcome, form: TerminalForm): readonly string[] {
  if (understood === undefined) return [];
  return [renderUnderstood(understood, form)];
}

function answerParts(answer: Answer, form: TerminalForm): readonly string[] {
  return [
    ...answer.claims.map((claim) => renderClaim(claim, answer.quotes, form)),
    renderAfterClaims(answer, form),
  ];
}

/** One claim with the quotes that it cites, as a paragraph without a line end. */
export function renderClaim(claim: Claim, quotes: readonly Quote[], form: TerminalForm): string {
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  return paintParagraph(claimRuns(claim, quoteOf), form);
}

/** What stands below an answer's claims: where sources differ, which they are, what is to be said of the writing. */
export function renderAfterClaims(answer: Answer, form: TerminalForm): string {
  const notes = describeWriting(answer).map((note) => say(note, "faint", form));
  return [...renderComparison(answer, form), renderSources(answer, form), ...notes].join("\n\n");
}

/** The line above an answer that says how the question was taken. */
export function renderUnderstood(understood: string, form: TerminalForm): string {
  return say(`Understood as: ${understood}`, "faint", form);
}

function abstentionParts(abstention: Abstention, form: TerminalForm): readonly string[] {
  const { detail, closest, sources } = abstention;
  const sourceOf = new Map(sources.map((source) => [source.articleId, source]));
  return [
    say("The articles do not say.", "heading", form),
    ...(detail === "" ? [] : [say(detail, "plain", form)]),
    say(describeSearch(abstention), "faint", form),
    ...describeWriting(abstention).map((note) => say(note, "faint", form)),
    ...(closest.length === 0
      ? []
      : [say("Closest passages, which do not answer:", "heading", form)]),
    ...closest.map((excerpt) => renderClosest(excerpt, sourceOf.get(excerpt.articleId), form)),
  ];
}

function renderClosest(excerpt: Excerpt, source: Source | undefined, form: TerminalForm): string {
  const from = source ? renderSourceName(source, form) : say(excerpt.articleId, "faint", form);
  return `${from}\n${renderExcerpt(excerpt, form)}`;
}

function claimRuns(claim: Claim, quoteOf: ReadonlyMap<number, Quote>): readonly Run<Style>[] {
  const lead = reflowForTerminal(claim.text).trim();
  const shown = claim.citations.flatMap((number) => {
    const quote = quoteOf.get(number);
    if (quote === undefined) return [];
    const marker: Run<Style> = { text: ` [${number}]`, style: "marker", keep: true };
    const speaker = introduceSpeaker(quote);
    const said: Run<Style> = {
      text: ` ${speaker === undefined ? "" : `${reflowForTerminal(speaker)}: `}`,
      style: "plain",
    };
    return [said, ...quoteRuns(quote), marker];
  });
  return lead === "" ? shown.slice(1) : [{ text: lead, style: "lead" }, ...shown];
}

function quoteRuns({ text }: Excerpt): readonly Run<Style>[] {
  return [{ text: `“${reflowForTerminal(text).trim()}”`, style: "quote" }];
}

function say(text: string, style: Style, form: TerminalForm): string {
  return paintParagraph([{ text: reflowForTerminal(text), style }], form);
}
