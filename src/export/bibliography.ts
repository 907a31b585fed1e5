// Sources → a bibliography: keys that stay the same, CSL JSON for Pandoc and Zotero, a BibTeX file.

import type { AnswerOutcome, Source } from "../core/answer.ts";
import { hashName } from "../text/checksum.ts";
import { replaceInvisible } from "../text/invisible.ts";
import { citeSource, safeUrl } from "./cite-sources.ts";
import type { Json } from "./project-json.ts";

/** What an entry tells of an article; absent what is not known. */
function readEntry(source: Source) {
  const { publisher, published } = source;
  return {
    title: plain(citeSource(source).title),
    author: nameAuthor(source),
    publisher: publisher === undefined ? undefined : plain(publisher),
    issued: dateParts(published),
    url: safeUrl(source),
    note: noteSource(source),
  };
}

/** One entry an article, though several answers cite it, in the order first cited. A field that is not known is left out. */
export function projectCsl(sources: readonly Source[]): readonly Json[] {
  return uniqueSources(sources).map((source) => {
    const { title, author, publisher, issued, url, note } = readEntry(source);
    return {
      id: citeKey(source),
      type: publisher === undefined ? "article" : "article-newspaper",
      title,
      ...(publisher !== undefined && { "container-title": publisher }),
      ...(author !== undefined && { author: [{ literal: author }] }),
      ...(issued !== undefined && { issued: { "date-parts": [issued] } }),
      ...(url !== undefined && { URL: url }),
      note,
    };
  });
}

/** Each article once, the first time it is listed. */
function uniqueSources(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [source.articleId, source])).values()];
}

/** Year, month and day, as far as the date gives them. */
function dateParts(published: string | undefined): readonly number[] | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published ?? "");
  if (match === null) return undefined;
  return match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

/** Whom a bibliography may name as the author: not one who is only said to have helped ("with Ana Ruiz"). */
function nameAuthor({ author }: Source): string | undefined {
  return author === undefined || /^with\s/iu.test(author) ? undefined : plain(author);
}

/** What a bibliography has no field for. */
function noteSource({ author = "", articleId, sha256 }: Source): string {
  const helper = /^with\s/iu.test(author) ? `W${plain(author).slice(1)}; ` : "";
  return `${helper}file: ${plain(articleId)}; SHA-256: ${sha256}`;
}

/** One line without characters that act or hide. */
function plain(text: string): string {
  return replaceInvisible(text, () => " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words that open titles without naming anything. */
const OPENING = /^(?:an?|the|how|why|what|when|who|is|are|in|on|of|to|for|with|from)$/;
const LONGEST_PART = 20;

/**
 * `orlen-post-2024-harbour-1x8k2f`: publisher or author, year, a word of the title, and a hash of the
 * article's id, which keeps two articles apart whatever else is exported with them. Only what every
 * BibTeX and Pandoc takes in a key: `a-z`, `0-9`, `-`.
 */
export function citeKey(source: Source): string {
  const { title } = citeSource(source);
  const { publisher, author, published = "", articleId } = source;
  const words = simplify(title).split("-").filter(Boolean);
  const word = words.find((candidate) => !OPENING.test(candidate)) ?? words[0] ?? "";
  const parts = [
    simplify(publisher ?? author ?? ""),
    /^\d{4}/.exec(published)?.[0] ?? "",
    word.slice(0, LONGEST_PART),
    hashName(articleId),
  ];
  return parts.filter((part) => part !== "").join("-");
}

/** Letters without accents, digits, and single hyphens for everything else. */
function simplify(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const simple = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return simple.slice(0, LONGEST_PART).replace(/-$/, "");
}

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
  const { title, author, publisher, issued = [], url, note } = readEntry(source);
  const [year, month, day] = issued;
  const brace = (text: string | number | undefined): string | undefined =>
    text === undefined ? undefined : `{${text}}`;
  const tex = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : brace(escapeTex(text));
  const fields = [
    // Two pairs of braces: the title keeps its capitals, and an author's name is not taken apart.
    ["title", brace(tex(title))],
    ["author", brace(tex(author))],
    ["journal", tex(publisher)],
    ["year", brace(year)],
    ["month", MONTHS[(month ?? 0) - 1]],
    ["day", brace(day)],
    ["url", brace(url)],
    ["note", tex(note)],
  ];
  const lines = fields.flatMap(([field, value]) =>
    value === undefined ? [] : `  ${field} = ${value},\n`,
  );
  const kind = publisher === undefined ? "misc" : "article";
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
