// The names in many articles → who and what they stand for in all of them, each way of writing with why it was merged.

import type {
  AliasReason,
  Entity,
  EntityAlias,
  EntityKind,
  EntityMention,
} from "../core/listing.ts";
import {
  abbreviatesPerson,
  keyOf,
  listNameParts,
  surnameOf,
} from "../english/entities/alias-rules.ts";
import { findPlace } from "../english/entities/gazetteer.ts";
import type { ResolvedMention } from "../english/entities/resolve-names.ts";
import { foldName } from "../text/fold-name.ts";
import type { Corrections } from "./read-corrections.ts";

export interface NamedArticle {
  readonly id: string;
  readonly mentions: readonly ResolvedMention[];
}

/** An entity with every place at which it is named, in the order of the articles. */
export interface MergedEntity extends Entity {
  readonly places: readonly EntityMention[];
}

interface Placed extends ResolvedMention {
  readonly articleId: string;
}

/**
 * People are one by given name and surname, bodies by their names, places by the name that they are listed
 * by. A name that stands alone in its article is whoever alone bears it in the others; where two do, it is
 * listed by itself. Corrections come before all rules. Most mentioned first.
 */
export function mergeEntities(
  articles: readonly NamedArticle[],
  corrections: Corrections,
): readonly MergedEntity[] {
  const all = articles.flatMap(({ id, mentions }) =>
    mentions.map((mention): Placed => ({ ...mention, articleId: id })),
  );
  const certain = all.filter(({ isDoubtful }) => !isDoubtful);
  const bearers = listBearers(certain);
  const seen = new Set(certain.map(({ form }) => form));
  const groups = new Map<string, Placed[]>();
  for (const mention of all) {
    const placed = placeMention(mention, bearers, corrections);
    if (
      placed === undefined ||
      (mention.isDoubtful && placed.because === "same-name" && !seen.has(mention.form))
    )
      continue;
    const { key, ...meant } = placed;
    const group = groups.get(key) ?? [];
    if (group.length === 0) groups.set(key, group);
    group.push({ ...mention, ...meant });
  }
  return [...groups]
    .map(([key, mentions]) => describe(key, mentions, corrections))
    .sort((one, other) => other.mentions - one.mentions || (one.name < other.name ? -1 : 1));
}

/** By a folded name, the keys of those that bear it: in full, or as it is shortened. */
type Bearers = ReadonlyMap<string, ReadonlySet<string>>;

function listBearers(mentions: readonly Placed[]): Bearers {
  const bearers = new Map<string, Set<string>>();
  const add = (name: string, key: string): void => {
    const folded = listNameParts(name).join(" ");
    const keys = bearers.get(folded) ?? new Set();
    bearers.set(folded, keys.add(key));
  };
  for (const { form, name, kind, because } of mentions) {
    if (kind === undefined) continue;
    const key = keyOf(name, kind);
    if (because !== "given-name") add(form, key);
    const words = listNameParts(name);
    if (kind === "person" && words.length > 1) {
      add(surnameOf(words), key);
      if (abbreviatesPerson(words[0] ?? "", name) === "surname") add(words[0] ?? "", key);
    }
  }
  return bearers;
}

interface Meant {
  readonly key: string;
  readonly name: string;
  readonly because: AliasReason;
  readonly kind?: EntityKind;
}

function placeMention(
  { form, name, kind, because }: Placed,
  bearers: Bearers,
  corrections: Corrections,
): Meant | undefined {
  const merged = corrections.find(form);
  if (merged !== undefined) {
    const said = corrections.kindOf(merged) ?? kind;
    return {
      key: `corrected:${foldName(merged)}`,
      name: merged,
      because: "corrected",
      ...(said && { kind: said }),
    };
  }
  const own = { key: keyOf(name, kind), name, because, ...(kind && { kind }) };
  if (corrections.parts(form, name))
    return { ...own, key: keyOf(form, undefined), name: form, because: "corrected" };
  const isLone = because === "same-name" && kind !== "place" && listNameParts(name).length === 1;
  if (!isLone) return own;
  const keys = [...(bearers.get(listNameParts(name).join(" ")) ?? [])].filter(
    (key) => key !== own.key,
  );
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) {
    const is = only.slice(0, only.indexOf(":")) as EntityKind;
    if (kind === undefined || kind === is)
      return { key: only, name, because: "elsewhere", kind: is };
  }
  return own;
}

function describe(
  key: string,
  mentions: readonly Placed[],
  corrections: Corrections,
): MergedEntity {
  const counts = countBy(mentions, ({ kind }) => kind ?? "");
  const [told] = counts.filter(([kind]) => kind !== "");
  const names = countBy(mentions, (mention) =>
    mention.because === "elsewhere" ? "" : mention.name,
  );
  const longest = names.filter(([one]) => one !== "").map(([one]) => one);
  const name = pickName(key, longest);
  const kind = corrections.kindOf(name) ?? ((told?.[0] ?? "body") as EntityKind);
  return {
    name,
    kind,
    mentions: mentions.length,
    articles: new Set(mentions.map(({ articleId }) => articleId)).size,
    aliases: listAliases(mentions),
    places: mentions.map(({ articleId, start, end }) => ({ articleId, start, end })),
  };
}

/** As it is mostly written in full; of a place the name that it is listed by. */
function pickName(key: string, written: readonly string[]): string {
  const [first = key.slice(key.indexOf(":") + 1)] = written;
  if (key.startsWith("place:")) return findPlace(first) ?? first;
  return first.replace(/^The\s/u, "");
}

function listAliases(mentions: readonly Placed[]): readonly EntityAlias[] {
  const forms = new Map<string, Placed[]>();
  for (const mention of mentions)
    forms.set(mention.form, [...(forms.get(mention.form) ?? []), mention]);
  return [...forms]
    .map(([name, own]) => ({
      name,
      mentions: own.length,
      articles: new Set(own.map(({ articleId }) => articleId)).size,
      because: countBy(own, ({ because }) => because)[0]?.[0] ?? "same-name",
      seenIn: own[0]?.articleId ?? "",
    }))
    .sort((one, other) => other.mentions - one.mentions || (one.name < other.name ? -1 : 1));
}

function countBy<Item, Key extends string>(
  items: readonly Item[],
  keyOfItem: (item: Item) => Key,
): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOfItem(item), (counts.get(keyOfItem(item)) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
}
