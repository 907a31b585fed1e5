// Outcomes → their sources as a BibTeX file.

import type { AnswerOutcome, Source } from "../core/answer.ts";
import { citeKey } from "./cite-key.ts";
import { citeSource, safeUrl } from "./cite-sources.ts";
import { dateParts, nameAuthor, noteSource, plain, uniqueSources } from "./project-csl.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
};
/** BibTeX counts braces even when they are escaped: those without a partner must be named. */
const LONE_BRACE: Readonly<Record<string, string>> = {
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
};

/** One entry an article, in the order first cited, for BibTeX and biblatex alike; UTF-8. */
export function renderBibtex(outcomes: readonly AnswerOutcome[]): string {
  const sources = uniqueSources(outcomes.flatMap((outcome) => outcome.sources));
  return sources.map(renderEntry).join("\n");
}

function renderEntry(source: Source): string {
  const { title } = citeSource(source);
  const { publisher, published } = source;
  const author = nameAuthor(source);
  const [year, month, day] = dateParts(published) ?? [];
  const url = safeUrl(source);
  const name = month === undefined ? undefined : MONTHS[month - 1];
  const fields = [
    // Two pairs of braces: the title keeps its capitals, and an author's name is not taken apart.
    ["title", `{{${escapeTex(title)}}}`],
    ...(author === undefined ? [] : [["author", `{{${escapeTex(author)}}}`]]),
    ...(publisher === undefined ? [] : [["journal", `{${escapeTex(publisher)}}`]]),
    ...(year === undefined ? [] : [["year", `{${year}}`]]),
    ...(name === undefined ? [] : [["month", name]]),
    ...(day === undefined ? [] : [["day", `{${day}}`]]),
    ...(url === undefined ? [] : [["url", `{${url}}`]]),
    ["note", `{${escapeTex(noteSource(source))}}`],
  ];
  const kind = publisher === undefined ? "misc" : "article";
  const lines = fields.map(([field, value]) => `  ${field} = ${value},\n`);
  return `@${kind}{${citeKey(source)},\n${lines.join("")}}\n`;
}

/** Any text → TeX that sets exactly that text on one line. */
function escapeTex(text: string): string {
  const line = plain(text);
  const paired = hasPairedBraces(line);
  return line.replace(/[\\{}~^%$&#_]/g, (mark) => {
    const lone = paired ? undefined : LONE_BRACE[mark];
    return lone ?? SPECIAL[mark] ?? `\\${mark}`;
  });
}

function hasPairedBraces(text: string): boolean {
  let open = 0;
  for (const brace of text.replace(/[^{}]/g, "")) {
    open += brace === "{" ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}
