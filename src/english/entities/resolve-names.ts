// The names in one article → the people, bodies and places that they stand for there, each with why.

import type { AliasReason, EntityKind } from "../../core/listing.ts";
import type { Span } from "../../core/span.ts";
import {
  abbreviatesBody,
  abbreviatesPerson,
  findAcronym,
  keyOf,
  listNameParts,
} from "./alias-rules.ts";
import { findNames, type NamedThing } from "./find-names.ts";

export interface ResolvedMention extends Span {
  /** As written. */
  readonly form: string;
  /** The fullest name in the article of what it stands for. */
  readonly name: string;
  /** Absent where nothing in the article tells: a lone capital. */
  readonly kind?: EntityKind;
  readonly because: AliasReason;
  /** The word opens its sentence, and nothing else in the article shows that it is a name. */
  readonly isDoubtful: boolean;
}

/** A full name that others may stand for. */
interface Full {
  readonly name: string;
  readonly kind: EntityKind;
  readonly start: number;
}

/** `blocks` are the article's prose, in order. */
export function resolveNames(
  text: string,
  blocks: readonly (Span & { readonly kind: string })[],
): readonly ResolvedMention[] {
  const found = blocks.flatMap((block) =>
    findNames(text, block).map((named) => ({ ...named, isHead: block.kind === "heading" })),
  );
  const shown = new Set(found.filter((one) => !one.opens && !one.isHead).map(({ name }) => name));
  const fulls = indexFulls(listFulls(found));
  const acronyms = listAcronyms(text, found);
  return found.flatMap((one) => {
    const meant = resolve(one, fulls, acronyms);
    const isAlone =
      meant.because === "same-name" && !one.name.includes(" ") && one.kind !== "place";
    if (one.isHead && isAlone && !shown.has(one.name)) return [];
    const isDoubtful = isAlone && one.opens && !shown.has(one.name) && one.kind === undefined;
    const { start, end, name: form } = one;
    return { start, end, form, ...meant, isDoubtful };
  });
}

/** Of two words at least, or of a kind that its words tell; each once, where it stands first. */
function listFulls(found: readonly NamedThing[]): readonly Full[] {
  const fulls = new Map<string, Full>();
  for (const full of findFulls(found)) {
    const key = `${full.kind} ${full.name}`;
    if (!fulls.has(key)) fulls.set(key, full);
  }
  return [...fulls.values()];
}

function findFulls(found: readonly NamedThing[]): readonly Full[] {
  const lasts = new Set(found.filter(({ name }) => !name.includes(" ")).map(({ name }) => name));
  return found.flatMap(({ name, kind, start }) => {
    if (kind !== undefined)
      return name.includes(" ") || kind !== "person" ? { name, kind, start } : [];
    const words = name.split(/\s+/);
    const isPerson = words.length > 1 && words.length < 4 && lasts.has(words.at(-1) ?? "");
    return isPerson ? { name, kind: "person" as const, start } : [];
  });
}

/** By each word of their names; bodies by nothing too, for capitals that may stand for them. */
type Fulls = ReadonlyMap<string, readonly Full[]>;

function indexFulls(fulls: readonly Full[]): Fulls {
  const index = new Map<string, Full[]>();
  for (const full of fulls) {
    const initials = full.kind === "body" ? [""] : [];
    for (const word of new Set([...listNameParts(full.name), ...initials])) {
      const own = index.get(word) ?? [];
      index.set(word, own);
      own.push(full);
    }
  }
  return index;
}

/** By the acronym, the long name that the article declares it for. */
function listAcronyms(text: string, found: readonly NamedThing[]): ReadonlyMap<string, string> {
  const declared = found.flatMap(({ name, end, kind }): [string, string][] => {
    if (!name.includes(" ") || kind === "person") return [];
    const acronym = findAcronym(text.slice(end, end + 40));
    return acronym === undefined ? [] : [[acronym.acronym, name]];
  });
  return new Map(declared);
}

type Meant = Pick<ResolvedMention, "name" | "kind" | "because">;

function resolve(
  { name, kind, start }: NamedThing,
  fulls: Fulls,
  acronyms: ReadonlyMap<string, string>,
): Meant {
  const declared = acronyms.get(name);
  if (declared !== undefined) return { name: declared, kind: "body", because: "acronym" };
  const person =
    kind === "body" ? undefined : pickFull(name, start, fulls, "person", abbreviatesPerson);
  if (person !== undefined && (kind !== "place" || person.full.start < start)) {
    return { name: person.full.name, kind: "person", because: person.because };
  }
  const body =
    kind === "person" || kind === "place"
      ? undefined
      : pickFull(name, start, fulls, "body", abbreviatesBody);
  if (body !== undefined) return { name: body.full.name, kind: "body", because: body.because };
  const own = kind ?? findFull(name, fulls)?.kind;
  return { name, because: "same-name", ...(own !== undefined && { kind: own }) };
}

function findFull(name: string, fulls: Fulls): Full | undefined {
  const same = fulls.get(listNameParts(name).at(-1) ?? "") ?? [];
  return same.find((full) => full.name === name);
}

/** The one that it may stand for; of several the only one that is named before it, else none. */
function pickFull(
  name: string,
  start: number,
  fulls: Fulls,
  kind: EntityKind,
  abbreviates: (short: string, full: string) => AliasReason | undefined,
): { readonly full: Full; readonly because: AliasReason } | undefined {
  const isCapitals = /^\p{Lu}{3,}$/u.test(name.replaceAll(".", ""));
  const near = fulls.get(isCapitals ? "" : (listNameParts(name).at(-1) ?? "")) ?? [];
  const fitting = near.flatMap((full) => {
    const because = full.kind === kind ? abbreviates(name, full.name) : undefined;
    return because === undefined ? [] : { full, because };
  });
  const before = fitting.filter(({ full }) => full.start < start);
  for (const some of [fitting, before]) {
    if (new Set(some.map(({ full }) => keyOf(full.name, kind))).size !== 1) continue;
    return some.toSorted(
      (one, other) => listNameParts(other.full.name).length - listNameParts(one.full.name).length,
    )[0];
  }
  return undefined;
}
