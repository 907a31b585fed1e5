// The elements of a page → all of them in their order, an attribute of one, its words.

import { decodeHTML } from "entities/decode";
import { type HtmlElement, type HtmlNode, isElement } from "../../text/html-tree.ts";

export function* walk(nodes: readonly HtmlNode[]): Iterable<HtmlElement> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* walk(node.children);
  }
}

export const read = ({ attributes }: HtmlElement, name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value.trim() || undefined;

export const readText = (html: string, { from, to }: HtmlElement): string =>
  decodeHTML(html.slice(from, to).replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
