// A match of a subject's pattern → the words that name the speaker, and the role beside them.

import { NAME, NO_NAME, NO_PERSON, TITLES } from "./name-patterns.ts";

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
  const isNamed = FULL_NAME.test(aside) && aside.includes(" ") && isName(aside);
  return isNamed ? { ...placed(aside, "name"), role } : placed(role, "role");
}

function readName(
  name: string,
  lead: string | undefined,
  aside: string,
  placed: Placing,
): Named | undefined {
  if (SOME.test(name)) return placed(name, "role");
  const own = trimName(name);
  if (!isName(own)) return undefined;
  if (NO_LONGER.test(lead ?? "")) return placed(`${lead} ${own}`, "name");
  const role = readAside(aside) ?? readLead(lead);
  return { ...placed(own, "name"), ...(role !== undefined && { role }) };
}

/** An article and words that begin a clause are no part of the name. */
function trimName(name: string): string {
  let rest = name.replace(/^[Tt]he\s/u, "");
  for (;;) {
    const [first = "", second] = rest.split(/\s/, 2);
    if (second === undefined || first === "No" || !NO_NAME.test(first)) return rest;
    rest = rest.slice(first.length + 1);
  }
}

function isName(name: string): boolean {
  const words = name.split(/\s/);
  if (/[’']s?$/u.test(name) || words.every((word) => NO_PERSON.test(word))) return false;
  if (words.length === 1 && NO_NAME.test(name)) return false;
  return words.some((word) => !TITLES.test(word) && !NO_NAME.test(word));
}

/** "Many Sunni Muslims": some of a people, nobody's name. */
const SOME = /^(?:[Mm]any|[Ss]ome|[Mm]ost|[Ss]everal|[Oo]ther|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s/u;
/** Part of how somebody is named, and no role by itself. */
const NO_LONGER = /^(?:former|then|acting|late|outgoing|incoming)$/u;
const FULL_NAME: RegExp = new RegExp(`^${NAME}$`);
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
