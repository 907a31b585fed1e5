// Mentions labelled by hand → how well names are found and put together, beside the rival: equal strings are one.
// npx tsx bench/entities.ts --data DIR [--faults]
// DIR holds newsroom/corpus; --faults lists what was missed, invented, torn apart or thrown together, but for the test's.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseArticle } from "../src/corpus/read/parse-article.ts";
import { resolveNames } from "../src/english/entities/resolve-names.ts";
import { mergeEntities } from "../src/lists/merge-entities.ts";
import { readCorrections } from "../src/lists/read-corrections.ts";

/** A sentence of an article; each mention is `[start, end, hashed key, kind]`; what lies in `open` counts neither way. */
interface Label {
  readonly article: string;
  readonly sha256: string;
  readonly set: "dev" | "test";
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly (readonly [number, number, string, string])[];
  readonly open?: readonly (readonly [number, number])[];
}

/** A mention as somebody groups it; `key` says with which others. */
interface Grouped {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly kind: string;
  readonly form: string;
}

const { values } = parseArgs({
  options: { data: { type: "string" }, faults: { type: "boolean", default: false } },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const folder = join(values.data, "newsroom", "corpus");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const labels = readFileSync(new URL("entities/labels.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Label);
const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const texts = new Map(
  readdirSync(folder).map((id) => [id, readFileSync(join(folder, id), "utf8")]),
);
for (const { article, sha256 } of labels) {
  if (digest(texts.get(article) ?? "") !== sha256)
    throw new Error(`${article} was labelled otherwise`);
}

const named = [...texts].map(([id, text]) => {
  const sha256 = digest(text);
  const source = { id, path: id, text, sha256, textSha256: sha256, size: text.length, modified: 0 };
  return { id, mentions: resolveNames(text, parseArticle(source).blocks) };
});
const merged = mergeEntities(named, readCorrections("", ""));
const ours: readonly Grouped[] = merged.flatMap(({ kind, places }, key) =>
  places.map(({ articleId, start, end }) => ({
    article: articleId,
    start,
    end,
    key: String(key),
    kind,
    form: (texts.get(articleId) ?? "").slice(start, end),
  })),
);
const rival = ours.map((one) => ({ ...one, key: one.form }));

for (const set of ["dev", "test"] as const) {
  const own = labels.filter((label) => label.set === set);
  const many = own.reduce((sum, { mentions }) => sum + mentions.length, 0);
  print(`${set}: ${many} mentions in ${own.length} sentences`);
  const [found, exact] = [score(own, ours), score(own, rival)];
  print(
    `  found                 ${share(found.matched, many)}; of what is listed ${share(found.matched, found.listed)}`,
  );
  print(`  B³ pullquote          ${figures(found)}   (floor .93)`);
  print(`  B³ equal strings      ${figures(exact)}`);
  print(`  B³ on those found     pullquote ${figures(found.onFound)}`);
  print(`                        equal strings ${figures(exact.onFound)}`);
  print(`  kind right            ${share(found.kinds, found.matched)}`);
  if (values.faults && set === "dev") found.faults.forEach(print);
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} = ${(part / whole).toFixed(3)}`;
}

function figures({ precision, recall }: { precision: number; recall: number }): string {
  const f1 = (2 * precision * recall) / (precision + recall);
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
}

/**
 * B³ (Bagga and Baldwin, 1998) over the sentences labelled: for each mention the share of its group that is
 * rightly there. What was not found counts 0 in recall, what is no mention 0 in precision.
 */
function score(own: readonly Label[], groups: readonly Grouped[]) {
  const gold: { key: string; kind: string; text: string; match?: Grouped }[] = [];
  const listed: { found: Grouped; gold?: string }[] = [];
  const faults: string[] = [];
  for (const { article, start, end, mentions, open = [] } of own) {
    const here = groups.filter(
      (one) => one.article === article && one.start < end && start < one.end,
    );
    const taken = new Set<Grouped>();
    for (const [from, to, key, kind] of mentions) {
      const match = here
        .filter((one) => !taken.has(one) && one.start < to && from < one.end)
        .sort((one, other) => overlap(other, from, to) - overlap(one, from, to))[0];
      const text = (texts.get(article) ?? "").slice(from, to);
      gold.push({ key, kind, text, ...(match && { match }) });
      if (match === undefined) faults.push(`missed ${text} in ${article}`);
      else {
        taken.add(match);
        listed.push({ found: match, gold: key });
        if (match.kind !== kind) faults.push(`kind ${match.kind} for ${text} in ${article}`);
      }
    }
    for (const one of here) {
      if (taken.has(one) || open.some(([from, to]) => one.start < to && from < one.end)) continue;
      listed.push({ found: one });
      faults.push(`invented ${one.form} in ${article}`);
    }
  }
  const pairs = new Map<string, Set<string>>();
  for (const { key, match } of gold) {
    if (match !== undefined) pairs.set(key, (pairs.get(key) ?? new Set()).add(match.key));
  }
  const textOf = (key: string): string => gold.find((one) => one.key === key)?.text ?? key;
  for (const [key, keys] of pairs) {
    if (keys.size > 1) {
      const forms = [...keys].map(
        (one) => gold.find(({ key: k, match }) => k === key && match?.key === one)?.text,
      );
      faults.push(`torn apart ${forms.join(" / ")}`);
    }
  }
  for (const [key, golds] of invert(pairs)) {
    if (golds.length > 1) faults.push(`thrown together ${golds.map(textOf).join(" / ")} (${key})`);
  }
  const precision = mean(
    listed.map((one) => {
      if (one.gold === undefined) return 0;
      const group = listed.filter(({ found }) => found.key === one.found.key);
      return group.filter((other) => other.gold === one.gold).length / group.length;
    }),
  );
  const recallOf = (all: typeof gold) =>
    mean(
      all.map((one) => {
        if (one.match === undefined) return 0;
        const group = all.filter(({ key }) => key === one.key);
        return group.filter(({ match }) => match?.key === one.match?.key).length / group.length;
      }),
    );
  const known = gold.filter(({ match }) => match !== undefined);
  const precisionOnFound = mean(
    known.map((one) => {
      const group = known.filter(({ match }) => match?.key === one.match?.key);
      return group.filter(({ key }) => key === one.key).length / group.length;
    }),
  );
  return {
    precision,
    recall: recallOf(gold),
    onFound: { precision: precisionOnFound, recall: recallOf(known) },
    matched: known.length,
    listed: listed.length,
    kinds: known.filter(({ kind, match }) => match?.kind === kind).length,
    faults,
  };
}

function overlap(one: Grouped, from: number, to: number): number {
  return Math.min(one.end, to) - Math.max(one.start, from);
}

function mean(shares: readonly number[]): number {
  return shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

function invert(
  pairs: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly string[]> {
  const inverted = new Map<string, string[]>();
  for (const [key, matches] of pairs) {
    for (const match of matches) inverted.set(match, [...(inverted.get(match) ?? []), key]);
  }
  return inverted;
}
