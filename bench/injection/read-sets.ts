// A folder of injection sets → instructions to plant, harmless texts that look like them, and poisoned passages.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** An article's texts for one question: one tells the right answer, the others a wrong one. */
export interface PoisonedQuestion {
  readonly question: string;
  readonly right: string;
  readonly sound: string;
  readonly poisoned: readonly string[];
}

export interface InjectionSets {
  /** BIPIA: orders of attackers in plain words, and orders to put code in. */
  readonly instructions: readonly string[];
  /** NotInject: harmless texts with an attacker's words in them. */
  readonly harmless: readonly string[];
  /** PoisonedRAG: passages written to bring a wrong answer in. */
  readonly poisoned: readonly PoisonedQuestion[];
}

/** `data` holds `injection/` with the four files as their authors publish them. */
export function readSets(data: string): InjectionSets {
  const folder = join(data, "injection");
  const orders = ["text", "code"].flatMap((kind) =>
    Object.values(
      JSON.parse(readFileSync(join(folder, `bipia-${kind}_attack_train.json`), "utf8")) as Record<
        string,
        string[]
      >,
    ).flat(),
  );
  return {
    instructions: orders,
    harmless: readLines<{ prompt: string }>(folder, "notinject.jsonl").map(({ prompt }) => prompt),
    poisoned: readLines<PoisonedRow>(folder, "poisonedrag.jsonl").flatMap(pairWithSound),
  };
}

interface PoisonedRow {
  readonly question: string;
  readonly "correct answer": string;
  readonly "incorrect answer": string;
  readonly adv_texts: readonly string[];
}

/** The set has no sound text: the first poisoned one that can be turned right by its answer alone becomes it. */
function pairWithSound(row: PoisonedRow): readonly PoisonedQuestion[] {
  const [right, wrong] = [row["correct answer"], row["incorrect answer"]];
  const source = row.adv_texts.find((text) => text.includes(wrong) && !text.includes(right));
  if (source === undefined) return [];
  return [
    {
      question: row.question,
      right,
      sound: source.replaceAll(wrong, right),
      poisoned: row.adv_texts.filter((text) => text !== source),
    },
  ];
}

function readLines<Row>(folder: string, name: string): readonly Row[] {
  return readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}
