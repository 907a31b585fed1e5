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

interface Gold {
  readonly key: string;
  readonly kind: string;
  readonly article: string;
  readonly text: string;
  readonly match?: Grouped;
}

interface Listed {
  readonly found: Grouped;
  readonly gold?: string;
}

/** What one sentence's mentions are matched with, each group's once; the rest of the list was invented. */
function matchSentence(
  { article, start, end, mentions, open = [] }: Label,
  groups: readonly Grouped[],
): { readonly gold: readonly Gold[]; readonly listed: readonly Listed[] } {
  const here = groups.filter(
    (one) => one.article === article && one.start < end && start < one.end,
  );
  const taken = new Map<Grouped, string>();
  const gold = mentions.map(([from, to, key, kind]): Gold => {
    const [match] = here
      .filter((one) => !taken.has(one) && one.start < to && from < one.end)
      .sort((one, other) => overlap(other, from, to) - overlap(one, from, to));
    if (match !== undefined) taken.set(match, key);
    const text = (texts.get(article) ?? "").slice(from, to);
    return { key, kind, article, text, ...(match && { match }) };
  });
  const isOpen = (one: Grouped): boolean =>
    open.some(([from, to]) => one.start < to && from < one.end);
  const listed = here
    .filter((found) => taken.has(found) || !isOpen(found))
    .map((found): Listed => {
      const key = taken.get(found);
      return { found, ...(key !== undefined && { gold: key }) };
    });
  return { gold, listed };
}

/**
 * B³ (Bagga and Baldwin, 1998) over the sentences labelled: for each mention the share of its group that is
 * rightly there. What was not found counts 0 in recall, what is no mention 0 in precision.
 */
function score(own: readonly Label[], groups: readonly Grouped[]) {
  const matched = own.map((label) => matchSentence(label, groups));
  const gold = matched.flatMap((one) => one.gold);
  const listed = matched.flatMap((one) => one.listed);
  const known = gold.filter(({ match }) => match !== undefined);
  const onFound = known.map(({ key, match }): Listed => ({ found: match as Grouped, gold: key }));
  return {
    precision: measurePrecision(listed),
    recall: measureRecall(gold),
    onFound: { precision: measurePrecision(onFound), recall: measureRecall(known) },
    matched: known.length,
    listed: listed.length,
    kinds: known.filter(({ kind, match }) => match?.kind === kind).length,
    faults: [...tellMissed(gold), ...tellInvented(listed), ...tellGroups(known)],
  };
}

function measurePrecision(listed: readonly Listed[]): number {
  return mean(
    listed.map(({ found, gold }) => {
      if (gold === undefined) return 0;
      const group = listed.filter((other) => other.found.key === found.key);
      return group.filter((other) => other.gold === gold).length / group.length;
    }),
  );
}

function measureRecall(gold: readonly Gold[]): number {
  return mean(
    gold.map(({ key, match }) => {
      if (match === undefined) return 0;
      const group = gold.filter((other) => other.key === key);
      return group.filter((other) => other.match?.key === match.key).length / group.length;
    }),
  );
}

function tellMissed(gold: readonly Gold[]): readonly string[] {
  return gold.flatMap(({ text, article, kind, match }) => {
    if (match === undefined) return [`missed ${text} in ${article}`];
    return match.kind === kind ? [] : [`kind ${match.kind} for ${text} in ${article}`];
  });
}

function tellInvented(listed: readonly Listed[]): readonly string[] {
  return listed.flatMap(({ found: { form, article }, gold }) =>
    gold === undefined ? [`invented ${form} in ${article}`] : [],
  );
}

function tellGroups(known: readonly Gold[]): readonly string[] {
  const told = new Set<string>();
  for (const one of known) {
    for (const other of known) {
      const isSame = one.match?.key === other.match?.key;
      const pair = [one.text, other.text].sort().join(" / ");
      if (one.key === other.key && !isSame) told.add(`torn apart ${pair}`);
      if (one.key !== other.key && isSame) told.add(`thrown together ${pair}`);
    }
  }
  return [...told];
}

function overlap(one: Grouped, from: number, to: number): number {
  return Math.min(one.end, to) - Math.max(one.start, from);
}

function mean(shares: readonly number[]): number {
  return shares.reduce((sum, one) => sum + one, 0) / shares.length;
}
