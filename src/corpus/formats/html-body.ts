// The elements of a page → the texts in it that are the article, by Mozilla's Readability.

import type { HtmlElement, HtmlNode } from "../../text/html-tree.ts";
import { isElement } from "../../text/html-tree.ts";

/** Texts by their start in the file. */
export type ChosenTexts = ReadonlySet<number>;

export interface ChosenBody {
  readonly texts: ChosenTexts;
  /** Who wrote it, as the page marks it up. */
  readonly byline?: string;
}

/** What Readability never reads, and what would only cost. */
const LEFT_OUT = new Set(["script", "style", "svg", "template", "iframe", "!--"]);
const MARK = "data-text";

/**
 * Readability reads a document of its own, in which each text lies in an element that bears its number:
 * it may move and copy what it likes, and what it keeps is still known by its place in the file.
 * `undefined` where it finds no article.
 */
export async function chooseBody(
  html: string,
  nodes: readonly HtmlNode[],
): Promise<ChosenBody | undefined> {
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import("@mozilla/readability"),
    import("linkedom"),
  ]);
  const { document } = parseHTML(wrapPage(markTexts(html, nodes)));
  const read = new Readability(document, {
    keepClasses: true,
    charThreshold: 250,
    serializer: (element) => listMarks(element as unknown as Marked),
  }).parse();
  if (read?.content === undefined || read.content === null) return undefined;
  const byline = read.byline?.trim();
  return { texts: new Set(read.content), ...(byline ? { byline } : {}) };
}

interface Marked {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

const listMarks = (element: Marked): readonly number[] =>
  Array.from(element.querySelectorAll(`[${MARK}]`), (one) => Number(one.getAttribute(MARK)));

/** One element around all, and one for what is shown, as every reader of pages expects. */
function wrapPage(page: string): string {
  const shown = /<body\b/.test(page) ? page : `<body>${page}</body>`;
  return `<!doctype html>${/<html\b/.test(page) ? shown : `<html>${shown}</html>`}`;
}

/** Far more than lie in one another on any page. Readability reads the whole text of each, so deeper ones are left out around their texts. */
const DEEPEST_ELEMENT = 128;

/** The page written anew, with numbered texts. */
function markTexts(html: string, nodes: readonly HtmlNode[], depth = 0): string {
  const parts: string[] = [];
  for (const node of nodes) {
    if (isElement(node)) parts.push(markElement(html, node, depth + 1));
    else {
      const text = html.slice(node.start, node.end);
      parts.push(
        text.trim() === "" ? " " : `<span ${MARK}="${node.start}">${escapeText(text)}</span>`,
      );
    }
  }
  return parts.join("");
}

function markElement(html: string, element: HtmlElement, depth: number): string {
  const { name, attributes, children } = element;
  if (LEFT_OUT.has(name)) return "";
  if (name === "title") return `<title>${escapeText(html.slice(element.from, element.to))}</title>`;
  if (depth > DEEPEST_ELEMENT) return markTexts(html, children, depth);
  const named = attributes.map(
    (one) => ` ${one.name}="${one.value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`,
  );
  const head = `<${name}${named.join("")}>`;
  return EMPTY.has(name) ? head : `${head}${markTexts(html, children, depth)}</${name}>`;
}

const EMPTY = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** References stay as they are; a bare `<` is a text's. */
const escapeText = (text: string): string => text.replace(/</g, "&lt;");
