// Quotations of an export, its blocks and its proofs → the same, those in its own headings and names set aside.

import type { Quotation } from "../core/check.ts";
import type { Proof } from "../core/proof.ts";
import { foldWords } from "../text/fold-typography.ts";
import { readMarkdownProse } from "../text/markdown.ts";
import type { ProseBlock } from "../text/prose.ts";
import { flattenSpace } from "../text/words.ts";

/**
 * What stands in marks in a question of the export, or in the name of an article of it, is nobody's
 * words there: it was put in marks by who asked, or by the article's headline. Nor are words of the
 * question that a note of the export repeats.
 */
export function setNamesAside(
  quotations: readonly Quotation[],
  blocks: readonly ProseBlock[],
  proofs: readonly Proof[],
): readonly Quotation[] {
  const names = listNames(proofs);
  const questions = findQuestions(blocks, proofs);
  const asked = listAsked(proofs).map(foldName);
  const notes = blocks.filter(({ text }) => tellsReading(text, asked)).map(spanOf);
  return quotations.map((quotation) => {
    const { form, marker, text, start, end } = quotation;
    if (form !== "marks" || marker !== undefined) return quotation;
    const isInQuestion = questions.some((span) => span.start <= start && end <= span.end);
    const isInNote = notes.some((span) => span.start <= start && end <= span.end);
    const isOfQuestion = isInNote && asked.some((words) => words.includes(foldName(text)));
    const named = isInQuestion || isOfQuestion || names.some((name) => name.includes(text));
    return named ? { aside: "title", ...quotation } : quotation;
  });
}

function listNames(proofs: readonly Proof[]): readonly string[] {
  const lines = proofs.flatMap(({ sources }) => sources.flatMap((source) => source.lines ?? []));
  return lines.flatMap((line) => readMarkdownProse(line).blocks.map(({ text }) => text));
}

/** Where the document shows a question of its proofs, as it was asked or as it was understood. */
function findQuestions(
  blocks: readonly ProseBlock[],
  proofs: readonly Proof[],
): readonly { readonly start: number; readonly end: number }[] {
  const lines = new Set(
    listAsked(proofs).flatMap((words) =>
      [words, `Question: ${words}`, `Understood as: ${words}`].map(flattenSpace),
    ),
  );
  return blocks.filter(({ text }) => lines.has(flattenSpace(text))).map(spanOf);
}

function spanOf({ places }: ProseBlock): { readonly start: number; readonly end: number } {
  return { start: places[0] ?? 0, end: places.at(-1) ?? 0 };
}

/** "“before the airstrikes”: no article searched was found …", as an export tells how it read the question. */
function tellsReading(text: string, asked: readonly string[]): boolean {
  const words = /^\s*(?:\p{L}+:\s)?“(.+?)”:\s/u.exec(text)?.[1];
  return words !== undefined && asked.some((question) => question.includes(foldName(words)));
}

function listAsked(proofs: readonly Proof[]): readonly string[] {
  return proofs
    .flatMap(({ question, manifest }) => [question, manifest?.understood ?? ""])
    .filter((words) => words !== "");
}

function foldName(words: string): string {
  return foldWords(words).toLowerCase();
}
