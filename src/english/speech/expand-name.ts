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

/** Unchanged where the article has no fuller form, or two people of that name. */
export function expandName(text: string, name: string, role: string | undefined): NamedPerson {
  const words = name.split(/\s+/).filter((word) => !TITLES.test(word));
  const [surname] = words;
  if (words.length !== 1 || surname === undefined || BODY.test(name)) return { name, role };
  const full = findFullNames(text, surname);
  const givens = new Set(full.map((one) => given(one)));
  const [longest] = full.toSorted((one, other) => other.length - one.length);
  if (givens.size !== 1 || longest === undefined) return { name, role };
  return { name: longest, role: role ?? findRole(text, longest) };
}

function findFullNames(text: string, surname: string): readonly string[] {
  const escaped = escapePattern(surname);
  const pattern = new RegExp(
    `(?<![${LETTER}’'“"‘-])((?:${PART}[ \\u00a0](?:al-|(?:de|da|di|del|la|van|von|der|den|bin|ibn|al|el)[ ])?){1,6})${escaped}(?![${LETTER}-])`,
    "g",
  );
  const found = Array.from(text.matchAll(pattern), ([whole]) => trimName(whole).name);
  return [
    ...new Set(
      found.filter((one) => !["", surname].includes(given(one)) && isName(one) && !BODY.test(one)),
    ),
  ];
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
