// Lists of what was said, who is named and where a word stands → lines for a terminal.

import type {
  Concordance,
  Entity,
  FoundSentence,
  ListedArticle,
  SaidList,
  SaidSentence,
} from "../core/listing.ts";
import { cutToWidth, measureWidth } from "../text/cut-width.ts";
import type { Run } from "../text/wrap-runs.ts";
import { count } from "./describe-search.ts";
import {
  paintParagraph,
  reflowForTerminal,
  renderText,
  type Style,
  sanitizeTerminal,
  type TerminalForm,
} from "./terminal-text.ts";

/** Columns beside the word where the width is endless. */
const USUAL_SIDE = 40;
/** Wider, and the eye does not come back. */
const WIDEST = 200;

/**
 * The word in the middle, one line a match, all of them below one another; what does not fit is cut off,
 * so no line is a quote. Articles come with their counts.
 */
export function renderConcordance(found: Concordance, form: TerminalForm): string {
  const width = Number.isFinite(form.width) ? Math.min(form.width, WIDEST) : undefined;
  return renderArticles(found, form, (sentence) =>
    sentence.matches.map((match) => alignMatch(sentence, match, width, form)),
  );
}

/** Each article with how many matches it has, and below it what is shown of its sentences. */
function renderArticles(
  { articles }: Concordance,
  form: TerminalForm,
  show: (sentence: FoundSentence) => readonly string[],
): string {
  return articles
    .map(({ article, found }) => {
      const many = found.reduce((sum, { matches }) => sum + matches.length, 0);
      return [headArticle(article, `${many}`, form), ...found.flatMap(show)].join("\n");
    })
    .join("\n\n");
}

function alignMatch(
  { excerpt }: FoundSentence,
  match: { readonly start: number; readonly end: number },
  width: number | undefined,
  form: TerminalForm,
): string {
  const [from, to] = [match.start - excerpt.start, match.end - excerpt.start];
  const [before, word, after] = [
    excerpt.text.slice(0, from),
    excerpt.text.slice(from, to),
    excerpt.text.slice(to),
  ].map(reflowForTerminal);
  const room = width === undefined ? USUAL_SIDE : Math.floor(width / 2) - 4;
  const left = cutToWidth(before ?? "", room, "end");
  const shown = cutToWidth(word ?? "", Math.max(1, (width ?? WIDEST) - room), "start");
  const rest = width === undefined ? USUAL_SIDE : Math.max(0, width - room - measureWidth(shown));
  const right = cutToWidth(after ?? "", rest, "start");
  const runs: readonly Run<Style>[] = [
    { text: " ".repeat(Math.max(0, room - measureWidth(left))) + left, style: "plain" },
    { text: shown, style: "answer", keep: true },
    { text: right.trimEnd(), style: "plain" },
  ];
  return paintParagraph(
    runs.filter(({ text }) => text !== ""),
    { ...form, width: Number.POSITIVE_INFINITY },
  );
}

/** Whole sentences with their lines, each word marked. */
export function renderFound(found: Concordance, form: TerminalForm): string {
  return renderArticles(found, form, (sentence) => [renderSentence(sentence, form)]);
}

function renderSentence(
  { excerpt, line, matches, part }: FoundSentence,
  form: TerminalForm,
): string {
  const runs: Run<Style>[] = [
    { text: `${line}: ${part === undefined ? "" : `(${part}) `}“`, style: "faint" },
  ];
  let at = excerpt.start;
  for (const { start, end } of matches) {
    runs.push({ text: slice(excerpt, at, start), style: "quote" });
    runs.push({ text: slice(excerpt, start, end), style: "answer" });
    at = end;
  }
  runs.push(
    { text: slice(excerpt, at, excerpt.end), style: "quote" },
    { text: "”", style: "faint" },
  );
  return paintParagraph(
    runs.filter(({ text }) => text !== ""),
    form,
    { indent: 2, hanging: 4 },
  );
}

