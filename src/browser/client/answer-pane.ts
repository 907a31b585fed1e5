// What is shown on the left, and which quote of it is open on the right.

import type { WireAnswer, WireClaim, WireDocument, WireExcerpt } from "../wire.ts";
import { type OpenPlace, showAnswer, showClaim } from "./answer-view.ts";
import { ArticleView } from "./article-view.ts";
import { showDocument } from "./document-view.ts";
import { byId, make, setAttributes } from "./dom.ts";

export interface PaneOptions {
  /** Runs work whose faults are told to the reader. */
  readonly attempt: (work: () => Promise<unknown>) => void;
  readonly copy: (markdown: string) => void;
}

/** Where there is one column, the article comes when it is asked for. */
const oneColumn = matchMedia("(max-width: 56rem)");

export class AnswerPane {
  readonly #options: PaneOptions;
  readonly #left = byId("answer");
  readonly #article: ArticleView;
  #answer: WireAnswer | undefined;
  #quoted: readonly WireExcerpt[] = [];
  #current: HTMLElement | undefined;

  constructor(options: PaneOptions) {
    this.#options = options;
    this.#article = new ArticleView(byId("article"), options.attempt);
  }

  get answer(): WireAnswer | undefined {
    return this.#answer;
  }

  /** Out of the question box, so that the keys are heard. */
  focus(): void {
    this.#left.focus({ preventScroll: true });
  }

  clear(): void {
    this.#answer = undefined;
    this.#quoted = [];
    this.#current = undefined;
    this.#left.replaceChildren();
    this.#article.clear();
  }

  /** A question whose answer is on its way. */
  begin(question: string): void {
    this.clear();
    this.#left.append(make("h2", { dir: "auto" }, question));
  }

  say(text: string): void {
    this.#left.append(make("p", { class: "above" }, text));
  }

  addClaim(claim: WireClaim): void {
    this.#quoted = [...this.#quoted, ...claim.said.map(({ quote }) => quote)];
    this.#left.append(showClaim(claim, this.#actions, new Date().toISOString()));
    if (this.#current === undefined) this.#openFirst();
  }

  /** The quote that was open stays open. */
  show(answer: WireAnswer, earlier: HTMLElement | undefined): void {
    const isSame = this.#answer === undefined || this.#answer.id === answer.id;
    const at = isSame && this.#current !== undefined ? this.#exhibits.indexOf(this.#current) : 0;
    const rows = answer.comparison?.rows ?? [];
    this.#answer = answer;
    this.#quoted = [
      ...answer.claims.flatMap(({ said }) => said.map(({ quote }) => quote)),
      ...rows.map(({ quote }) => quote.quote),
    ];
    this.#current = undefined;
    this.#fill([...(earlier === undefined ? [] : [earlier]), ...showAnswer(answer, this.#actions)]);
    if (this.#exhibits.length === 0) this.#article.clear();
    else this.#openFirst(Math.max(at, 0));
    requestAnimationFrame(() => performance.mark("shown"));
  }

  showDocument(document: WireDocument): void {
    this.clear();
    this.#fill(showDocument(document, this.#actions));
    this.#openFirst();
  }

  #fill(nodes: readonly Node[]): void {
    this.#left.replaceChildren(...nodes);
    this.#left.scrollTo({ top: 0 });
  }

  get #exhibits(): readonly HTMLElement[] {
    return [...this.#left.querySelectorAll<HTMLElement>(".exhibit, .row")];
  }

  #openFirst(at = 0): void {
    if (!oneColumn.matches) this.#exhibits[at]?.querySelector("button")?.click();
  }

  /** To the next quote, or the one before; at either end it stays. */
  step(by: 1 | -1): void {
    const exhibits = this.#exhibits;
    const at = this.#current === undefined ? -1 : exhibits.indexOf(this.#current);
    const next = exhibits[Math.min(Math.max(at + by, 0), exhibits.length - 1)];
    const button = next?.querySelector("button");
    next?.scrollIntoView({ block: "nearest" });
    button?.focus({ preventScroll: true });
    button?.click();
  }

  copyCurrent(): void {
    const claim = this.#current?.closest<HTMLElement>("[data-markdown]");
    const markdown = claim?.dataset["markdown"];
    if (markdown !== undefined) this.#options.copy(markdown);
  }

  readonly #actions = {
    open: (place: OpenPlace): void => {
      if (this.#current !== undefined) setAttributes(this.#current, { "aria-current": undefined });
      this.#current = place.exhibit;
      setAttributes(place.exhibit, { "aria-current": "true" });
      const quoted = this.#quoted.filter(({ articleId }) => articleId === place.articleId);
      this.#options.attempt(() => this.#article.open(place, quoted));
    },
    copy: (markdown: string): void => this.#options.copy(markdown),
  };
}
