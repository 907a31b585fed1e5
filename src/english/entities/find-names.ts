// A block of prose → the people, bodies and places that it names, each with what tells its kind.
// "Brone Mayor Ada Roe met the Rusk County Council." → Brone, Ada Roe (a title before it), Rusk County Council (its last word)

import type { EntityKind } from "../../core/listing.ts";
import type { Span } from "../../core/span.ts";
import { BODY, TITLES } from "../speech/name-patterns.ts";
import { findPlace, LONGEST_PLACE, PEOPLE, PLACE_HEAD, PLACE_LEAD } from "./gazetteer.ts";
import { isGiven } from "./given-names.ts";
import {
  BODY_HEAD,
  beginsPerson,
  CAPITAL,
  COMPLETED,
  isSkipped,
  isTitle,
  LONE,
  NO_BODY,
  NO_ENTITY,
  OF_BODY,
  OF_PERSON,
  PARTICLE,
} from "./name-words.ts";
import { bare, listRuns, type Token } from "./token-runs.ts";

/** `text.slice(start, end)` is the name as written, without titles and without the possessive. */
export interface NamedThing extends Span {
  readonly name: string;
  /** What its own words or those right beside it tell; absent where only the rest of the article can. */
  readonly kind?: EntityKind;
  /** It is the first word of its sentence, where any word has a capital. */
  readonly opens: boolean;
}

type Run = readonly Token[];

/** `text` is the article's; `block` a paragraph, heading or list item of it. Spans are the article's. */
export function findNames(text: string, block: Span): readonly NamedThing[] {
  return listRuns(text, block).flatMap((run) =>
    cutRun(run).flatMap((piece) => readPiece(text, block, run, piece) ?? []),
  );
}

/** `[from, to)` of a run. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly kind?: EntityKind;
}

/** Bodies, places and what is left between titles: names of people, and names that tell nothing. */
function cutRun(run: Run): readonly Piece[] {
  const pieces: Piece[] = [];
  let isTitled = false;
  for (let at = 0; at < run.length; ) {
    const known = measureKnown(run, at);
    if (known !== undefined) pieces.push(known);
    else if (isSkipped(bare(run[at])) || isTitle(bare(run[at]))) {
      isTitled ||= isTitle(bare(run[at])) && OF_PERSON.test(bare(run[at]));
      at += 1;
      continue;
    } else {
      const to = measureName(run, at);
      const isPerson = isTitled || startsGiven(run, at, to);
      pieces.push({ from: at, to, ...(isPerson && { kind: "person" }) });
    }
    isTitled = false;
    at = pieces.at(-1)?.to ?? run.length;
  }
  return pieces;
}

/** A body or a place that begins at the token; of both the longer one. */
function measureKnown(run: Run, at: number): Piece | undefined {
  const [body, site] = [measureBody(run, at), measurePlace(run, at)];
  if (body > at && body >= site) return { from: at, to: body, kind: "body" };
  const isPlace = site > at && !isNameBehind(run, at, site);
  return isPlace ? { from: at, to: site, kind: "place" } : undefined;
}

/** Where a body ends that begins at the token: at the last word that only bodies have, with what it is of. */
function measureBody(run: Run, at: number): number {
  const isNamed = PEOPLE.test(bare(run[at])) || measurePlace(run, at) > at;
  const end = isSkipped(bare(run[at])) && !isNamed ? at : reachBody(run, at);
  // "House Speaker Ada Roe": a lone word before a title is the office's.
  return end === at + 1 && isTitle(bare(run[end])) ? at : end;
}

function reachBody(run: Run, at: number): number {
  let end = at;
  for (let place = at; place < run.length; place += 1) {
    const word = bare(run[place]);
    if (place > at && end === at && beginsPerson(word)) break;
    if (!endsBody(run, place, at)) continue;
    end = JOINT.test(run[place + 1]?.text ?? "") ? completeBody(run, place + 1) : place + 1;
    place = Math.max(place, end - 1);
  }
  return end;
}

const JOINT = /^(?:of|for|on|and|in)$/u;

function endsBody(run: Run, place: number, from: number): boolean {
  const word = bare(run[place]);
  if (BODY_HEAD.test(word) && place > from) return true;
  return COMPLETED.test(word) && /^(?:of|for|on|in)$/u.test(run[place + 1]?.text ?? "");
}

/** Up to the last capital of "of Motion Picture Arts and Sciences"; a title behind it begins a person. */
function completeBody(run: Run, from: number): number {
  let end = from;
  for (let place = from; place < run.length; place += 1) {
    const word = bare(run[place]);
    if (TITLES.test(word) && !OF_BODY.test(word)) break;
    if (CAPITAL.test(word)) end = place + 1;
  }
  return end;
}

