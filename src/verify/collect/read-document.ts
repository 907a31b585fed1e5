// A document's name and text → its prose, read as Markdown, HTML, plain text or other markup.

import { readHtmlProse } from "../../text/html-prose.ts";
import { readMarkdownProse } from "../../text/markdown.ts";
import { readMarkupProse } from "../../text/markup-prose.ts";
import { readTaggedProse } from "../../text/plain-prose.ts";
import type { ProseDocument } from "../../text/prose.ts";

export type DocumentFormat = "markdown" | "html" | "text";

/** By the ending of the name; what has none (standard input) by how it begins. */
function guessFormat(name: string, text: string): DocumentFormat {
  if (/\.(?:md|markdown|mdx|qmd|rmd)$/i.test(name)) return "markdown";
  if (/\.(?:html?|xhtml)$/i.test(name)) return "html";
  if (/\.(?:txt|text)$/i.test(name)) return "text";
  return /^\s*<(?:!doctype|html|body|article|p|div|h1)\b/i.test(text) ? "html" : "markdown";
}

export function readDocument(name: string, text: string): ProseDocument {
  const markup = readMarkupProse(name, text);
  if (markup !== undefined) return markup;
  const format = guessFormat(name, text);
  if (format === "html") return readHtmlProse(text);
  return format === "markdown" ? readMarkdownProse(text) : readTaggedProse(text);
}
