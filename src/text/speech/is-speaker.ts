// A speaker as a text names them and a name as a reader types it → whether they are the same.

import { foldAccents } from "../fold-accents.ts";
import { TITLES } from "./name-patterns.ts";

/** At least one of both, as {@link attributeSpan} gives them. */
export interface NamedParty {
  readonly name?: string;
  readonly role?: string;
}

/**
 * "Gersten", "Peter Gersten" and "Gen. Gersten" are "Maj. Gen. Peter Gersten"; "officials" are "senior
 * officials", and "the mayor" is whoever has that role. A given name that differs is another person.
 */
export function isSpeaker({ name, role }: NamedParty, asked: string): boolean {
  const wanted = listWords(asked);
  if (wanted.length === 0) return false;
  const [own, part] = [listWords(name ?? ""), listWords(role ?? "")];
  const isWhole = wanted.every((word) => own.includes(word) || part.includes(word));
  if (isWhole) return true;
  return (
    own.length > 0 && own.at(-1) === wanted.at(-1) && own.every((word) => wanted.includes(word))
  );
}

/** Without titles, articles and initials, folded. */
function listWords(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu) ?? [];
  const carrying = words.filter((word) => !IDLE.test(word));
  const plain = carrying.filter((word) => !TITLES.test(word));
  return (plain.length > 0 ? plain : carrying).map((word) =>
    foldAccents(word.replace(/[’']s?$|\.$/gu, "")).toLowerCase(),
  );
}

const IDLE = /^(?:the|an?|of|for|in|at|\p{L}\.?)$/iu;