/** Where a place ends that begins at the token: known ones, and those that a word of theirs tells. */
function measurePlace(run: Run, at: number): number {
  const words = run.slice(at, at + LONGEST_PLACE).map(bare);
  for (let many = words.length; many > 0; many -= 1) {
    if (findPlace(words.slice(0, many).join(" ")) === undefined) continue;
    return PLACE_HEAD.test(bare(run[at + many])) ? at + many + 1 : at + many;
  }
  const [first = "", second = ""] = words;
  if (PLACE_LEAD.test(first) && second !== "" && !isSkipped(second)) return at + 2;
  return isSkipped(first) || TITLES.test(first) ? at : measureHeaded(run, at);
}

/** "Rusk Tarn River": up to a word that only places have, with no body and no title before it. */
function measureHeaded(run: Run, at: number): number {
  for (let end = at + 1; end < Math.min(run.length, at + 4); end += 1) {
    const word = bare(run[end]);
    const isTitled = end + 1 < run.length && isTitle(word) && word !== "County";
    if (PLACE_HEAD.test(word) && !isTitled) return end + 1;
    if (isSkipped(word) || BODY_HEAD.test(word) || TITLES.test(word)) return at;
  }
  return at;
}

/** "Georgia Roe", "Jordan Lind": one word that is a place, and behind it the last word of the name. */
function isNameBehind(run: Run, at: number, end: number): boolean {
  const next = bare(run[end]);
  const isLast = end === run.length - 1 || isGiven(bare(run[at]));
  if (end !== at + 1 || end >= run.length || !isLast || /^\p{Lu}+\.?$/u.test(bare(run[at]))) {
    return false;
  }
  return !(isSkipped(next) || isTitle(next)) && findPlace(next) === undefined;
}

/** Up to a title, a people, or a body's beginning. */
function measureName(run: Run, at: number): number {
  let end = at + 1;
  while (end < run.length && goesOn(run, end)) end += 1;
  while (end > at + 1 && !CAPITAL.test(run[end - 1]?.text ?? "")) end -= 1;
  return end;
}

function goesOn(run: Run, at: number): boolean {
  const word = bare(run[at]);
  if (isSkipped(word)) return PARTICLE.test(word);
  // "Ada King", "Ivo Bishop": behind a first name, and nothing behind it.
  const isLastName = at === run.length - 1 && isGiven(bare(run[at - 1]));
  return !isTitle(word) || isLastName;
}

function startsGiven(run: Run, at: number, end: number): boolean {
  const isInitial = /^(?:\p{Lu}\.)+$/u.test(run[at]?.text ?? "");
  return end - at > 1 && (isGiven(bare(run[at])) || isInitial);
}

function readPiece(
  text: string,
  block: Span,
  run: Run,
  { from, to, kind }: Piece,
): NamedThing | undefined {
  const words = run.slice(from, to).map(bare);
  const start = run[from]?.start ?? 0;
  const end = (run[to - 1]?.start ?? 0) + (words.at(-1) ?? "").length;
  const name = text.slice(start, end);
  if (isNothing(name, words, kind)) return undefined;
  const near = Math.max(block.start, start - BESIDE);
  const before = text.slice(near, start);
  const isWork = /[“"‘]$/u.test(before) && /^[”"’,]/u.test(text.slice(end, end + 2));
  if (isWork && kind !== "place") return undefined;
  const isFirst = near === block.start && before.trim() === "";
  const opens = from === 0 && (isFirst || /[.!?:;…–—|*•“"‘'(]$/u.test(before.trimEnd()));
  const told = kind ?? readKind(name, before, text.slice(end, end + BESIDE));
  return { start, end, name, opens, ...(told !== undefined && { kind: told }) };
}

/** Units beside a name that tell what it is. */
const BESIDE = 60;

/** An initial, a number, a prize, an abbreviation that is no body's, a word that names nobody alone. */
function isNothing(name: string, words: readonly string[], kind: EntityKind | undefined): boolean {
  if (/^\p{Lu}?\.?$/u.test(name) || NO_BODY.test(name)) return true;
  if (kind === undefined && /\d/u.test(name)) return true;
  if (kind !== "person" && NO_ENTITY.test(name)) return true;
  return LONE.test(words.at(-1) ?? "") && words.slice(0, -1).every(isSkipped);
}

const SAYS =
  /^[”"]?,?\s(?:said|says|told|added|adds|wrote|writes|explained|argued|recalled|asked|tweeted|claimed|warned|insisted|replied|testified)\b/u;
const SAID = /(?:[”"],?|,)\s(?:said|says|added|wrote|explained|recalled|asked|replied)\s$/u;
const AGED = /^,\s\d{1,3},/u;

/** What the words beside it tell. */
function readKind(name: string, before: string, after: string): EntityKind | undefined {
  if (/^\p{Lu}{2,}\d*$/u.test(name) || (BODY.test(name) && !name.includes("-"))) return "body";
  if (AGED.test(after)) return "person";
  if (name.includes(" ") && (SAYS.test(after) || SAID.test(before))) return "person";
  if (/^\p{Lu}[\p{L}-]+$/u.test(name) && /\s(?:in|near|outside|across|throughout)\s$/u.test(before))
    return "place";
  return undefined;
}
