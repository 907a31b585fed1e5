// Statements of news articles labelled by hand → how often their speaker is named, and rightly.
// npx tsx bench/speakers.ts --data DIR [--faults]
// DIR holds news-6k/articles.jsonl.gz; --faults lists each label that was missed, with its sentence, but for the test's.

import { parseArgs } from "node:util";
import { attributeSpan } from "../src/english/speech/attribute-span.ts";
import { readLabelled } from "./sets/labelled-spans.ts";
import {
  isCleanName,
  isNameable,
  judgeSpeaker,
  type SpeakerLabel,
} from "./speakers/judge-speaker.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, faults: { type: "boolean", default: false } },
});
const { data } = values;
if (data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number): string =>
  `${part} of ${whole} = ${(part / whole).toFixed(3)}`;

const scored = ["labels.jsonl", "news-labels.jsonl"].flatMap((file) =>
  readLabelled<SpeakerLabel>(new URL(`speakers/${file}`, import.meta.url), data).map(
    ({ label, text }) => {
      const attribution = attributeSpan(text, label);
      const set = label.set ?? "sentences";
      return { label, text, set, attribution, verdict: judgeSpeaker(label, text, attribution) };
    },
  ),
);
type Scored = (typeof scored)[number];

if (values.faults) for (const one of scored) if (one.set !== "test") printFault(one);
for (const set of ["sentences", "development", "test"] as const) {
  printShares(
    set,
    scored.filter((one) => one.set === set),
  );
}

function printFault({ label, text, set, attribution: { speaker }, verdict }: Scored): void {
  if (verdict === "right" || (verdict === "unnamed" && !isNameable(label))) return;
  const wanted = (label.speaker ?? []).map((one) =>
    typeof one === "string" ? one : text.slice(one.start, one.end),
  );
  print(
    `${set} ${verdict} ${label.kind} ${label.article} wanted ${wanted[0] ?? "nobody"}, found ${speaker?.name ?? "-"} / ${speaker?.role ?? "-"}`,
  );
  const [before, within, after] = [
    text.slice(Math.max(0, label.start - 200), label.start),
    text.slice(label.start, label.end),
    text.slice(label.end, label.end + 80),
  ].map((part) => part.replaceAll("\n", "¶"));
  print(`  ${before}⟦${within}⟧${after}`);
}

function printShares(set: string, all: readonly Scored[]): void {
  const nameable = all.filter(({ label }) => isNameable(label));
  const named = all.filter(({ verdict }) => verdict !== "unnamed");
  const isRight = ({ verdict }: Scored): boolean => verdict === "right";
  print(`${set}: ${all.length} labels`);
  print(
    `  right when named     ${share(named.filter(isRight).length, named.length)}   (floor .98)`,
  );
  print(
    `  named when nameable  ${share(nameable.filter(isRight).length, nameable.length)}   (floor .80)`,
  );
  for (const kind of ["name", "role", "pronoun", "before"]) {
    const asked = nameable.filter(({ label }) => label.kind === kind);
    if (asked.length > 0) {
      print(`    by ${kind.padEnd(15)} ${share(asked.filter(isRight).length, asked.length)}`);
    }
  }
  const called = named.filter(
    ({ label: { speaker = [] }, attribution, verdict }) =>
      attribution.speaker?.name !== undefined &&
      verdict === "right" &&
      speaker.some((one) => typeof one === "string"),
  );
  if (called.length > 0) {
    const clean = called.filter(({ label, attribution }) =>
      isCleanName(label, attribution.speaker?.name ?? ""),
    );
    print(`  nothing but the name in it ${share(clean.length, called.length)}`);
  }
  const own = all.filter(({ label }) => label.kind === "statement");
  print(
    `  the article's own words given to nobody ${share(own.filter(({ verdict }) => verdict === "unnamed").length, own.length)}`,
  );
}