function slice(excerpt: FoundSentence["excerpt"], start: number, end: number): string {
  return reflowForTerminal(excerpt.text.slice(start - excerpt.start, end - excerpt.start));
}

function headArticle({ id, metadata }: ListedArticle, more: string, form: TerminalForm): string {
  const known = [metadata.publisher?.value, metadata.published?.value.slice(0, 10), more];
  const text = [id, ...known.filter((part) => part !== undefined && part !== "")].join(" · ");
  return paintParagraph([{ text: sanitizeTerminal(text), style: "heading" }], form, { hanging: 2 });
}

/** Sentences below their articles, each with how it was said; direct speech is the article's quotation. */
export function renderSaid({ said }: SaidList, form: TerminalForm): string {
  const groups: { article: ListedArticle; sentences: SaidSentence[] }[] = [];
  for (const sentence of said) {
    const last = groups.at(-1);
    if (last?.article.id === sentence.article.id) last.sentences.push(sentence);
    else groups.push({ article: sentence.article, sentences: [sentence] });
  }
  return groups
    .map(({ article, sentences }) =>
      [headArticle(article, "", form), ...sentences.map((one) => renderOne(one, form))].join("\n"),
    )
    .join("\n\n");
}

const SPEECH: Readonly<Record<SaidSentence["speech"], string>> = {
  direct: "",
  partial: ", in part",
  indirect: ", not in quotation marks",
};

function renderOne(
  { excerpt, line, verb, speech, speaker, copies }: SaidSentence,
  form: TerminalForm,
): string {
  const as = speaker.role === undefined ? "" : ` (${speaker.role})`;
  const also =
    copies.length === 0 ? "" : `; also in ${copies.map(({ articleId }) => articleId).join(", ")}`;
  const how = `${line}: ${verb ?? "in quotation marks"}${SPEECH[speech]}${as}${also}: `;
  return paintParagraph(
    [
      { text: sanitizeTerminal(how), style: "faint" },
      { text: `“${reflowForTerminal(excerpt.text).trim()}”`, style: "quote" },
    ],
    form,
    { indent: 2, hanging: 4 },
  );
}

/** A line each: name, kind, counts and the other ways in which it is written. */
export function renderEntities(entities: readonly Entity[], form: TerminalForm): string {
  return entities
    .map(({ name, kind, articles, mentions, aliases }) => {
      const others = aliases.map((alias) => alias.name).filter((one) => one !== name);
      const counts = `${kind}, ${count(articles, "article")}, ${count(mentions, "mention")}`;
      return paintParagraph(
        [
          { text: sanitizeTerminal(name), style: "heading" },
          { text: ` ${counts}`, style: "plain" },
          ...(others.length === 0
            ? []
            : [{ text: `; also ${sanitizeTerminal(others.join(", "))}`, style: "faint" } as const]),
        ],
        form,
        { hanging: 2 },
      );
    })
    .join("\n");
}

/** Each way in which it is written, why that is it, and the line that takes it apart again. */
export function renderMerges({ name, kind, aliases }: Entity, form: TerminalForm): string {
  const lines = aliases.map(({ name: written, because, mentions, articles, seenIn }) => {
    const counts = `${count(mentions, "time")} in ${count(articles, "article")}`;
    const undo = because === "same-name" ? "" : `; to undo: separate ${written} | ${name}`;
    return renderText(
      `${written}: ${counts}; ${explainMerge(because)}, as in ${seenIn}${undo}`,
      form,
      {
        indent: 2,
        hanging: 4,
      },
    );
  });
  return [renderText(`${name}, ${kind}`, form), ...lines].join("\n");
}

function explainMerge(because: Entity["aliases"][number]["because"]): string {
  return {
    "same-name": "the name itself",
    surname: "the surname, beside the full name in one article",
    "given-name": "the first name, beside the full name in one article",
    "short-name": "a part of the name, beside all of it in one article",
    acronym: "capitals that the article declares",
    initials: "the first letters, beside the full name in one article",
    elsewhere: "nobody else is called so in these articles",
    corrected: "a line of your corrections",
  }[because];
}
