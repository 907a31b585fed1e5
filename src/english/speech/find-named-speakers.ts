// A paragraph without its quotations → whom a subject's pattern, "according to" or a colon names as the speaker, with the role beside them.

import { LETTER, LOWER } from "../../text/words.ts";
import { BLOT } from "./mask-quotations.ts";
import { DAY_NAME, FOLLOWING_ASIDE, NAME, NAMED, ROLE } from "./name-patterns.ts";
import { isName, trimName } from "./trim-name.ts";

/** What a pattern with the groups `name`, `role`, `pronoun`, `lead` and `asides` found. */
export interface Named {
  readonly words: string;
  /** Where the words begin in what was matched. */
  readonly at: number;
  readonly length: number;
  readonly kind: "name" | "role" | "pronoun";
  readonly role?: string;
  /** Something stands between it and its verb: ", the mayor of Brone,". */
  readonly hasAside: boolean;
}

/** `undefined` where the words are no name after all. */
export function readNamed(match: RegExpExecArray | null): Named | undefined {
  if (match === null) return undefined;
  const { name, role, pronoun, lead, asides } = match.groups ?? {};
  const placed = (words: string, kind: Named["kind"]): Named => ({
    words,
    at: match[0].indexOf(words, lead === undefined ? 0 : lead.length),
    length: match[0].length,
    kind,
    hasAside: asides !== undefined,
  });
  if (pronoun !== undefined) return placed(pronoun, "pronoun");
  const aside = (asides ?? "").replace(/^,\s|,$/gu, "").trim();
  return role === undefined
    ? readName(name ?? "", lead, aside, placed)
    : readRole(role.trim(), aside, placed);
}

type Placing = (words: string, kind: Named["kind"]) => Named;

/** "The mayor, Ada Roe, said": the name stands behind the role. */
function readRole(role: string, aside: string, placed: Placing): Named {
  const [first = ""] = LEADING_NAME.exec(aside) ?? [];
  const { name } = trimName(first);
  const isPlace = !first.includes(" ") && /\s(?:in|from|at|of|near)\s/u.test(role);
  return first !== "" && !isPlace && isName(name)
    ? { ...placed(name, "name"), role }
    : placed(role, "role");
}

function readName(
  name: string,
  lead: string | undefined,
  aside: string,
  placed: Placing,
): Named | undefined {
  if (SOME.test(name)) return placed(name, "role");
  const { name: own, lead: office } = trimName(name.replace(/^[Tt]he\s/u, ""));
  if (!isName(own)) return undefined;
  const role = readAside(aside) ?? office ?? readLead(lead);
  return { ...placed(own, "name"), ...(role !== undefined && { role }) };
}

