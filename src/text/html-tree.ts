// HTML → its elements as a tree in the order of the file, each tag and text with its place: the one door to `parse5`.

import { type Token, Tokenizer, TokenizerMode } from "parse5";

/** Characters of the page as they stand in the file, `[start, end)`, references and all. */
export interface HtmlText {
  readonly start: number;
  readonly end: number;
}

/** `[start, from)` is its start tag, `[to, end)` its end tag; both are empty where there is none. */
export interface HtmlElement extends HtmlText {
  /** In lower case; a comment is called `!--`. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly attributes: Token.TagToken["attrs"];
  readonly children: readonly HtmlNode[];
}

export type HtmlNode = HtmlText | HtmlElement;

type OpenElement = { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] } & {
  readonly children: HtmlNode[];
};

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
const CELLS = list("td th caption");
const TABLE = list("table");
const TABLE_PARTS = list("table thead tbody tfoot tr td th caption");
/** Which elements left open a start tag ends, unless one of the last stands between them. */
const ENDS: readonly (readonly [
  starts: ReadonlySet<string>,
  ends: ReadonlySet<string>,
  within: ReadonlySet<string>,
])[] = [
  [BLOCKS, list("p code"), list("td th caption button object pre")],
  [list("li"), list("li"), list("ul ol menu table blockquote")],
  [list("dt dd"), list("dt dd"), list("dl table")],
  [list("td th"), list("td th"), TABLE],
  [list("tr tbody tfoot"), list("tr"), TABLE],
];
/** Deeper elements are laid beside each other: no stack of a reader must bear them. */
const DEEPEST = 200;

/** An element that shows its words as a block, with white space around it or without. */
export const isBlock = (name: string): boolean =>
  BLOCKS.has(name) || TABLE_PARTS.has(name) || /^(?:li|d[dt])$/.test(name);

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
  return tree.finish(html.length);
}

class TreeBuilder {
  readonly #html: string;
  readonly #open: OpenElement[] = [makeElement("", 0, 0, [])];
  readonly #counts = new Map<string, number>();
  /** Where the last tag ended: text is what stands between tags. */
  #done = 0;
  #tooDeep = 0;

  constructor(html: string) {
    this.#html = html;
  }

  /** Inside drawings and formulas no element is raw. */
  get isForeign(): boolean {
    return this.#isOpen("svg") || this.#isOpen("math");
  }

  start({ tagName, location, attrs, selfClosing }: Token.TagToken): void {
    const { start, end } = this.skip(location);
    for (const [starts, ends, within] of ENDS) {
      if (starts.has(tagName)) for (const name of ends) this.#close(name, within, start, start);
    }
    const element = makeElement(tagName, start, end, attrs);
    this.#open.at(-1)?.children.push(element);
    if (VOID.has(tagName) || (selfClosing && !RAW.has(tagName))) return;
    if (this.#open.length > DEEPEST) this.#tooDeep += 1;
    else {
      this.#open.push(element);
      this.#counts.set(tagName, (this.#counts.get(tagName) ?? 0) + 1);
    }
  }

  end({ tagName, location }: Token.TagToken): void {
    const { start, end } = this.skip(location);
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else if (!/^(?:html|body)$/.test(tagName))
      this.#close(tagName, TABLE_PARTS.has(tagName) ? TABLE : CELLS, start, end);
  }

  /** One that is never closed hides nothing: it is text. */
  comment({ location }: Token.CommentToken): void {
    const [start, end] = [location?.startOffset ?? 0, location?.endOffset ?? 0];
    const raw = this.#html.slice(start, end);
    if (!(raw.startsWith("<!--") ? /--!?>$/ : />$/).test(raw)) return;
    this.skip(location);
    this.#open.at(-1)?.children.push({ ...makeElement("!--", start, start, []), end });
  }

  /** The text before a tag or comment, and where that one stands. */
  skip(location: Token.Location | null): HtmlText {
    const { startOffset: start, endOffset: end } = location ?? { startOffset: 0, endOffset: 0 };
    if (start > this.#done) this.#open.at(-1)?.children.push({ start: this.#done, end: start });
    this.#done = end;
    return { start, end };
  }

  finish(length: number): readonly HtmlNode[] {
    this.skip({ startOffset: length, endOffset: length } as Token.Location);
    for (const element of this.#open) element.to = element.end = length;
    return this.#open[0]?.children ?? [];
  }

  #isOpen(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  /** Ends the innermost element of a name and all in it, where none of `within` lies around them. */
  #close(name: string, within: ReadonlySet<string>, to: number, end: number): void {
    if (!this.#isOpen(name)) return;
    const at = this.#open.findLastIndex((one) => one.name === name || within.has(one.name));
    if (this.#open[at]?.name !== name) return;
    for (const [place, element] of this.#open.splice(at).entries()) {
      element.to = to;
      element.end = place === 0 ? end : to;
      this.#counts.set(element.name, (this.#counts.get(element.name) ?? 1) - 1);
    }
  }
}

function makeElement(
  name: string,
  start: number,
  from: number,
  attributes: HtmlElement["attributes"],
): OpenElement {
  return { name, start, from, to: from, end: from, attributes, children: [] };
}
