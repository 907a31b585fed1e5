// Statements of news articles labelled by hand → how often their speaker is named, and rightly.
// npx tsx bench/speakers.ts --data DIR [--faults]
// DIR holds news-6k/articles.jsonl.gz; --faults lists each label that was missed, with its sentence.

import { parseArgs } from "node:util";
import { attributeSpan } from "../src/text/speech/attribute-span.ts";
import { readLabelled } from "./sets/labelled-spans.ts";
import { isNameable, judgeSpeaker, type SpeakerLabel } from "./speakers/judge-speaker.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, faults: { type: "boolean", default: false } },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const labels = readLabelled<SpeakerLabel>(
  new URL("speakers/labels.jsonl", import.meta.url),
  values.data,
);

const scored = labels.map(({ label, text }) => {
  const attribution = attributeSpan(text, label);
  return { label, text, attribution, verdict: judgeSpeaker(label, text, attribution) };
});

for (const { label, text, attribution, verdict } of scored) {
  if (!values.faults || verdict === "right" || (verdict === "unnamed" && !isNameable(label)))
    continue;
  const [first] = label.speaker ?? [];
  const wanted = first === undefined ? "nobody" : text.slice(first.start, first.end);
  const { name, role } = attribution.speaker ?? {};
  print(
    `${verdict} ${label.kind} ${label.article} wanted ${wanted}, found ${name ?? "-"} / ${role ?? "-"}`,
  );
  print(
    `  ${text.slice(Math.max(0, label.start - 200), label.start).replaceAll("\n", "¶")}⟦${text.slice(label.start, label.end)}⟧${text.slice(label.end, label.end + 80).replaceAll("\n", "¶")}`,
  );
}

const share = (part: number, whole: number): string =>
  `${part} of ${whole} = ${(part / whole).toFixed(3)}`;
const named = scored.filter(({ verdict }) => verdict !== "unnamed");
const right = named.filter(({ verdict }) => verdict === "right");
print(
  `labels ${labels.length}, of them somebody's words ${labels.filter(({ label: { kind } }) => kind !== "statement").length}`,
);
print(`right when named         ${share(right.length, named.length)}   (floor .96)`);
for (const kinds of [["name", "role", "pronoun"], ["name"], ["role"], ["pronoun"]]) {
  const asked = scored.filter(({ label }) => kinds.includes(label.kind));
  const found = asked.filter(({ verdict }) => verdict === "right");
  print(
    `named rightly, ${kinds.join("/").padEnd(18)} ${share(found.length, asked.length)}${kinds.length > 1 ? "   (floor .85)" : ""}`,
  );
}
const own = scored.filter(({ label }) => label.kind === "statement");
const kept = own.filter(({ attribution }) => attribution.speaker === undefined);
print(`the article's own words given to nobody ${share(kept.length, own.length)}`);
