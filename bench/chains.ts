// Sentences of news articles labelled by hand → how often the chain of their sources is told, and rightly.
// npx tsx bench/chains.ts --data DIR [--faults] [--labels FILE]
// DIR holds news-6k/articles.jsonl.gz; --faults lists each label that was missed, with its sentence.

import { parseArgs } from "node:util";
import { attributeSpan } from "../src/english/speech/attribute-span.ts";
import { type ChainLabel, isChain, isRight } from "./chains/judge-chain.ts";
import { readLabelled } from "./sets/labelled-spans.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    faults: { type: "boolean", default: false },
    labels: { type: "string", default: "labels.jsonl" },
  },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const labels = readLabelled<ChainLabel>(
  new URL(`chains/${values.labels}`, import.meta.url),
  values.data,
);

const scored = labels.map(({ label, text }) => {
  const { chain = [] } = attributeSpan(text, label);
  return { label, text, chain, isRight: isRight(label, chain) };
});

for (const { label, text, chain, isRight: right } of scored) {
  if (!values.faults || right || (!isChain(label) && chain.length < 2)) continue;
  const name = (spans: ChainLabel["chain"]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(" ← ");
  print(`wanted ${name(label.chain)}, found ${name(chain)}`);
  print(`  ${text.slice(label.start, label.end)}`);
}

const share = (part: number, whole: number): string =>
  `${part} of ${whole} = ${(part / Math.max(1, whole)).toFixed(3)}`;
const chained = scored.filter(({ label }) => isChain(label));
const told = scored.filter(({ chain }) => chain.length > 1);
const single = scored.filter(({ label }) => !isChain(label));
print(`labels ${labels.length}, of them chains of two or more ${chained.length}`);
print(`right when told  ${share(told.filter((one) => one.isRight).length, told.length)}`);
print(`told rightly     ${share(chained.filter((one) => one.isRight).length, chained.length)}`);
print(
  `no chain told where there is none ${share(single.filter((one) => one.chain.length < 2 || one.isRight).length, single.length)}`,
);
