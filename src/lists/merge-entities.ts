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
    const { key, ...meant } = placeMention(mention, bearers, corrections);
    const isUnseen = mention.isDoubtful && meant.because === "same-name" && !seen.has(mention.form);
    if (isUnseen) continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
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
  for (const mention of mentions) {
    if (mention.kind === undefined) continue;
    const key = keyOf(mention.name, mention.kind);
    for (const name of listShortForms(mention)) {
      bearers.set(name, (bearers.get(name) ?? new Set()).add(key));
    }
  }
  return bearers;
}

function listShortForms({ form, name, kind, because }: Placed): readonly string[] {
  const written = because === "given-name" ? [] : [listNameParts(form).join(" ")];
  const words = listNameParts(name);
  if (kind !== "person" || words.length < 2) return written;
  const [first = ""] = words;
  const isFamily = abbreviatesPerson(first, name) === "surname";
  return [...written, surnameOf(words), ...(isFamily ? [first] : [])];
}

interface Meant {
  readonly key: string;
  readonly name: string;
  readonly because: AliasReason;
  readonly kind?: EntityKind;
}

function placeMention(mention: Placed, bearers: Bearers, corrections: Corrections): Meant {
  const { form, kind } = mention;
  const told = kind === undefined ? {} : { kind };
  const merged = corrections.find(form);
  if (merged !== undefined) {
    return { key: `corrected:${foldName(merged)}`, name: merged, because: "corrected", ...told };
  }
  const meant = findBearer(mention, bearers);
  const foreign = corrections.partedFrom(form).flatMap((name) => listKeys(name, bearers));
  if (!foreign.includes(meant.key)) return meant;
  return { key: keyOf(form, undefined), name: form, because: "corrected", ...told };
}

/** Every key that a name of the user's may have. */
function listKeys(name: string, bearers: Bearers): readonly string[] {
  const own = (["person", "body", "place"] as const).map((kind) => keyOf(name, kind));
  return [...own, ...(bearers.get(listNameParts(name).join(" ")) ?? [])];
}

/** Of a name that stands alone in its article: who alone bears it; where two do, at least of which kind they are. */
function findBearer({ name, kind, because }: Placed, bearers: Bearers): Meant {
  const own = { key: keyOf(name, kind), name, because, ...(kind && { kind }) };
  const words = listNameParts(name);
  if (because !== "same-name" || kind === "place" || words.length !== 1) return own;
  const borne = [...(bearers.get(words.join(" ")) ?? [])].filter((key) => key !== own.key);
  const [only, ...others] = borne;
  const [is, ...further] = new Set(borne.map((key) => key.slice(0, key.indexOf(":"))));
  const isKind = is !== undefined && further.length === 0 && (kind === undefined || kind === is);
  if (only === undefined || !isKind) return own;
  const told = { name, kind: is as EntityKind };
  return others.length === 0
    ? { key: only, because: "elsewhere", ...told }
    : { key: keyOf(name, undefined), because, ...told };
}

function describe(
  key: string,
  mentions: readonly Placed[],
  corrections: Corrections,
): MergedEntity {
  const names = countBy(mentions, ({ because, name }) => (because === "elsewhere" ? "" : name));
  const name = pickName(
    key,
    names.flatMap(([one]) => (one === "" ? [] : one)),
  );
  return {
    name,
    kind: corrections.kindOf(name) ?? pickKind(mentions),
    mentions: mentions.length,
    articles: new Set(mentions.map(({ articleId }) => articleId)).size,
    aliases: listAliases(mentions),
    places: mentions.map(({ articleId, start, end }) => ({ articleId, start, end })),
  };
}

/** Of a lone name told by chance, "in Brone" once in ten, nothing is told. */
const LEAST_TOLD = 0.25;

/** What most mentions tell; a name of which nothing is told is mostly a body's. */
function pickKind(mentions: readonly Placed[]): EntityKind {
  const [told] = countBy(mentions, ({ kind }) => kind ?? "").filter(([kind]) => kind !== "");
  if (told === undefined || told[0] === "") return "body";
  const isLone = mentions.every(({ name }) => !name.includes(" "));
  return isLone && told[1] < LEAST_TOLD * mentions.length ? "body" : told[0];
}

/** As it is mostly written in full; of a place the name that it is listed by. */
function pickName(key: string, written: readonly string[]): string {
  const [first = key.slice(key.indexOf(":") + 1)] = written;
  if (key.startsWith("place:")) return findPlace(first) ?? first;
  return first.replace(/^The\s/u, "");
}

function listAliases(mentions: readonly Placed[]): readonly EntityAlias[] {
  const forms = new Map<string, Placed[]>();
  for (const mention of mentions) {
    const own = forms.get(mention.form) ?? [];
    forms.set(mention.form, own);
    own.push(mention);
  }
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
