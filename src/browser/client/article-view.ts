// A place in an article → the right side: the article around it, the words marked and scrolled to; of a PDF its page.

import type { WireArticle, WireSpan } from "../wire.ts";
import type { OpenPlace } from "./answer-view.ts";
import { make, makeButton } from "./dom.ts";
import { loadArticle, pdfAddress } from "./requests.ts";

/** Characters before and after the words: a whole article, but for the longest. */
const REACH = 60_000;

/** Whether a PDF is shown as pages or as text; the reader's choice holds for the next one. */
let showsPages = navigator.pdfViewerEnabled;

export class ArticleView {
  readonly #pane: HTMLElement;
  readonly #attempt: (work: () => Promise<unknown>) => void;
  /** Loaded, or on its way. */
  #part:
    | { readonly id: string; readonly within: WireSpan; readonly article: Promise<WireArticle> }
    | undefined;
  #latest = 0;

  constructor(pane: HTMLElement, attempt: (work: () => Promise<unknown>) => void) {
    this.#pane = pane;
    this.#attempt = attempt;
  }

  /** `quoted` are all spans of that article that the answer quotes. @throws Error in words */
  async open(place: OpenPlace, quoted: readonly WireSpan[]): Promise<void> {
    this.#latest += 1;
    const turn = this.#latest;
    const article = await this.#load(place);
    if (turn !== this.#latest) return;
    this.#show(article, place, quoted);
  }

  clear(): void {
    this.#latest += 1;
    this.#part = undefined;
    this.#pane.replaceChildren();
  }

  /** What is there already is not fetched again. */
  #load({ articleId: id, start, end }: OpenPlace): Promise<WireArticle> {
    const part = this.#part;
    const isThere = part?.id === id && part.within.start <= start && end <= part.within.end;
    return isThere ? part.article : this.#fetch(id, start, end);
  }

  #fetch(id: string, start: number, end: number): Promise<WireArticle> {
    const within = { start: Math.max(0, start - REACH), end: end + REACH };
    const article = loadArticle(id, within);
    this.#part = { id, within, article };
    article.catch(() => {
      this.#part = undefined;
    });
    return article;
  }

  #show(article: WireArticle, place: OpenPlace, quoted: readonly WireSpan[]): void {
    const pages = article.isPdf && showsPages;
    const head = [
      make("h2", { dir: "auto" }, article.title),
      make("p", { class: "about" }, [article.known, article.articleId].filter(Boolean).join(" · ")),
    ];
    const choose = (wanted: boolean) => (): void => {
      showsPages = wanted;
      this.#show(article, place, quoted);
    };
    const ways = [
      makeButton("Pages", choose(true), { "aria-pressed": String(pages) }),
      makeButton("Text", choose(false), { "aria-pressed": String(!pages) }),
    ];
    const back = makeButton(
      "Back to the answer",
      () => place.exhibit.querySelector("button")?.focus(),
      {
        class: "back",
      },
    );
    const paper = make(
      "div",
      { class: pages ? "paper with-page" : "paper" },
      ...head,
      make("div", { class: "ways" }, ...(article.isPdf ? ways : []), back),
      ...(pages ? this.#showPage(place) : this.#showText(article, place, quoted)),
    );
    this.#pane.replaceChildren(paper);
    this.#pane.setAttribute("aria-label", `Article: ${article.title}`);
    const mark = this.#pane.querySelector("mark.here");
    if (mark === null) this.#pane.scrollTo({ top: 0 });
    else mark.scrollIntoView({ block: "center" });
  }

  /** The browser's own viewer, with the words above: it marks none. */
  #showPage({ articleId, page = 1, text }: OpenPlace): readonly Node[] {
    const src = `${pdfAddress(articleId)}#page=${page}&view=FitH&navpanes=0`;
    const words = make("p", { dir: "auto" }, make("mark", { class: "here" }, text));
    return [
      ...(text === "" ? [] : [words]),
      make("iframe", { src, title: `Page ${page} of ${articleId}` }),
    ];
  }

  #showText(article: WireArticle, place: OpenPlace, quoted: readonly WireSpan[]): readonly Node[] {
    const { within, length, blocks } = article;
    const move = (to: number) => (): void => {
      const next = { ...place, start: to, end: to };
      this.#attempt(async () =>
        this.#show(await this.#fetch(article.articleId, to, to), next, quoted),
      );
    };
    return [
      ...(within.start > 0 ? [makeButton("Earlier in this article", move(within.start))] : []),
      ...blocks.flatMap((block) => [
        ...(block.place === undefined || block.place === ""
          ? []
          : [make("p", { class: "page" }, block.place)]),
        showBlock(block, place, quoted),
      ]),
      ...(within.end < length ? [makeButton("Later in this article", move(within.end))] : []),
    ];
  }
}

/** What is no prose stands back: captions, bylines, share lines. */
function showBlock(
  { start, text, excluded, isHeading }: WireArticle["blocks"][number],
  place: OpenPlace,
  quoted: readonly WireSpan[],
): HTMLElement {
  const end = start + text.length;
  const spans = [...quoted, place].filter((one) => one.start < end && start < one.end);
  const cuts = new Set([start, end, ...spans.flatMap((one) => [one.start, one.end])]);
  const places = [...cuts].filter((cut) => start <= cut && cut <= end).sort((a, b) => a - b);
  const parts = places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end;
    const words = text.slice(from - start, to - start);
    const covering = spans.filter((one) => one.start <= from && to <= one.end);
    if (covering.length === 0) return words;
    const isHere = place.start <= from && to <= place.end;
    return make("mark", isHere ? { class: "here" } : {}, words);
  });
  const prose = isHeading === true ? "heading" : undefined;
  const kind = excluded === undefined ? prose : excluded === "title" ? "title" : "aside";
  return make("p", { dir: "auto", class: kind }, ...parts);
}
