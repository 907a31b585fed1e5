// Outcomes with their quotes' paragraphs → one HTML file with its style sheet that needs nothing else and runs nothing.

import type { AnnotatedOutcome } from "../core/answer.ts";
import { checksumProse } from "../text/checksum.ts";
import { readHtmlProse } from "../text/html-prose.ts";
import { escapeAttribute } from "./escape-text.ts";
import { renderSection, type SectionOfPage } from "./html-answer.ts";
import { countThrough, type ShortProofs } from "./prove-answer.ts";

/** `sha256-…` of {@link STYLE}, as a policy names it; a test compares the two. */
export const STYLE_DIGEST: string = "sha256-6Bslv2fKtIOTK9v29YlzXqU6/kcFKeAKzDh3171Z0WY=";

/** Two columns from 60 rem, one below; light and dark; for paper without colours and links. */
export const STYLE: string = `
:root {
  --paper: #fbfaf6; --ink: #1c1b19; --soft: #57534c; --line: #d9d4c7; --card: #f3f0e7;
  --link: #1d4f91; --mark: #ffe58a; --mark-ink: #1c1b19; --accent: #8a1c1c;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Liberation Serif", "Times New Roman", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #ebe7dd; --soft: #aba595; --line: #3b3833; --card: #211f1c;
    --link: #9cc2f5; --mark: #5d4b12; --mark-ink: #fff4cf; --accent: #f0a59a;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 70rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); overflow-wrap: anywhere; hanging-punctuation: first;
}
h1, h2, h3, h4, p, ul, ol, blockquote { margin: 0; padding: 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; background: var(--paper); padding: .5rem 1rem; font-family: var(--sans); }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
.masthead { padding: 2.5rem 0 1.1rem; border-bottom: 3px double var(--ink); }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.25rem); line-height: 1.15; letter-spacing: -.01em; text-wrap: balance; }
.masthead p { margin-top: .5rem; color: var(--soft); font-style: italic; }
nav { padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
nav ol { padding-left: 1.4em; }
nav li { padding: .15rem 0; }
.answer { padding: 2.75rem 0 1.5rem; }
.answer + .answer { border-top: 3px double var(--ink); }
h2 { font-size: clamp(1.35rem, 1.05rem + 1.4vw, 2rem); line-height: 1.22; letter-spacing: -.01em; text-wrap: balance; max-width: 34em; margin-bottom: 1.5rem; }
h2 .kicker { display: block; font: 600 1.0625rem/1.3 var(--serif); font-variant-caps: all-small-caps; letter-spacing: .08em; color: var(--accent); margin-bottom: .5rem; }
.statement + .statement { margin-top: 2.75rem; }
.claim { font-size: 1.125rem; max-width: 34em; }
.speaker { font: 600 .9375rem/1.5 var(--sans); margin-top: 1.25rem; }
.exhibit { margin-top: 1rem; padding: 1.1rem 0 1.25rem; border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem; }
.speaker + .exhibit { margin-top: .5rem; }
.quote { font-size: 1.3125rem; line-height: 1.5; text-wrap: pretty; }
.marker { font: 600 .8125rem/1 var(--sans); text-decoration: none; white-space: nowrap; padding: .35em .15em; }
.marker:hover { text-decoration: underline; }
.clipping { background: var(--card); border-left: 3px solid var(--line); padding: .9rem 1.1rem 1rem; font-size: .9375rem; line-height: 1.6; align-self: start; }
.clipping-name { font: .8125rem/1.45 var(--sans); color: var(--soft); margin-bottom: .5rem; }
.clipping-name b { color: var(--ink); }
.paragraph { color: var(--soft); }
q { quotes: none; }
q::before, q::after { content: none; }
.goes-before q::before, .goes-on q::after { content: " … "; }
mark { background: var(--mark); color: var(--mark-ink); padding: .08em .1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark::before, mark::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; content: " [the quote begins] "; }
mark::after { content: " [the quote ends] "; }
.break { display: block; height: .55em; overflow: hidden; }
.unseen { unicode-bidi: isolate; display: inline-block; }
.unseen::before { content: attr(data-name); font: .7em/1 var(--sans); border: 1px solid currentcolor; border-radius: 2px; padding: 0 .2em; opacity: .8; }
.paragraph + .place { margin-top: .6rem; }
.place { font: .8125rem/1.45 var(--sans); color: var(--soft); margin-top: .15rem; }
.clipping .page::after { content: ": open the page at these words"; }
.quote p, .paragraph p { unicode-bidi: plaintext; }
.position + .position { margin-top: 2rem; }
.value b { font-size: 1.1875rem; }
.reason { color: var(--soft); font-style: italic; margin-left: .5em; }
.said { font: .875rem/1.5 var(--sans); color: var(--soft); }
.position .exhibit { margin-top: .6rem; }
.refusal { font-size: 1.3125rem; font-weight: 600; margin-bottom: .5rem; }
.closest { display: grid; gap: .25rem; margin-top: 1rem; max-width: 44em; }
.closest .paragraph { background: var(--card); border-left: 3px solid var(--line); padding: .9rem 1.1rem; color: var(--ink); }
.closest .place { margin-bottom: .75rem; }
.receipt { margin-top: 2.25rem; color: var(--soft); font-size: .9375rem; max-width: 44em; }
h3 { font: 600 1.0625rem/1.3 var(--serif); font-variant-caps: all-small-caps; letter-spacing: .08em; color: var(--accent); margin: 2.25rem 0 .75rem; }
.source { padding: .9rem 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 1fr); gap: .1rem 1.5rem; }
h4 { font: 600 .875rem/1.6 var(--sans); scroll-margin-top: 1rem; }
.article .kicker { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.source ul { list-style: none; font: .8125rem/1.6 var(--sans); color: var(--soft); margin-top: .25rem; }
.digest { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .92em; overflow-wrap: anywhere; }
.source:has(:target), .exhibit:target { box-shadow: -.6rem 0 0 var(--paper), -.8rem 0 0 var(--accent); }
.proof { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: .75rem; font: .875rem/1.5 var(--sans); color: var(--soft); }
summary { cursor: pointer; font-weight: 600; padding: .25rem 0; width: max-content; }
.proof pre { margin: .75rem 0 0; padding: 1rem; background: var(--card); color: var(--ink); font: .75rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; overflow: auto; max-height: 28rem; }
footer { border-top: 3px double var(--ink); padding-top: 1rem; color: var(--soft); font-size: .9375rem; }
kbd { font: .9em ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; color: var(--ink); }
@media (min-width: 60rem) {
  body { padding-inline: 2.5rem; }
  .exhibit { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 2.75rem; }
  .source { grid-template-columns: 7rem minmax(0, 1fr); }
  .source h4 { grid-row: span 2; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { mark { forced-color-adjust: none; background: Mark; color: MarkText; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --card: #fff; --link: #000; --mark: #e4e4e4; --mark-ink: #000; --accent: #000; }
  @page { margin: 18mm 16mm; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.45; }
  .masthead { padding-top: 0; }
  .answer { padding: 1.75rem 0 1rem; }
  .statement + .statement, .receipt { margin-top: 1.5rem; }
  .skip, .proof { display: none; }
  a { text-decoration: none; }
  .out::after { content: " <" attr(href) ">"; font: .8em var(--sans); overflow-wrap: anywhere; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .exhibit { grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); gap: 8mm; margin-top: .6rem; padding: .7rem 0 .8rem; break-inside: avoid; }
  .clipping { padding: 0 0 0 .9rem; line-height: 1.45; }
  .source, .claim, .speaker, .value, .said, h2, h3, h4 { break-inside: avoid; }
  .claim, .speaker, .value, .said, h2, h3, h4 { break-after: avoid; }
}
`;

const TITLE = "Answers from the articles";
/** The one style sheet by its digest, and nothing else: no script, picture, font, frame or form. */
const POLICY = `default-src 'none'; style-src '${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

/**
 * A session's questions in order, numbered through. What is visible holds each line that the Markdown
 * export has, and a proof block for each answer, so that the file can be checked like that one. A
 * page is not edited as Markdown is: its proofs hold a checksum of all that it shows.
 */
export function renderHtml(annotated: readonly AnnotatedOutcome[], short?: ShortProofs): string {
  const sections = countThrough(annotated).map((part, i) => ({ ...part, place: i + 1, short }));
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
