// Two names in one article → whether the shorter one stands for the longer, and why.
// "Keller", "Maria Keller" → surname · "Rusk", "Rusk Airlines" → short name · "BHA", "Brone Harbour Authority" → initials

import type { AliasReason, EntityKind } from "../../core/listing.ts";
import { foldName } from "../../text/fold-name.ts";
import { remember } from "../../text/remember.ts";
import { TITLES } from "../speech/name-patterns.ts";
import { findPlace } from "./gazetteer.ts";
import { isGiven } from "./given-names.ts";

/** What a body is, and what may be left out of its name. */
const DESIGNATOR =
  /^(?:airlines?|airways|inc|corp|corporation|company|co|ltd|llc|plc|group|holdings|holding|bancorp|technologies|motors|entertainment|international|industries|studios?|pictures|news|network|party|platforms|systems)$/u;
const SMALL = /^(?:of|for|and|the|on|in|de|la|&)$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/u;
const PARTICLE = /^(?:de|da|di|del|della|la|le|du|dos|van|von|der|den|ter|ten|bin|ibn|al|el)$/u;

/** Folded, without an article before it; of a person without titles and "Jr." */
export const listNameParts: (name: string) => readonly string[] = remember((name) => {
  const words = foldName(name.replace(/^the\s/iu, "")).split(/\s+/);
  return words.length > 1 ? words.filter((word) => !SUFFIX.test(word)) : words;
}, 4096);

/** What tells one from another: given name and surname, a body's name without its legal form, the listed place. */
export function keyOf(name: string, kind: EntityKind | undefined): string {
  const words = listNameParts(name);
  if (kind === "place") return `place:${foldName(findPlace(name) ?? name)}`;
  if (kind === "person" && words.length > 1) return `person:${words[0]} ${surnameOf(words)}`;
  if (kind === "body" || kind === "person") return `${kind}:${words.join(" ")}`;
  return `name:${words.join(" ")}`;
}

/** "van der Roe" of "Ada van der Roe"; what stands first of "Roh Min-jae". */
export function surnameOf(words: readonly string[]): string {
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? "")) from -= 1;
  return words.slice(from).join(" ");
}

/** Why `short` stands for the person in the same article; `undefined` where it does not. */
export function abbreviatesPerson(short: string, full: string): AliasReason | undefined {
  const [own, whole] = [listNameParts(short), listNameParts(full)];
  if (own.length >= whole.length || own.length === 0) return undefined;
  if (own.every((word, at) => word === whole[whole.length - own.length + at])) return "surname";
  const [first = ""] = own;
  // "Roh Min-jae", "Roh": the family comes first.
  if (own.length === 1 && first === whole[0]) {
    if (whole.length === 2 && whole[1]?.includes("-") === true) return "surname";
    return isGiven(short) && !TITLES.test(short) ? "given-name" : undefined;
  }
  return undefined;
}

/** Why `short` stands for the body in the same article. */
export function abbreviatesBody(short: string, full: string): AliasReason | undefined {
  const [own, whole] = [listNameParts(short), listNameParts(full)];
  if (own.length >= whole.length || own.length === 0) return undefined;
  let core = whole.length;
  while (core > 0 && DESIGNATOR.test(whole[core - 1] ?? "")) core -= 1;
  const isCore = core > 0 && own.length >= core && own.every((word, at) => word === whole[at]);
  if (isCore) return "short-name";
  // "Tarn" of "Ada Tarn Company": named for a founder.
  if (core < whole.length && own.length === 1 && core === 2 && own[0] === whole[1])
    return "short-name";
  return isInitials(short, full) ? "initials" : undefined;
}

/** "UKHSA" of "UK Health Security Agency": capitals within count too; no shorter than three. */
function isInitials(short: string, full: string): boolean {
  if (!/^\p{Lu}{3,}$/u.test(short.replaceAll(".", ""))) return false;
  const words = full
    .split(/[\s-]+/)
    .filter((word) => word !== "" && !SMALL.test(word.toLowerCase()));
  const letters = words
    .map((word) => (/^\p{Lu}{2,3}$/u.test(word) ? word : word.charAt(0)))
    .join("");
  const plain = words.map((word) => word.charAt(0)).join("");
  const wanted = short.replaceAll(".", "").toUpperCase();
  return words.length > 1 && [letters, plain].some((one) => one.toUpperCase() === wanted);
}

/** "Brone Harbour Authority (BHA)": what the text itself says that capitals stand for. */
export function findAcronym(
  after: string,
): { readonly acronym: string; readonly at: number } | undefined {
  const match =
    /^,?\s?[([](?:the\s|or\s)?["“]?(?<acronym>\p{Lu}[\p{Lu}\p{N}&.-]{1,9}s?)["”]?[)\]]/u.exec(
      after,
    );
  const spoken =
    /^,\s(?:or|known\sas|called)\s(?:the\s)?(?<acronym>\p{Lu}[\p{Lu}\p{N}&]{1,9})(?=[,.\s])/u.exec(
      after,
    );
  const found = match ?? spoken;
  const acronym = found?.groups?.["acronym"];
  return found === null || acronym === undefined
    ? undefined
    : { acronym, at: found[0].indexOf(acronym) };
}