/** "Many Sunni Muslims": some of a people, nobody's name. */
const SOME = /^(?:[Mm]any|[Ss]ome|[Mm]ost|[Ss]everal|[Oo]ther|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s/u;
const LEADING_NAME = new RegExp(`^${NAME}(?=,|$)`);
const NO_ROLE =
  /^(?:\d|(?:who|which|whose|and|but|in|on|at|as|of|when|after|while|though|however|from|with|speaking|appearing)\b|\p{Ll}+(?:ing|ed)\b)/u;

/** "the mayor of Brone", "chief engineer": not an age, not a clause (", who left"), not another name. */
function readAside(aside: string): string | undefined {
  const parts = (/^[—–]/u.test(aside) ? aside.slice(1, -1).trim() : aside).split(/,\s/u);
  const end = parts.findIndex((part) => NO_ROLE.test(part));
  const role = parts.slice(0, end < 0 ? parts.length : end).join(", ");
  return /^\p{Ll}+\s/u.test(role) ? role : undefined;
}

function readLead(lead: string | undefined): string | undefined {
  return lead === undefined || NO_ROLE.test(lead.toLowerCase()) ? undefined : lead.trim();
}

const INTRODUCED = new RegExp(
  `(?<=^|[.!?]\\s|${BLOT}\\s)(?:[^,.;:!?${BLOT}]{3,40},\\s)?${NAMED}(?![${LETTER}’'])(?<rest>(?:[^.;:!?${BLOT}]|(?<=\\d)[.](?=\\d)){0,100}):\\s?(?=${BLOT})`,
  "gu",
);
const OPENING = /^[^,.;:!?]{3,40},\s/u;
/** Another subject; and what is read, seen or heard before a colon has words of its own. */
const OTHERS =
  /^\s(?:he|she|they|we|it|I)\s|\b(?:signs?|notice|banners?|posters?|placards?|plaque|messages?|texts?|notes?|headlines?|slogan|motto|inscription|poem|verse|songs?|lyrics|caption|label|words|rule|question|title|called|named|entitled|with|reads?|reading)\b[^:]{0,40}$/iu;

/** A subject and the clause that introduces what follows; offsets are of the text. */
interface Introduced {
  readonly read: Named;
  readonly start: number;
  readonly end: number;
}

/** @param told what else in the text speaks, and where. */
export function findIntroduced(
  masked: string,
  told: readonly { readonly start: number; readonly end: number }[],
): readonly Introduced[] {
  return Array.from(masked.matchAll(INTRODUCED)).flatMap((match) => {
    const { rest = "" } = match.groups ?? {};
    const read = readNamed(match);
    const [start, end] = [match.index, match.index + match[0].length];
    const isTold = told.some((other) => other.start < end && start < other.end);
    const isLabel = rest.trim() === "" && start === 0;
    if (read === undefined || isTold || isLabel || OTHERS.test(rest)) return [];
    // "To Roe he has this to say": a name that lost its first words is no subject.
    if (read.role === undefined && !match[0].replace(OPENING, "").startsWith(read.words)) return [];
    return [{ read, start, end }];
  });
}

/** How far behind it may be named. */
const REACH = 300;
const SOURCE = /\b[Aa]ccording\sto\s/gu;
const SOURCE_ALONE = `^${NAMED}(?=\\s?[,;:)—–${BLOT}]|\\.(?![${LETTER}])|$|\\s(?:on|in|and\\s[${LOWER}]|who|which|that)\\b|\\s[-—–]\\s)`;
/** "According to the club’s lawyer, Ada Roe, the permit …" */
const SOURCE_HOLDER = new RegExp(`^(?<role>${ROLE}),\\s(?<asides>${NAME})(?=\\s?[,;.)${BLOT}]|$)`);
const SOURCE_NAME = new RegExp(`${SOURCE_ALONE}${FOLLOWING_ASIDE}`);
/** At the head of a sentence its statement follows, and no role. */
const HEAD_SOURCE_NAME = new RegExp(SOURCE_ALONE);
const SOURCE_ROLE = new RegExp(
  `^(?<role>(?:[^,;:.(—–${BLOT}]|(?<=\\d)[,.](?=\\d)){2,110}?(?:\\.com)?)(?=\\s?[,;:(—–${BLOT}]|\\s-\\s|\\.(?![${LETTER}])|$|\\s(?:that|who|which|posted|shared|seen|published|released|obtained|made|provided|on\\s${DAY_NAME})\\b)`,
);

/** A source that a text names; `from` is where the words begin that name it. */
interface NamedSource {
  readonly read: Named;
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

/**
 * A paragraph without its quotations → each source that it names with "according to".
 * "According to the club’s lawyer, Ada Roe, the permit was void." → Ada Roe
 */
export function findSources(masked: string): readonly NamedSource[] {
  return Array.from(masked.matchAll(SOURCE)).flatMap(({ index, 0: words }) => {
    const at = index + words.length;
    const after = masked.slice(at, at + REACH);
    const pattern = words.startsWith("A") ? HEAD_SOURCE_NAME : SOURCE_NAME;
    const isApart = /(?:^|[,.!?—–(\ue000-]\s?|\sand\s)$/.test(masked.slice(0, index));
    const read =
      readNamed(pattern.exec(after)) ??
      readNamed(SOURCE_HOLDER.exec(after)) ??
      (isApart ? readNamed(SOURCE_ROLE.exec(after)) : undefined);
    return read === undefined ? [] : [{ read, start: index, from: at, end: at + read.length }];
  });
}
