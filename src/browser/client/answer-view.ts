// An answer, or a document with its verdicts → the left side: claims with their quotes, the table, the picture, the sources.

import type {
  WireAnswer,
  WireClaim,
  WireExcerpt,
  WirePosition,
  WireQuote,
  WireSource,
  WireSpan,
} from "../wire.ts";
import { make, makeButton, makeLink } from "./dom.ts";
import { drawPicture } from "./picture.ts";

/** What can be done with what is shown. `key` tells places of one answer apart. */
export interface AnswerActions {
  /** `place` is opened beside; of a quote, `page` is the PDF's. */
  readonly open: (place: OpenPlace) => void;
  readonly copy: (markdown: string) => void;
}

export interface OpenPlace extends WireExcerpt {
  /** The element that shows it. */
  readonly exhibit: HTMLElement;
  readonly label: string;
  readonly page?: number;
}

export function showAnswer(answer: WireAnswer, actions: AnswerActions): Node[] {
  const { question, understood, above, claims, comparison, refusal, picture, sources } = answer;
  return [
    make("h2", { dir: "auto" }, question),
    ...(understood === undefined
      ? []
      : [make("p", { class: "soft" }, `Understood as: ${understood}`)]),
    ...above.map((text) => make("p", { class: "above" }, text)),
    ...(picture === undefined ? [] : [drawPicture(picture)]),
    ...claims.map((claim) => showClaim(claim, actions, answer.provedAt)),
    ...(refusal === undefined ? [] : showRefusal(refusal, actions)),
    ...(comparison === undefined ? [] : showTable(comparison, actions)),
    ...(sources.length === 0 ? [] : showSources(answer, actions)),
    make(
      "div",
      { class: "receipt" },
      ...answer.receipt.map((line) => make("p", { class: "soft" }, line)),
    ),
  ];
}

export function showClaim(claim: WireClaim, actions: AnswerActions, provedAt: string): HTMLElement {
  const { lead, said, markdown } = claim;
  return make(
    "div",
    { class: "claim", "data-markdown": markdown },
    lead === "" ? undefined : make("p", { class: "lead", dir: "auto" }, lead),
    ...said.flatMap((quote) => [
      quote.introduction === undefined
        ? undefined
        : make("p", { class: "speaker", dir: "auto" }, quote.introduction),
      showQuote(quote, actions, provedAt),
    ]),
    makeButton("Copy", () => actions.copy(markdown), {
      class: "copy",
      "aria-label": `Copy with ${nameNumbers(said)} as Markdown`,
    }),
  );
}

function nameNumbers(said: readonly WireQuote[]): string {
  return `quote${said.length === 1 ? "" : "s"} ${said.map(({ quote }) => quote.number).join(", ")}`;
}

function showQuote(shown: WireQuote, actions: AnswerActions, provedAt: string): HTMLElement {
  const { quote, place, url } = shown;
  const exhibit = make("div", { class: "exhibit" });
  const open = openQuote(shown, exhibit, actions);
  const time = new Date(provedAt).toLocaleTimeString();
  exhibit.append(
    make(
      "blockquote",
      { dir: "auto" },
      make("p", {}, "“", ...markAnswer(quote, quote.answer), "”", numberButton(quote.number, open)),
    ),
    make(
      "p",
      { class: "place" },
      make("span", { class: "proved" }, `proved in ${quote.articleId} at ${time}`),
      " · ",
      url === undefined ? place : makeLink(url, place),
    ),
  );
  exhibit.addEventListener("click", (event) => {
    const isChosen = document.getSelection()?.isCollapsed === false;
    if (!isChosen && !(event.target as Element).closest("a")) open();
  });
  return exhibit;
}

function openQuote(
  { quote, page }: WireQuote,
  exhibit: HTMLElement,
  { open }: AnswerActions,
): () => void {
  const label = `quote ${quote.number}`;
  return () => open({ ...quote, exhibit, label, ...(page !== undefined && { page }) });
}

