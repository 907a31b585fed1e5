// The elements of a page and the texts chosen from it → the texts without what the page itself names as furniture.

import { type HtmlElement, type HtmlNode, isElement } from "../../text/html-tree.ts";

/** Elements that are no running text by what they are. */
const BY_NAME = new Set(["nav", "footer", "aside", "form", "button", "figcaption", "dialog"]);
/** Words of class names and ids by which sites of all kinds and languages mark what stands around an article. */
const BY_CLASS =
  /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|related|recirc(?:ulation)?|recommend(?:ed|ations?)?|newsletter|subscribe|subscription|promo(?:tion)?s?|advert(?:isement|s)?|ads?|sponsor(?:ed)?|comments?|respond|tags?|taglist|breadcrumbs?|byline|author-?(?:bio|box|info)|bio|captions?|wp-caption-text|credits?|copyright|disclaimer|disclosure|toolbar|menu|navigation|sidebar|teaser|read-?(?:more|next)|more-?(?:stories|from|on)|see-?also|cookie|popup|modal|sr-only|visually-hidden|screen-reader-text|kicker|eyebrow|dateline|timestamp|post-?meta|entry-?meta|article-?meta|meta|rating|gallery|slideshow|jp-relatedposts|pagination|pager|toc|signup|sign-up|cta|call-to-action|trending|popular|footer)(?=$|[\s_-])/i;
/** What holds more of the chosen words than this is no furniture, whatever it is called. */
const MOST = 0.2;

/** A list is one of links where they are more of its words than this. */
const LINKED = 0.75;

export function dropFurniture(
  nodes: readonly HtmlNode[],
  chosen: ReadonlySet<number>,
): ReadonlySet<number> {
  const kept = new Set(chosen);
  const whole = measure(nodes, chosen);
  const visit = (inner: readonly HtmlNode[]): void => {
    for (const node of inner) {
      if (!isElement(node)) continue;
      if (isFurniture(node, chosen) && measure(node.children, chosen) < MOST * whole)
        drop(node, kept);
      else visit(node.children);
    }
  };
  visit(nodes);
  for (const other of listOthers(nodes, kept)) drop(other, kept);
  return kept;
}

/** Of several articles in a page with a heading each, all but the first: they are other articles. */
function listOthers(nodes: readonly HtmlNode[], kept: ReadonlySet<number>): readonly HtmlElement[] {
  const articles = listOuter(nodes).filter((one) => measure(one.children, kept) > 0);
  return articles.length > 1 && articles.every(hasHeading) ? articles.slice(1) : [];
}

function listOuter(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.name === "article" ? [node] : listOuter(node.children);
  });
}

function hasHeading({ children }: HtmlElement): boolean {
  return children.some(
    (node) => isElement(node) && (/^h[1-3]$/.test(node.name) || hasHeading(node)),
  );
}

function isFurniture(element: HtmlElement, chosen: ReadonlySet<number>): boolean {
  const { name, attributes, children } = element;
  if (BY_NAME.has(name)) return true;
  if (name === "ul" || name === "ol") {
    const links = measureLinks(children, chosen);
    return links > 0 && links > LINKED * measure(children, chosen);
  }
  if (name === "body" || name === "html" || name === "main" || name === "article") return false;
  return attributes.some(
    (one) => (one.name === "class" || one.name === "id") && BY_CLASS.test(one.value),
  );
}

function measure(nodes: readonly HtmlNode[], chosen: ReadonlySet<number>): number {
  let length = 0;
  for (const node of nodes) {
    if (isElement(node)) length += measure(node.children, chosen);
    else if (chosen.has(node.start)) length += node.end - node.start;
  }
  return length;
}

function measureLinks(nodes: readonly HtmlNode[], chosen: ReadonlySet<number>): number {
  return nodes.reduce((sum, node) => {
    if (!isElement(node)) return sum;
    const inner =
      node.name === "a" ? measure(node.children, chosen) : measureLinks(node.children, chosen);
    return sum + inner;
  }, 0);
}

function drop({ children }: HtmlElement, kept: Set<number>): void {
  for (const node of children) {
    if (isElement(node)) drop(node, kept);
    else kept.delete(node.start);
  }
}
