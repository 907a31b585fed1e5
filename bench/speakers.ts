// Statements of news articles labelled by hand → how often their speaker is named, and rightly.
// npx tsx bench/speakers.ts --data DIR [--faults]
// DIR holds news-6k/articles.jsonl.gz; --faults lists each label that was missed, with its sentence.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { attributeSpan } from "../src/text/speech/attribute-span.ts";
import { isNameable, judgeSpeaker, type SpeakerLabel } from "./speakers/judge-speaker.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, faults: { type: "boolean", default: false } },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const texts = new Map(
  gunzipSync(readFileSync(join(values.data, "news-6k", "articles.jsonl.gz")))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { id: string; text: string })
    .map(({ id, text }) => [id, text] as const),
);
const labels = readFileSync(new URL("speakers/labels.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as SpeakerLabel);

const scored = labels.map((label) => {
  const text = texts.get(label.article) ?? "";
  if (createHash("sha256").update(text).digest("hex") !== label.sha256) {
    throw new Error(`${label.article} is not the article that was labelled`);
  }
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
  `labels ${labels.length}, of them somebody's words ${labels.filter(({ kind }) => kind !== "statement").length}`,
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
