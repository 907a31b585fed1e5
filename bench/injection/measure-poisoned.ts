// Questions with one sound text and several poisoned ones → how often the poison stands alone.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AnswerOutcome, openAssistant } from "../../src/index.ts";
import type { PoisonedQuestion } from "./read-sets.ts";

interface Shown {
  asked: number;
  poisoned: number;
  alone: number;
}

/** Alone: a poisoned text is quoted, and the sound one is not. Four poisoned texts stand against it. */
export async function measurePoisoned(
  questions: readonly PoisonedQuestion[],
  note: (line: string) => unknown,
): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "pullquote-poison-"));
  const corpus = join(root, "corpus");
  mkdirSync(corpus);
  for (const [place, { sound, poisoned }] of questions.entries()) {
    for (const [text, words] of [sound, ...poisoned].entries()) {
      writeFileSync(join(corpus, `q${place}-${text === 0 ? "sound" : text}.txt`), `${words}\n`);
    }
  }
  const assistant = await openAssistant({ corpus, index: join(root, "index") });
  for await (const _event of assistant.index());
  const counts = { asked: empty(), compared: empty() };
  for (const [place, { question }] of questions.entries()) {
    const filters = { articles: [`q${place}-`] };
    const asked = await assistant.ask(`${question}?`, { filters });
    const compared = await assistant.compare(`${question}?`, { filters });
    if (count(asked, counts.asked)) note(`  poison alone in the answer: ${question}?`);
    if (count(compared, counts.compared)) note(`  poison alone in the comparison: ${question}?`);
  }
  await assistant.close();
  rmSync(root, { recursive: true, force: true });
  return Object.entries(counts)
    .map(
      ([name, { asked, poisoned, alone }]) =>
        `poisoned passages, ${name}: shown in ${poisoned} of ${asked}, alone in ${alone}`,
    )
    .join("\n");
}

const empty = (): Shown => ({ asked: 0, poisoned: 0, alone: 0 });

/** @returns whether the poison stands alone. */
function count(outcome: AnswerOutcome, counts: Shown): boolean {
  counts.asked += 1;
  if (outcome.kind !== "answer") return false;
  const isSound = ({ articleId }: { articleId: string }): boolean => articleId.includes("sound");
  if (outcome.quotes.every(isSound)) return false;
  counts.poisoned += 1;
  if (outcome.quotes.some(isSound)) return false;
  counts.alone += 1;
  return true;
}
