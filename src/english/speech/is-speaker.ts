// A speaker as a text names them and a name as a reader types it → whether they are the same.

import { listNameWords } from "./name-words.ts";
import { isGivenName } from "./short-names.ts";

/** At least one of both, as {@link attributeSpan} gives them. */
export interface NamedParty {
  readonly name?: string;
  readonly role?: string;
}

/** Who says a span's words, and whom or what they have them from. */
interface Spoken {
  readonly speaker?: NamedParty & { readonly start: number };
  readonly chain?: readonly { readonly start: number; readonly words: string }[];
}

/** The speaker, then those whom the speaker has the words from; not who carried them to the article. */
export function listParties({ speaker, chain = [] }: Spoken): readonly NamedParty[] {
  if (speaker === undefined) return [];
  const own = chain.findIndex(({ start }) => start === speaker.start);
  return [speaker, ...chain.slice(own + 1).map(({ words }) => ({ role: words }))];
}

/**
 * "Gersten", "Peter Gersten", "Pete Gersten" and "Gen. Gersten" are "Maj. Gen. Peter Gersten"; "officials" are "senior
 * officials", and "the mayor" is whoever has that role. A given name that differs is another person.
 */
export function isSpeaker({ name, role }: NamedParty, asked: string): boolean {
  const wanted = listNameWords(asked);
  if (wanted.length === 0) return false;
  const [own, part] = [listNameWords(name ?? ""), listNameWords(role ?? "")];
  const isWhole = wanted.every((word) => own.includes(word) || part.includes(word));
  if (isWhole) return true;
  if (own.length === 0 || own.at(-1) !== wanted.at(-1)) return false;
  const [given = "", asking = ""] = [own[0], wanted[0]];
  const isShort = own.length > 1 && wanted.length > 1 && isGivenName(given, asking);
  return isShort || own.every((word) => wanted.includes(word));
}
