// Questions whose documents disagree or mislead → how often every valid answer stands with its own document.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import { listContentStems } from "../../src/english/stems.ts";
import type { Bench } from "./ask-bench.ts";

interface RamQuestion {
  readonly question: string;
  readonly documents: readonly {
    readonly text: string;
    readonly type: "correct" | "misinfo" | "noise";
    readonly answer: string;
  }[];
}

/** A group of quotes that are shown as one position, or as one claim. */
type Shown = readonly { readonly document: number; readonly text: string }[];

interface Surfaced {
  readonly valid: number;
  readonly surfaced: number;
  readonly misinformed: boolean;
  /** Misinformation is shown and no valid answer is. */
  readonly alone: boolean;
}

/**
 * A valid answer is surfaced when a position quotes a document that gives it, by a sentence with a
 * word of that answer where the document has one. Misinformation is alone when a quote of it is
 * shown and no valid answer is surfaced.
 */
export async function measureRamdocs(
  data: string,
  bench: Bench,
  note: (line: string) => unknown,
): Promise<string> {
  const questions = readFileSync(join(data, "ramdocs", "questions.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as RamQuestion);
  const plain: Surfaced[] = [];
  const compared: Surfaced[] = [];
  for (const question of questions) {
    const texts = question.documents.map(({ text }) => text);
    plain.push(judge(question, listClaims(await bench.answer(question.question, texts))));
    const positions = listPositions(await bench.compare(question.question, texts));
    const judged = judge(question, positions);
    compared.push(judged);
    if (judged.surfaced < judged.valid || judged.alone) note(describe(question, positions, judged));
  }
  return [report("plain writer", plain), report("compared", compared)].join("\n");
}

function judge({ documents }: RamQuestion, shown: readonly Shown[]): Surfaced {
  const valid = new Set(
    documents.filter(({ type }) => type === "correct").map(({ answer }) => answer),
  );
  const holds = (type: string, answer?: string): boolean =>
    shown.some((quotes) =>
      quotes.some(({ document, text }) => {
        const own = documents[document];
        if (own?.type !== type || (answer !== undefined && own.answer !== answer)) return false;
        return givesAnswer(text, own);
      }),
    );
  const surfaced = [...valid].filter((answer) => holds("correct", answer)).length;
  const misinformed = documents.some(({ type }) => type === "misinfo");
  const alone = holds("misinfo") && surfaced === 0;
  return { valid: valid.size, surfaced, misinformed, alone };
}

/** Where no sentence of a document has a word of its answer, any of its sentences counts. */
function givesAnswer(quote: string, { text, answer }: RamQuestion["documents"][number]): boolean {
  const stems = listContentStems(answer);
  const has = (words: string): boolean => {
    const own = new Set(listContentStems(words));
    return stems.some((stem) => own.has(stem));
  };
  return has(quote) || !has(text);
}

function listPositions(outcome: AnswerOutcome): readonly Shown[] {
  if (outcome.kind !== "answer") return [];
  return (outcome.comparison?.positions ?? []).map(({ citations }) => pick(outcome, citations));
}

function listClaims(outcome: AnswerOutcome): readonly Shown[] {
  if (outcome.kind !== "answer") return [];
  return outcome.claims.map(({ citations }) => pick(outcome, citations));
}

function pick(
  { quotes }: Extract<AnswerOutcome, { kind: "answer" }>,
  citations: readonly number[],
): Shown {
  return quotes
    .filter(({ number }) => citations.includes(number))
    .map(({ articleId, text }) => ({ document: Number.parseInt(articleId, 10), text }));
}

function report(name: string, judged: readonly Surfaced[]): string {
  const all = judged.filter(({ valid, surfaced }) => surfaced === valid).length;
  const each = sum(judged.map(({ surfaced }) => surfaced)) / sum(judged.map(({ valid }) => valid));
  const misled = judged.filter(({ misinformed }) => misinformed);
  const beside = misled.filter(({ alone }) => !alone).length;
  return [
    `RAMDocs, ${name}: all valid answers surfaced ${share(all, judged.length)}, answer by answer ${each.toFixed(3)}`,
    `  misinformation never alone ${share(beside, misled.length)}`,
  ].join("\n");
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${(part / whole).toFixed(3)})`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function describe(
  { question, documents }: RamQuestion,
  shown: readonly Shown[],
  judged: Surfaced,
): string {
  const wanted = documents.map(
    ({ type, answer }, place) => `${place}:${type.slice(0, 3)}:${answer}`,
  );
  const got = shown.map((quotes) =>
    quotes.map(({ document, text }) => `${document} ${text.slice(0, 70)}`).join(" = "),
  );
  return `  ${judged.surfaced}/${judged.valid} ${question}\n    ${wanted.join(" · ")}\n    → ${got.join("\n    → ")}`;
}
