// Sentences of articles → quotes changed in known ways, bad and honest, each in a draft.

import type { Verdict } from "../src/core/check.ts";

export interface QuotedSentence {
  readonly id: string;
  readonly text: string;
}

export interface Case {
  readonly kind: string;
  readonly draft: string;
  readonly expected: readonly Verdict[];
  readonly format?: "md" | "html" | "txt";
}

type Change = (sentence: QuotedSentence, other: QuotedSentence) => string | undefined;
const quote = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `The paper wrote: “${text}”`;
/** Words in the place of another one, `undefined` where the pattern is not there. */
const swap =
  (pattern: RegExp, by: string): Change =>
  ({ text }) =>
    pattern.test(text) ? quote(text.replace(pattern, by)) : undefined;

const INVENTED = [
  "The lanterns of Quellbrook hummed softly while seven otters debated municipal poetry beneath amber scaffolding.",
  "Velvet turbines unsettled Marrowgate's accordion parliament, whereupon nineteen beekeepers abdicated cheerfully.",
  "Glassblowers in Tarnwick outlawed whispering trombones because pickled thunder kept spoiling their embroidery.",
];
const DENIAL = / (?:not|never) /;

const BAD: Readonly<Record<string, readonly [Change, readonly Verdict[]]>> = {
  "one word": [
    swap(/ (?:people|week|government|country|said|company|world|time|first|new) /, " marble "),
    ["altered"],
  ],
  number: [
    ({ text }) =>
      / \d{1,3} /.test(text)
        ? quote(text.replace(/ (\d{1,3}) /, (_all, digits) => ` ${Number(digits) + 7} `))
        : undefined,
    ["altered"],
  ],
  "negation dropped": [swap(DENIAL, " "), ["altered"]],
  "negation added": [swap(/ (is|was|will|are|were|has) /, " $1 not "), ["altered"]],
  name: [swap(/(?<= )[A-Z][a-z]{3,} [A-Z][a-z]{3,}(?= )/, "Ottoline Varga"), ["altered"]],
  order: [swap(/^(\S+ \S+ \S+ )(.*)( \S+ \S+ \S+)\.$/, "$2$3 $1."), ["altered"]],
  splice: [
    ({ text, id }, other) =>
      id === other.id
        ? quote(
            `${text.split(" ").slice(0, 9).join(" ")} ${other.text.split(" ").slice(-9).join(" ")}`,
          )
        : undefined,
    ["altered"],
  ],
  "ellipsis over not": [swap(/ \S+ (?:not|never) \S+ /, " … "), ["misleading"]],
  tense: [swap(/ (?:is|are|has|will) /, " had been "), ["altered"]],
  "hedge dropped": [
    swap(/ (?:may|might|could|reportedly|allegedly|nearly|almost|about) /, " "),
    ["altered"],
  ],
  speaker: [({ text }) => `“${text.replace(/\.$/, ",")}” said Ottoline Varga.`, ["misattributed"]],
  "another article": [
    ({ text, id }, other) => (id === other.id ? undefined : `“${text}” ([source](${other.id}))`),
    ["misattributed"],
  ],
  invented: [({ text }) => quote(INVENTED[text.length % INVENTED.length]), ["missing"]],
};

const SPACE = / /g;
const letters = /^([A-Z])(?=[a-z])/;
const BENIGN =
  / (?:also|then|later|the|today|yesterday|here|there|already|recently|on Monday|on Friday|last week) /;
const honest =
  (change: (text: string) => string | undefined): Change =>
  ({ text }) =>
    quote(change(text));
const onlyIf = (text: string, pattern: RegExp, by: string): string | undefined =>
  pattern.test(text) ? text.replace(pattern, by) : undefined;

const HONEST: Readonly<Record<string, readonly [Change, Case["format"]?]>> = {
  "as it is": [honest((text) => text)],
  "comma for full stop": [({ text }) => `“${text.replace(/\.$/, ",")}” the paper wrote.`],
  "straight marks": [({ text }) => `It read: "${text}"`],
  "line breaks": [honest((text) => text.replace(/(.{30,50}) /g, "$1\n"))],
  "no-break spaces": [honest((text) => text.replace(SPACE, "\u00a0"))],
  dashes: [honest((text) => onlyIf(text, / [–—-] /, "—"))],
  ellipsis: [honest((text) => onlyIf(text, BENIGN, " … "))],
  "ellipsis in brackets": [honest((text) => onlyIf(text, BENIGN, " […] "))],
  sic: [honest((text) => text.replace(/^(\S+ \S+)/, "$1 [sic]"))],
  "word put in": [honest((text) => onlyIf(text, / (?:he|she|it|they) /, " [the person] "))],
  "first letter": [honest((text) => text.replace(letters, (letter) => letter.toLowerCase()))],
  "first letter in brackets": [
    honest((text) => text.replace(letters, (letter) => `[${letter.toLowerCase()}]`)),
  ],
  emphasis: [honest((text) => text.replace(/ ([a-z]{5,}) /, " *$1* "))],
  "nested quotes": [({ text }) => `He added: ‘${text}’`],
  "HTML entities": [
    ({ text }) =>
      `<p>The paper wrote: &ldquo;${text.replace(/&/g, "&amp;").replace(/ /, "&nbsp;")}&rdquo;</p>`,
    "html",
  ],
  "soft hyphens": [honest((text) => text.replace(/([a-z]{4})([a-z]{4})/, "$1\u00ad$2"))],
  decomposed: [
    honest((text) => (text.normalize("NFD") === text ? undefined : text.normalize("NFD"))),
  ],
  guillemets: [({ text }) => `The paper wrote: « ${text} »`],
  "block quotation": [({ text }) => `> ${text.replace(/^([#>+-]|\d+[.)])/, "\\$1")}`],
};

export function makeBadCases(sentences: readonly QuotedSentence[], each: number): Case[] {
  return Object.entries(BAD).flatMap(([kind, [change, expected]]) =>
    take(sentences, each, (sentence, other) => {
      const draft = change(sentence, other);
      return draft === undefined ||
        draft.includes(sentence.text) !==
          (expected[0] === "misattributed" && draft.includes(sentence.text))
        ? undefined
        : { kind, draft, expected };
    }),
  );
}

/** Honest treatments pass: verified, typographic or edited. */
export function makeHonestCases(sentences: readonly QuotedSentence[], each: number): Case[] {
  return Object.entries(HONEST).flatMap(([kind, [change, format = "md"]]) =>
    take(sentences, each, (sentence, other) => {
      const draft = change(sentence, other);
      return draft && { kind, draft, expected: ["verified", "typographic", "edited"], format };
    }),
  );
}

function take(
  sentences: readonly QuotedSentence[],
  each: number,
  make: (sentence: QuotedSentence, other: QuotedSentence) => Case | undefined | "",
): Case[] {
  const made: Case[] = [];
  const byArticle = new Map<string, QuotedSentence[]>();
  for (const one of sentences) byArticle.set(one.id, [...(byArticle.get(one.id) ?? []), one]);
  for (const [at, sentence] of sentences.entries()) {
    if (made.length >= each) break;
    const sibling = byArticle.get(sentence.id)?.find((one) => one !== sentence) ?? sentence;
    const stranger = sentences[(at + 7) % sentences.length] ?? sentence;
    const one = make(sentence, sibling) || make(sentence, stranger);
    if (one) made.push(one);
  }
  return made;
}
