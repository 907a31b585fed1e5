// Outcomes with their quotes' paragraphs → one HTML file that needs nothing else and runs nothing.

import type { AnnotatedOutcome } from "../core/answer.ts";
import { checksumProse } from "../text/checksum-prose.ts";
import { readHtmlProse } from "../text/html-prose.ts";
import { escapeAttribute } from "./escape-html.ts";
import { renderSection, type SectionOfPage } from "./html-answer.ts";
import { STYLE, STYLE_DIGEST } from "./html-style.ts";
import { countThrough } from "./prove-answer.ts";

const TITLE = "Answers from the articles";
/** The one style sheet by its digest, and nothing else: no script, picture, font, frame or form. */
const POLICY = `default-src 'none'; style-src '${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

/**
 * A session's questions in order, numbered through. What is visible holds each line that the Markdown
 * export has, and a proof block for each answer, so that the file can be checked like that one. A
 * page is not edited as Markdown is: its proofs hold a checksum of all that it shows.
 */
export function renderHtml(annotated: readonly AnnotatedOutcome[]): string {
  const sections = countThrough(annotated).map((part, i) => ({ ...part, place: i + 1 }));
  const draft = renderPage(sections);
  const shown = checksumProse(readHtmlProse(draft).blocks);
  return renderPage(sections.map((section) => ({ ...section, shown })));
}

function renderPage(sections: readonly SectionOfPage[]): string {
  const [first, ...others] = sections;
  const title = others.length > 0 ? TITLE : (first?.outcome.question.trim() ?? TITLE);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeAttribute(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#answers">Skip to the answers</a>
<header class="masthead">
<h1>${TITLE}</h1>
<p>Each quote is word for word in its article, and stands beside the paragraph that it was taken from.</p>
</header>
${others.length > 0 ? renderContents(sections) : ""}<main id="answers">
${sections.map(renderSection).join("")}</main>
<footer>
<p>Every quote can be checked again with this file and the articles: <kbd>pullquote verify</kbd></p>
</footer>
</body>
</html>
`;
}

function renderContents(annotated: readonly AnnotatedOutcome[]): string {
  const entries = annotated.map(
    ({ outcome }, i) =>
      `<li><a href="#question-${i + 1}">${escapeAttribute(outcome.question)}</a></li>\n`,
  );
  return `<nav aria-label="Questions">\n<ol>\n${entries.join("")}</ol>\n</nav>\n`;
}
