// A paragraph without its quotations → each source that it names with "according to".
// "According to the club’s lawyer, Ada Roe, the permit was void." → Ada Roe

import { LETTER, LOWER } from "../../text/latin-letters.ts";
import { BLOT } from "./mask-quotations.ts";
import { DAY_NAME, FOLLOWING_ASIDE, NAME, NAMED, ROLE } from "./name-patterns.ts";
import { type Named, readNamed } from "./read-named.ts";

/** How far behind it may be named. */
const REACH = 300;
const SOURCE = /\b[Aa]ccording\sto\s/gu;
const SOURCE_ALONE = `^${NAMED}(?=\\s?[,;)—–${BLOT}]|\\.(?![${LETTER}])|$|\\s(?:on|in|and\\s[${LOWER}]|who|which|that|—|–)\\b)`;
/** "According to the club’s lawyer, Ada Roe, the permit …" */
const SOURCE_HOLDER = new RegExp(`^(?<role>${ROLE}),\\s(?<asides>${NAME})(?=\\s?[,;.)${BLOT}]|$)`);
const SOURCE_NAME = new RegExp(`${SOURCE_ALONE}${FOLLOWING_ASIDE}`);
/** At the head of a sentence its statement follows, and no role. */
const HEAD_SOURCE_NAME = new RegExp(SOURCE_ALONE);
const SOURCE_ROLE = new RegExp(
  `^(?<role>(?:[^,;.(—–${BLOT}]|(?<=\\d)[,.](?=\\d)){2,110}?(?:\\.com)?)(?=\\s?[,;(—–${BLOT}]|\\.(?![${LETTER}])|$|\\s(?:that|who|which|posted|shared|seen|published|released|obtained|made|provided|on\\s${DAY_NAME})\\b)`,
);

/** A source that a text names; `from` is where the words begin that name it. */
interface NamedSource {
  readonly read: Named;
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

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