function numberButton(number: number, open: () => void): HTMLElement {
  return makeButton(`[${number}]`, open, {
    class: "number",
    "aria-label": `Show quote ${number} in its article`,
  });
}

/** The quote whole, the words that answer in bold. */
function markAnswer(
  { text, start }: WireExcerpt,
  answer: WireSpan | undefined,
): readonly (Node | string)[] {
  if (answer === undefined) return [text];
  const [from, to] = [answer.start - start, answer.end - start];
  return [text.slice(0, from), make("strong", {}, text.slice(from, to)), text.slice(to)];
}

function showRefusal(
  { detail, closest }: NonNullable<WireAnswer["refusal"]>,
  actions: AnswerActions,
): readonly Node[] {
  return [
    make("p", { class: "above" }, "The articles do not say."),
    make("p", {}, detail),
    ...(closest.length === 0 ? [] : [make("h3", {}, "Closest passages")]),
    ...closest.map((excerpt) => showExcerpt(excerpt, `a passage of ${excerpt.articleId}`, actions)),
  ];
}

function showExcerpt(excerpt: WireExcerpt, label: string, actions: AnswerActions): HTMLElement {
  const exhibit = make("div", { class: "exhibit" });
  const open = (): void => actions.open({ ...excerpt, exhibit, label });
  exhibit.append(
    make("blockquote", { dir: "auto" }, make("p", {}, `“${excerpt.text}”`)),
    makeButton(excerpt.articleId, open, { class: "number", "aria-label": `Show ${label}` }),
  );
  exhibit.addEventListener("click", open);
  return exhibit;
}

const COLUMNS = ["Value, and why it differs", "Quote", "Who says it", "Article"];

function showTable(
  { heading, rows }: NonNullable<WireAnswer["comparison"]>,
  actions: AnswerActions,
): readonly Node[] {
  const head = make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col" }, name)));
  const table = make(
    "table",
    {},
    make("thead", {}, head),
    make("tbody", {}, ...rows.map((row) => showRow(row, actions))),
  );
  const scroll = { class: "table", role: "group", "aria-label": heading, tabindex: "0" };
  return [make("h3", {}, heading), make("div", scroll, table)];
}

function showRow(
  { value, reason, speaker, article, date, quote: shown }: WirePosition,
  actions: AnswerActions,
): HTMLElement {
  const { quote } = shown;
  const row = make("tr", { class: "row" });
  const open = openQuote(shown, row, actions);
  const soft = (text: string): HTMLElement | undefined =>
    text === "" ? undefined : make("p", { class: "soft" }, text);
  row.append(
    make("td", {}, make("b", {}, value), soft(reason)),
    make(
      "td",
      { class: "wide", dir: "auto" },
      "“",
      ...markAnswer(quote, quote.answer),
      "”",
      numberButton(quote.number, open),
    ),
    make("td", { dir: "auto" }, speaker),
    make("td", { dir: "auto" }, article, soft(date)),
  );
  row.addEventListener("click", open);
  return row;
}

function showSources({ sources, voices }: WireAnswer, actions: AnswerActions): readonly Node[] {
  return [
    make("h3", {}, "Sources"),
    ...voices.map((voice) => make("p", { class: "soft" }, voice)),
    make("ul", { class: "sources" }, ...sources.map((source) => showSource(source, actions))),
  ];
}

function showSource(
  { articleId, name, credit, url, trace, sha256, quotes }: WireSource,
  { open }: AnswerActions,
): HTMLElement {
  const item = make("li", { dir: "auto" });
  const place = { articleId, start: 0, end: 0, text: "", exhibit: item, label: articleId };
  item.append(
    make("span", {}, url === undefined ? name : makeLink(url, name), credit, " "),
    ...quotes.map((number) => make("span", { class: "soft" }, `[${number}] `)),
    make("br"),
    makeButton(articleId, () => open(place), {
      class: "number",
      "aria-label": `Open ${articleId}`,
    }),
    ...trace.map((line) => make("p", { class: "soft" }, line)),
    make("p", { class: "soft" }, `sha256 ${sha256}`),
  );
  return item;
}
