// HTML → its elements as a tree in the order of the file, each tag and text with its place: the one door to `parse5`.

import { type Token, Tokenizer, TokenizerMode } from "parse5";

/** Characters of the page as they stand in the file, `[start, end)`, references and all. */
export interface HtmlText {
  readonly start: number;
  end: number;
}

/** `[start, from)` is its start tag, `[to, end)` its end tag; each is empty where there is none. */
export interface HtmlElement extends HtmlText {
  /** In lower case; a comment is called `!--`. */
  readonly name: string;
  readonly from: number;
  to: number;
  readonly attributes: Token.TagToken["attrs"];
  readonly children: HtmlNode[];
}

export type HtmlNode = HtmlText | HtmlElement;

/** What holds no markup: how it is read to its end tag. */
const RAW: ReadonlyMap<string, Tokenizer["state"]> = new Map([
  ["script", TokenizerMode.SCRIPT_DATA],
  ...["title", "textarea"].map((name) => [name, TokenizerMode.RCDATA] as const),
  ...["style", "xmp", "iframe", "noembed", "noframes", "noscript"].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
]);
const list = (names: string): ReadonlySet<string> => new Set(names.split(" "));
const VOID = list("area base br col embed hr img input link meta param source track wbr");
const BLOCKS = list(
  "address article aside blockquote body details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html main nav ol p pre section summary table ul",
);
const CELLS = list("td th caption button object pre");
const TABLE = list("table");
const TABLE_PARTS = list("table thead tbody tfoot tr td th caption");
/** Ended by the next of its name, unless a list or table stands between them. */
const SIBLINGS = list("li dt dd tr td th");
const LISTS = list("ul ol menu dl table");
/** Deeper elements are laid beside each other: no stack of a reader must bear them. */
const DEEPEST = 200;

export const isBlock = (name: string): boolean =>
  BLOCKS.has(name) || TABLE_PARTS.has(name) || SIBLINGS.has(name);

export function isElement(node: HtmlNode): node is HtmlElement {
  return "name" in node;
}

/**
 * What a page holds, in the order of the file. Tags are read as a browser reads them; but no text is
 * moved out of tables and no element repeated, as a browser's own tree would have it: so places rise,
 * and a page of unclosed tags grows no faster than its file. Linear time.
 */
export function readHtmlTree(html: string): readonly HtmlNode[] {
  const tree = new TreeBuilder(html);
  const ignored = (): void => undefined;
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        const state = RAW.get(tag.tagName);
        if (state !== undefined && !tree.isForeign) tokenizer.state = state;
        tree.start(tag);
      },
      onEndTag: (tag) => tree.end(tag),
      onComment: (comment) => tree.comment(comment),
      onDoctype: ({ location }) => tree.skip(location),
      onCharacter: ignored,
      onNullCharacter: ignored,
      onWhitespaceCharacter: ignored,
      onEof: ignored,
    },
  );
  tokenizer.write(html, true);
  return tree.finish();
}

class TreeBuilder {
  readonly #html: string;
  readonly #open: HtmlElement[] = [makeElement("", 0, 0)];
  /** Where the last tag ended: text is what stands between tags. */
  #done = 0;
  #tooDeep = 0;

  constructor(html: string) {
    this.#html = html;
  }

  /** Inside drawings and formulas no element is raw. */
  get isForeign(): boolean {
    return this.#open.some(({ name }) => name === "svg" || name === "math");
  }

  start({ tagName, location, attrs, selfClosing }: Token.TagToken): void {
    const { start, end } = this.skip(location);
    if (SIBLINGS.has(tagName)) this.#close(tagName, LISTS, start, start);
    if (BLOCKS.has(tagName))
      for (const name of ["p", "code"]) this.#close(name, CELLS, start, start);
    const element = makeElement(tagName, start, end, attrs);
    this.#open.at(-1)?.children.push(element);
    if (VOID.has(tagName) || (selfClosing && !RAW.has(tagName))) return;
    if (this.#open.length > DEEPEST) this.#tooDeep += 1;
    else this.#open.push(element);
  }

  end({ tagName, location }: Token.TagToken): void {
    const { start, end } = this.skip(location);
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else if (tagName !== "html" && tagName !== "body")
      this.#close(tagName, TABLE_PARTS.has(tagName) ? TABLE : CELLS, start, end);
  }

  /** One that is never closed hides nothing: it is text. */
  comment({ location }: Token.CommentToken): void {
    const raw = this.#html.slice(location?.startOffset, location?.endOffset);
    if (!(raw.startsWith("<!--") ? /--!?>$/ : />$/).test(raw)) return;
    const { start, end } = this.skip(location);
    this.#open.at(-1)?.children.push({ ...makeElement("!--", start, start), end });
  }

  /** The text before a tag or comment, and where that one stands. */
  skip(location: Token.Location | null): HtmlText {
    const { startOffset: start = 0, endOffset: end = 0 } = location ?? {};
    if (start > this.#done) this.#open.at(-1)?.children.push({ start: this.#done, end: start });
    this.#done = end;
    return { start, end };
  }

  finish(): readonly HtmlNode[] {
    const end = this.#html.length;
    if (end > this.#done) this.#open.at(-1)?.children.push({ start: this.#done, end });
    for (const element of this.#open) element.to = element.end = end;
    return this.#open[0]?.children ?? [];
  }

  /** Ends the innermost element of a name and all in it, where none of `within` lies around them. */
  #close(name: string, within: ReadonlySet<string>, to: number, end: number): void {
    const at = this.#open.findLastIndex((one) => one.name === name || within.has(one.name));
    if (this.#open[at]?.name !== name) return;
    for (const [place, element] of this.#open.splice(at).entries()) {
      element.to = to;
      element.end = place === 0 ? end : to;
    }
  }
}

function makeElement(
  name: string,
  start: number,
  from: number,
  attributes: HtmlElement["attributes"] = [],
): HtmlElement {
  return { name, start, from, to: from, end: from, attributes, children: [] };
}
