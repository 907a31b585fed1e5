// One part of an article's head or foot → what it says of the article's origin.

import { readDate } from "../../english/read-date.ts";

/** Facts as the text gives them; an absent one is not said. `length` is what they take from its start. */
export interface Origin {
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly dateline?: string;
}
interface InlineDateline extends Origin {
  readonly length: number;
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’&-]*";
const NAME = `\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|de|da|di|del|la|le|van|von|der|den|bin|ibn|al|el|al-\\p{Lu}[\\p{L}'’-]*)){1,4}`;
const NAMES = `${NAME}(?:(?:\\s*,\\s*|\\s*,?\\s+(?:and|&|with)\\s+)${NAME}){0,5}`;
const BYLINE = new RegExp(
  `^(?:(?:[Ww]ritten|[Ss]tory|[Rr]eport|[Tt]ext) )?[Bb][Yy]:?\\s+(?<author>${NAMES})(?<rest>$|\\s*[,|·•–—/-].*|\\s+\\p{L}+,?\\s+\\d.*|\\s*\\(.*)`,
  "u",
);
const NAMED = new RegExp(`^${NAMES}`, "u");
const PLACE = `${WORD}(?:(?:,\\s*|\\s+)(?:${WORD}|and|of|de|el|la|al)){0,5}(?:,? \\p{Lu}[a-z]{2,8}\\.? \\d{1,2})?`;
const WIRE = new RegExp(
  `^(?:(?<place>${PLACE}),?\\s*)?\\((?<org>\\p{Lu}[\\p{L}. ]{1,30})\\)\\s*(?:[—–-]{1,2}|:)\\s+`,
  "u",
);
const BARE_WIRE = /^\((?<org>[A-Z]{2,5})\)\s+(?=\p{Lu}|["“])/u;
const CAPITALS =
  /^(?<place>\p{Lu}[\p{Lu}.'’-]{2,}(?: [\p{Lu}.'’-]{2,}){0,3}(?:, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?)?)\s+(?:—|–|--)\s+/u;
const NO_PLACE =
  /^(?:BREAKING|UPDATED?|EXCLUSIVE|LIVE|WATCH|OPINION|REVIEW|CORRECTION|NOTE|NEWS|VIDEO|ANALYSIS|EDITORIAL)\b/;
const ALONE = new RegExp(
  `^(?:(?<place>${PLACE}?)\\s+)?(?:\\((?<bracketed>\\p{Lu}[\\p{L}. ]{1,30})\\)|(?<org>[A-Z]{2,5}(?: ?[A-Z][a-z]+)?))\\s*[—–-]{1,2}$`,
  "u",
);
const ALONE_PLACE =
  /^(?<place>\p{Lu}[\p{Lu}.'’ -]{2,30}(?:, \p{Lu}[\p{L}. ]{1,20})?)\s*[—–-]{1,2}$/u;
const REPORTS = new RegExp(
  `^(?<org>(?:The )?${WORD}(?:\\s+(?:${WORD}|of|the|and|for)){0,5}) reports\\s*:$`,
  "u",
);
const REPUBLISHED = new RegExp(
  `\\b(?:[Oo]riginally|[Ff]irst) (?:published|appeared|posted|ran) (?:by|in|on|at|with) (?<org>(?:[Tt]he )?${WORD}(?:\\s+(?:${WORD}|of|the|and|for|&))*)`,
  "u",
);
const LABEL =
  /^(?<label>author|by|publisher|publication|newspaper|date|published(?: on)?|publication date|url|link)\s*:\s*(?<value>\S.*)$/i;
const AROUND_DATE =
  /\b(?:first|originally|last|published|posted|updated|modified|on|at|date|a\.?m|p\.?m|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[A-Z]{1,4}T|GMT|UTC|\d+ min(?:ute)?s? read)\b/gi;
const ORGANISATION =
  /\b(?:News|Times|Post|Outlook|Review|Journal|Tribune|Herald|Affairs|Press|Guardian|Agency|Network|Daily|Weekly|Magazine|Observer|Telegraph|Today|Radio|TV|Television|Monitor|Gazette|Chronicle|Report|Institute|World|Wire|Media|Sun|Star|Mail|Mirror|Standard|Independent|Globe|Examiner|Sentinel|Dispatch|Inquirer|Broadcasting|Foundation|Center|Centre|Watch|Bulletin|Digest|Courier|Record|Register|Ledger|Argus|Echo|Voice|Express)\b|^The\b|^[A-Z]{2,6}$/u;

/** The origin told by a part that says nothing else: it is no reporting. `undefined` for all else. */
export function readOriginLine(plain: string): Origin | undefined {
  if (plain.length > 200) return undefined;
  return (
    readUrl(plain) ??
    readLabel(plain) ??
    readByline(plain) ??
    readAlone(plain) ??
    readReports(plain) ??
    readDateLine(plain)
  );
}

/** A dateline at the start of the first paragraph as it stands in the text: `RIGA, Latvia (XYZ) — `. */
export function readInlineDateline(raw: string): InlineDateline | undefined {
  const head = raw.slice(0, 160);
  const match = WIRE.exec(head) ?? BARE_WIRE.exec(head) ?? CAPITALS.exec(head);
  if (match === null || NO_PLACE.test(head)) return undefined;
  const { place, org } = match.groups ?? {};
  return {
    length: match[0].length,
    ...(place === undefined ? {} : { dateline: place }),
    ...(org === undefined ? {} : { publisher: org }),
  };
}

/** "Originally published by X": who published it first. */
export function readRepublished(plain: string): string | undefined {
  const { org } = REPUBLISHED.exec(plain.slice(0, 400))?.groups ?? {};
  const name = org?.replace(/(?:\s+(?:of|the|and|for|&))+$/u, "").replace(/[.,]+$/, "");
  return name === undefined || readMonth(name) ? undefined : name;
}

/** Whether a line is nothing but the names of persons. */
export function isNames(plain: string): boolean {
  return NAMED.exec(plain)?.[0] === plain;
}

const readMonth = (name: string): boolean =>
  /^(?:the )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/i.test(
    name,
  );

function readUrl(plain: string): Origin | undefined {
  const match = /^(?:(?:url|link|source|original|via)\s*:?\s*)?<?(https?:\/\/[^\s<>]+)>?$/i.exec(
    plain,
  );
  return match?.[1] === undefined ? undefined : { url: match[1] };
}

function readLabel(plain: string): Origin | undefined {
  const { label = "", value = "" } = LABEL.exec(plain)?.groups ?? {};
  if (value === "" || value.split(/\s+/).length > 12) return undefined;
  const name = label.toLowerCase();
  if (/^(?:author|by)$/.test(name)) return { author: value };
  if (/^(?:publisher|publication|newspaper)$/.test(name)) return { publisher: value };
  const published = /date|published/.test(name) ? readDate(value)?.iso : undefined;
  return published === undefined ? undefined : { published };
}

function readByline(plain: string): Origin | undefined {
  const { author, rest = "" } = BYLINE.exec(plain)?.groups ?? {};
  if (author === undefined || NAMED.exec(author) === null || plain.split(" ").length > 25)
    return undefined;
  if (/[.!?]$/.test(rest) && rest.length > 60) return undefined;
  const published = /\bupdated\b/i.test(rest) ? undefined : readDate(rest)?.iso;
  return { author: author.trim(), ...(published === undefined ? {} : { published }) };
}

function readAlone(plain: string): Origin | undefined {
  const { place, org, bracketed } = (ALONE.exec(plain) ?? ALONE_PLACE.exec(plain))?.groups ?? {};
  const wire = org ?? bracketed;
  if ((place === undefined && wire === undefined) || NO_PLACE.test(plain)) return undefined;
  return {
    ...(place === undefined ? {} : { dateline: place.trim() }),
    ...(wire === undefined ? {} : { publisher: wire }),
  };
}

function readReports(plain: string): Origin | undefined {
  const { org } = REPORTS.exec(plain)?.groups ?? {};
  return org !== undefined && ORGANISATION.test(org) ? { publisher: org } : undefined;
}

/** Only an update's date is told by `{}`: the day of publication stays unknown. */
function readDateLine(plain: string): Origin | undefined {
  const date = plain.length > 90 ? undefined : readDate(plain);
  if (date === undefined) return undefined;
  const around = `${plain.slice(0, date.start)} ${plain.slice(date.end)}`;
  if (/\p{L}/u.test(around.replace(AROUND_DATE, ""))) return undefined;
  const updated = /updated|modified/i.test(plain.slice(0, date.start));
  return updated && !/published|posted/i.test(plain) ? {} : { published: date.iso };
}
