// A surname and an article's text → the fuller name and the role that the article gives it, once.

import { escapePattern, LETTER, LOWER, UPPER } from "../../text/words.ts";
import { findMentions } from "./find-mentions.ts";
import { maskQuotations } from "./mask-quotations.ts";
import { BODY, TITLES } from "./name-patterns.ts";
import { isName, trimName } from "./trim-name.ts";

interface NamedPerson {
  readonly name: string;
  readonly role?: string | undefined;
}

const PART = `(?:[${UPPER}][${LOWER}]{0,3}\\.|[${UPPER}][${LETTER}’'-]*)`;

/**
 * Unchanged where the article has no fuller form, and where it names several people of that name, unless
 * one alone of them before `at`.
 */
export function expandName(
  text: string,
  name: string,
  role: string | undefined,
  at: number = text.length,
): NamedPerson {
  const words = name.split(/\s+/).filter((word) => !TITLES.test(word));
  const [surname] = words;
  if (words.length !== 1 || surname === undefined) return { name, role };
  const full = findFullNames(text, surname);
  const before = full.filter(({ start }) => start < at);
  const meant = countBearers(full) > 1 ? before : full;
  const [longest] = meant.toSorted((one, other) => other.name.length - one.name.length);
  if (longest === undefined || countBearers(meant) > 1) return { name, role };
  return { name: longest.name, role: role ?? findRole(text, longest.name) };
}

function countBearers(names: readonly FullName[]): number {
  return new Set(names.map(({ bearer }) => bearer)).size;
}

interface FullName {
  /** What tells one bearer of the surname from another. */
  readonly bearer: string;
  readonly name: string;
  readonly start: number;
}

/** Names that end in it, and such as begin with it, as in "Roh Min-jae". */
function findFullNames(text: string, surname: string): readonly FullName[] {
  const escaped = escapePattern(surname);
  const last = new RegExp(
    `(?<![${LETTER}’'“"‘-])((?:${PART}[ \\u00a0](?:al-|(?:de|da|di|del|la|van|von|der|den|bin|ibn|al|el)[ ])?){1,6})${escaped}(?![${LETTER}-])`,
    "g",
  );
  const first = new RegExp(
    `(?<![${LETTER}’'-]|[${UPPER}][${LETTER}’'-]*\\s)${escaped}\\s[${UPPER}][${LOWER}]+-[${LETTER}]+(?![${LETTER}-])`,
    "g",
  );
  return [last, first].flatMap((form) =>
    Array.from(text.matchAll(form), ({ 0: whole, index }) => {
      const { name } = trimName(whole);
      const bearer = form === last ? given(name) : name;
      const isBody = BODY.test(form === last ? name : name.slice(surname.length));
      return ["", surname].includes(bearer) || !isName(name) || isBody
        ? []
        : { name, start: index, bearer };
    }).flat(),
  );
}

/** The given name: what stands first when titles are gone; empty for a title and a surname. */
function given(name: string): string {
  const words = name.split(/\s+/).filter((word) => !TITLES.test(word));
  return words.length > 1 ? (words[0] ?? "") : "";
}

function findRole(text: string, name: string): string | undefined {
  const at = text.indexOf(name);
  const start = text.lastIndexOf("\n", at) + 1;
  const next = text.indexOf("\n", at);
  const paragraph = text.slice(start, next < 0 ? text.length : next);
  return findMentions(maskQuotations(paragraph)).find((mention) => mention.name === name)?.role;
}
