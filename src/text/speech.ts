// Text and a quoted span in it → who the text says said it.

const SAY =
  "(?:said|says|say|saying|told|tells|tell|added|adds|adding|wrote|writes|writing|warned|warns|argued|argues|insisted|insists|explained|explains|noted|notes|declared|declares|stated|states|announced|announces|claimed|claims|asked|asks|replied|replies|recalled|recalls|admitted|admits|conceded|stressed|continued|tweeted|posted|acknowledged|concluded|testified|remarked|observed|complained|suggested|predicted|vowed|promised|reported|reports)";
const TITLE = "(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Sir|St|Adm|Jr|Sr)\\.?";
const PART = "\\p{Lu}[\\p{L}\\p{M}’'-]*(?:\\.(?=\\s\\p{Lu}))?";
const LINK = "(?:de|da|di|del|la|le|van|von|der|den|bin|ibn|al|el|of|the|and|for)";
const NAME = `(?:${TITLE}\\s+){0,2}${PART}(?:\\s+(?:${LINK}\\s+){0,2}(?:${TITLE}\\s+)?${PART}){0,5}`;
/** "a spokesman for the port, Ada Roe," and "the mayor" too: titles in lower case before a name. */
const ROLE = "(?:(?:the|a|an|our|its|his|her|their)\\s+)?(?:[\\p{Ll}-]+\\s+){0,5}";
const APPOSITION = '(?:,[^,“”"\\n]{1,80},)?';
const ADVERB = "(?:\\s+[\\p{Ll}]+ly|\\s+also|\\s+then|\\s+has|\\s+had|\\s+have)?";

const AFTER_VERB_FIRST: RegExp = new RegExp(
  `^[\\s,.!?…;–—-]{0,4}${SAY}\\s+${ROLE}(?<name>${NAME})`,
  "u",
);
const AFTER_NAME_FIRST: RegExp = new RegExp(
  `^[\\s,.!?…;–—-]{0,4}(?<name>${NAME})${APPOSITION}${ADVERB}\\s+${SAY}\\b`,
  "u",
);
const AFTER_ROLE_NAME: RegExp = new RegExp(
  `^[\\s,.!?…;–—-]{0,4}(?:the|a|an)\\s+(?:[\\p{Ll}-]+\\s+){1,4}(?<name>${NAME})${APPOSITION}${ADVERB}\\s+${SAY}\\b`,
  "u",
);
const AFTER_SOURCE: RegExp = new RegExp(
  `^[\\s,.!?…;–—-]{0,4}(?:[aA]ccording to|in the words of)\\s+${ROLE}(?<name>${NAME})`,
  "u",
);
const BEFORE: RegExp = new RegExp(
  `(?<name>${NAME})${APPOSITION}${ADVERB}\\s+${SAY}(?:\\s+(?!${SAY}\\b)[\\p{L}\\p{M}’'.-]+){0,6}\\s*[,:]?\\s*$`,
  "u",
);
const BEFORE_SOURCE: RegExp = new RegExp(
  `(?:[aA]ccording to|[iI]n the words of)\\s+${ROLE}(?<name>${NAME})${APPOSITION}\\s*[,:]?(?:\\s+[\\p{Ll}’'-]+){0,6}\\s*$`,
  "u",
);
const COLON: RegExp = new RegExp(`(?:^|[.!?]\\s+)(?<name>${NAME})\\s*:\\s*$`, "u");
const SIGNED: RegExp = new RegExp(`^\\s*(?:[—–―-]{1,2}|\\()\\s*(?<name>${NAME})`, "u");
const PRONOUN: RegExp =
  /^(?:He|She|They|It|We|I|You|The|This|That|These|Those|Some|Many|Most|Others|Another|All|Both|One|Who|What|Which|His|Her|Their|Its|My|Our|But|And|Or|So|In|On|At|As|To|For|From|By|With|When|While|Then|Yet|If|After|Before|Also|However|According|Critics|Experts|Officials|Police|Sources|People)$/;

const REACH = 160;

/** A speech verb right before or behind a span: what is quoted there was said, whoever said it. */
const SPOKEN_AFTER: RegExp = new RegExp(
  `^[\\s,.!?…;–—-]{0,4}(?:(?:[\\p{L}’'.-]+\\s+){0,5}?)${SAY}\\b`,
  "u",
);
const SPOKEN_BEFORE: RegExp = new RegExp(`\\b${SAY}(?:\\s+[\\p{L}’'.-]+){0,4}\\s*[,:]?\\s*$`, "u");

/**
 * The name that stands with a speech verb beside `[start, end)`, marks included: behind it, before
 * it, "according to", a name and a colon, or a signature. `undefined` when it is a pronoun, a mere
 * role, or nobody. Only one sentence around the span is read.
 */
export function findSpeaker(text: string, start: number, end: number): string | undefined {
  const after = clipAfter(text, end);
  const before = clipBefore(text, start);
  for (const pattern of [
    AFTER_SOURCE,
    AFTER_VERB_FIRST,
    AFTER_ROLE_NAME,
    AFTER_NAME_FIRST,
    SIGNED,
  ]) {
    const name = clean(pattern.exec(after)?.groups?.["name"]);
    if (name !== undefined) return name;
  }
  for (const pattern of [BEFORE_SOURCE, BEFORE, COLON]) {
    const name = clean(pattern.exec(before)?.groups?.["name"]);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Whether a speech verb stands beside the span. */
export function isSpoken(text: string, start: number, end: number): boolean {
  return SPOKEN_AFTER.test(clipAfter(text, end)) || SPOKEN_BEFORE.test(clipBefore(text, start));
}

/** Up to the next quotation or paragraph. */
function clipAfter(text: string, end: number): string {
  const after = text.slice(end, end + REACH);
  return /^[\s\S][^“”"«»\n]*/.exec(after)?.[0] ?? "";
}

/** From the sentence's start, the last quotation or the paragraph's start. */
function clipBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  return before.slice(Math.max(0, lastBoundary(before)));
}

function lastBoundary(before: string): number {
  const boundary = /[“”"«»\n]|(?<=\p{Ll}{2}|\d)[.!?](?=\s)/gu;
  let last = 0;
  for (const { index, 0: mark } of before.matchAll(boundary)) last = index + mark.length;
  return last;
}

function clean(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const words = name.replace(/[’']s$/, "").split(/\s+/);
  while (words.length > 0 && PRONOUN.test(words[0] ?? "")) words.shift();
  return words.length === 0 ? undefined : words.join(" ");
}
