// A question asked again → what a reader is told of it on a terminal.

import type { AnswerOutcome, Quote } from "../../core/answer.ts";
import type { QuoteFate, ReplayedQuestion, ReplayedQuote, WordChange } from "../../core/check.ts";
import { showInvisible } from "../../text/invisible.ts";
import { clip, tellPlace, tellWords } from "./report-text.ts";

/** Nothing that a document or article holds can act on the terminal: it is shown as `<U+001B>`. */
export function reportReplay(replayed: ReplayedQuestion, colour: boolean): string {
  const { question, changed, quotes, added, figures, notes, now } = replayed;
  const label = changed ? "changed" : "as before";
  const shown = colour ? `\u001b[${changed ? "33" : "32"}m${label}\u001b[0m` : label;
  const kept = quotes.filter(({ fate }) => fate === "shown").length;
  const lines = [
    ...describeKind(replayed),
    ...(kept > 0 ? [`${countQuotes(kept)} as before.`] : []),
    ...quotes.flatMap(tellQuote),
    ...added.flatMap((quote) => tellAdded(quote, now, replayed)),
    ...tellFigures("Figures only then", figures.gone),
    ...tellFigures("Figures only now", figures.added),
    ...notes,
  ];
  const head = `${showInvisible(clip(question))}: ${shown}`;
  return [head, ...lines.map((line) => `  ${showInvisible(line)}`)].join("\n");
}

/** How many questions have another answer today. */
export function describeReplay(questions: readonly ReplayedQuestion[]): string {
  const changed = questions.filter((one) => one.changed).length;
  const all = questions.length === 1 ? "1 question" : `${questions.length} questions`;
  return changed === 0
    ? `${all}: answered as before.`
    : `${all}: ${changed} answered differently today.`;
}

function countQuotes(count: number): string {
  return count === 1 ? "1 quote" : `${count} quotes`;
}

function describeKind({ kindThen, now }: ReplayedQuestion): readonly string[] {
  if (kindThen === now.kind) return [];
  if (now.kind === "answer") return ["The articles did not say; today they do."];
  return [`Today the articles do not say: ${now.detail}`];
}

const TOLD: Readonly<Record<Exclude<QuoteFate, "shown">, string>> = {
  stands: "Not shown any more, though it stands in the articles",
  reworded: "No longer so in the articles",
  gone: "Gone from the articles",
};

function tellQuote(quote: ReplayedQuote): readonly string[] {
  const { fate, number, text, articleId, articleThere, place, words } = quote;
  if (fate === "shown") return [];
  const where = articleThere ? "" : `, and ${articleId} is not in the folder`;
  return [
    `${TOLD[fate]}${where}: ${number === undefined ? "" : `[${number}] `}“${clip(text)}”`,
    ...(place === undefined ? [] : [`    ${tellPlace(place)}`]),
    ...(words.length === 0 ? [] : [`    ${tellWords(words.map(turnTime))}`]),
  ];
}

/** What the article has is the newer of the two here; in a draft's check it is the older. */
function turnTime({ kind, text }: WordChange): WordChange {
  if (kind === "same") return { kind, text };
  return { kind: kind === "source" ? "draft" : "source", text };
}

function tellAdded(
  { number, articleId, text }: Quote,
  { sources }: AnswerOutcome,
  { quotes }: ReplayedQuestion,
): readonly string[] {
  const source = sources.find((one) => one.articleId === articleId);
  const line = source?.quotes.find((one) => one.number === number)?.line;
  const known = quotes.some((quote) => quote.articleId === articleId);
  const named = [source?.publisher, source?.published].filter((part) => part !== undefined);
  return [
    `New${known ? "" : ", from an article that was not quoted"}: “${clip(text)}”`,
    `    ${[`${source?.path ?? articleId}:${line ?? 1}`, ...named].join(" · ")}`,
  ];
}

function tellFigures(label: string, figures: readonly string[]): readonly string[] {
  return figures.length === 0 ? [] : [`${label}: ${figures.map((one) => clip(one)).join("; ")}`];
}
