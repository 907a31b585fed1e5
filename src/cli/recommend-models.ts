// The machine's memory → the local models that fit into it.

import type { Invocation } from "./invocation.ts";
import { RECOMMENDED_COLUMNS } from "./json-fields.ts";
import { printList } from "./print-list.ts";

/** Sizes in gigabytes, rounded, of the files quantized to 4 bits, and licences: https://ollama.com/library. */
const TABLE: readonly (readonly [name: string, gigabytes: number, licence: string])[] = [
  ["llama3.2:1b", 1.3, "Llama 3.2 Community License"],
  ["qwen3:1.7b", 1.4, "Apache-2.0"],
  ["llama3.2:3b", 2.0, "Llama 3.2 Community License"],
  ["qwen3:4b", 2.5, "Apache-2.0"],
  ["granite3.3:8b", 4.9, "Apache-2.0"],
  ["qwen3:8b", 5.2, "Apache-2.0"],
  ["phi4:14b", 9.1, "MIT"],
  ["qwen3:14b", 9.3, "Apache-2.0"],
  ["mistral-small3.2:24b", 15, "Apache-2.0"],
  ["qwen3:32b", 20, "Apache-2.0"],
];

export interface RecommendedModel {
  /** As `--model` takes it. */
  readonly name: string;
  readonly gigabytes: number;
  readonly licence: string;
}

/** What a context of 8,192 tokens and the server take beside the model; a rule of thumb. */
const BESIDE_GIGABYTES = 1.5;
/** The rest is left to the system and to what else is open. */
const USABLE_SHARE = 0.75;
const MOST_NAMED = 4;

/** The largest that fit, the largest first; `bytes` is the machine's whole memory. */
export function recommendModels(bytes: number): readonly RecommendedModel[] {
  const usable = (bytes / 1e9) * USABLE_SHARE - BESIDE_GIGABYTES;
  return TABLE.filter(([, gigabytes]) => gigabytes <= usable)
    .reverse()
    .slice(0, MOST_NAMED)
    .map(([name, gigabytes, licence]) => ({ name: `ollama:${name}`, gigabytes, licence }));
}

/** Asks nobody: neither the server nor what is installed. */
export function printRecommended(
  bytes: number,
  { settings, screen }: Pick<Invocation, "settings" | "screen">,
): Promise<number> {
  const rows = recommendModels(bytes).map((model) => ({ ...model }));
  const memory = `${(bytes / 1e9).toFixed(0)} GB of memory`;
  const [first] = rows;
  const layOut = (): string =>
    first === undefined
      ? `${memory}: none of the models known here fits; the built-in writer needs no more.`
      : [
          `${memory}; the largest that fit beside a context of 8,192 tokens:`,
          "",
          ...rows.map(
            ({ name, gigabytes, licence }) =>
              `${name.padEnd(28)}  ${`${gigabytes.toFixed(1)} GB`.padEnd(8)}  ${licence}`,
          ),
          "",
          "Sizes are rounded; see https://ollama.com/library. None was measured with pullquote:",
          `    ollama pull ${first.name.slice("ollama:".length)}`,
          `    pullquote --model ${first.name}`,
          `    pullquote eval answers QUESTIONS.jsonl --model ${first.name}`,
        ].join("\n");
  return printList(
    { rows, columns: RECOMMENDED_COLUMNS, json: rows, layOut },
    { settings, screen },
  );
}
