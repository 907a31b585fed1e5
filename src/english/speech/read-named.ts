// A match of a subject's pattern → the words that name the speaker, and the role beside them.

import { NAME } from "./name-patterns.ts";
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
