// A block of prose → the people, bodies and places that it names, each with what tells its kind.
// "Brone Mayor Ada Roe met the Rusk County Council." → Brone, Ada Roe (a title before it), Rusk County Council (its last word)

import type { EntityKind } from "../../core/listing.ts";
import type { Span } from "../../core/span.ts";
import { BODY, NO_NAME, TITLES } from "../speech/name-patterns.ts";
import { findPlace, LONGEST_PLACE, PEOPLE, PLACE_HEAD, PLACE_LEAD } from "./gazetteer.ts";
import { isGiven } from "./given-names.ts";

/** `text.slice(start, end)` is the name as written, without titles and without the possessive. */
export interface NamedThing extends Span {
  readonly name: string;
  /** What its own words or those right beside it tell; absent where only the rest of the article can. */
  readonly kind?: EntityKind;
  /** It is the first word of its sentence, where any word has a capital. */
  readonly opens: boolean;
  /** Words in lower case stand before and behind it: no headline, no title of a work. */
  readonly isPlaced: boolean;
}

interface Token extends Span {
  readonly text: string;
}

const WORD =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|(?:St|Mt|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sens?|Reps?|Gov|Rev|Adm|Cmdr|Det|Insp|Supt|Hon)\.|(?:[ad]l-|[Oo]['’]|[dDlL]['’])?[\p{L}\p{N}@#][\p{L}\p{M}\p{N}’'+@#_]*(?:(?:[-‐‑&](?=[\p{L}\p{N}])|\.(?=(?:com|org|net)\b))[\p{L}\p{M}\p{N}’'+_]+)*/gu;
/** "Ghent-based", "Roe-era": the name alone is one. */
const BASED =
  /[-‐‑](?:based|born|area|led|backed|owned|made|run|era|style|wide|only|held|bound|controlled|friendly|linked|funded|related|aligned|occupied|trained|educated|raised|like|inspired|themed|bred|listed|supplied|brokered|sponsored|appointed|approved)$/u;
const CAPITAL = /^(?:[ad]l-|[dl]['’])?\p{Lu}/u;
const POSSESSIVE = /(?:['’]s|(?<=[sS])['’])$/u;
const PARTICLE =
  /^(?:de|da|di|del|della|la|le|du|dos|van|von|der|den|ter|ten|bin|ibn|al|el|y|zu)$/u;
const CALENDAR =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Halloween|Thanksgiving|Ramadan|Hanukkah)$/u;

/** A body by its last word; with "of …" behind some of them. */
const BODY_HEAD =
  /^(?:Inc|Corp|Ltd|LLC|PLC|Company|Corporation|Group|Holdings|Bank|University|College|Institute|Institution|Ministry|Department|Dept|Agency|Association|Administration|Council|Committee|Subcommittee|Commission|Party|Court|Office|Police|Times|Post|News|Press|Union|Foundation|Cent(?:er|re)s?|Organi[sz]ation|Service|Services|Society|Board|Federation|League|Club|School|Hospital|Church|Army|Navy|Force|Forces|Guard|Nations|Journal|Authority|Bureau|Fund|Network|Trust|Alliance|Coalition|Front|Senate|Parliament|Museum|Academy|Airlines?|Airways|Research|Clinic|Labs?|Laboratory|Health|Systems|Technologies|Motors|Entertainment|Studios?|Records|Music|Magazine|Daily|Weekly|Register|Telegraph|Herald|Tribune|Gazette|Chronicle|Campaign|Movement|Programme|Program|Initiative|Ventures|Capital|Partners|Pictures|Media|Distribution|Legislature|Assembly|Congress|Division|Brigade|Regiment|Registry|Observatory|Bulletin|Orchestra|Brothers|Sons|Stores|Foods|Energy|Industries|Pharmaceuticals|Insurance|Bancorp|Brands|Networks|Games|Reporter|Standard|Examiner|Express|Mirror|Mail|Independent|Observer|Review|Choir|Band|Theat(?:re|er)|Conference|Caucus|Sciences?|Security|Works|House|Reserve|Treasury|Archives?|Library|Guild|Team|Squad|FC|United)$/u;
/** What may go on behind "of" or "for": "Department of Works", "Office for Tides". */
const COMPLETED =
  /^(?:Department|Dept|Office|Ministry|Academy|Committee|Council|Commission|Bureau|Cent(?:er|re)s?|Institute|Institution|University|College|Association|Bulletin|Board|Bank|House|Court|School|Federation|League|Union|Society|Organi[sz]ation|Alliance|Church|Union|Museum|Secretariat|Fund|Agency|Authority|Conference|Chamber|Coalition|Party|Registry|Archives?|Library)$/u;
/** Things that have names and are no person, body or place. */
const NO_ENTITY =
  /\b(?:Open|Cups?|Bowl|Games|Olympics?|Championships?|Awards?|Acts?|Bill|Day|War|Wars|Series|Slams?|Oscars?|Gramm(?:y|ys|ies)|Emmys?|Prize|Festival|Show|Amendment|Constitution|Treaty|Agreement|Protocol|Covid|COVID|Internet|Holocaust|Bible|Quran|Koran|Medal|Trophy|Clock|Edition|Chapter|Article|Section|Part|Season|Episode|Tour|Test|Mission|Project|Plan|Deal|Proposal|Report|Index|Summit|Election|Revolution|Age|Era|Century|God|Heaven|Earth|Mars|Moon|Sun|Jupiter|Venus|Saturn)$/u;
/** Titles that stand within the names of bodies: "Department of State". */
const OF_BODY =
  /^(?:State|Defen[cs]e|Foreign|Justice|US|UK|U\.S\.|Democratic|Republican|National|Health|General|Attorney|Prime|of)$/u;
/** Offices that the reading of speech does not know, for they stand with others before a name. */
const OFFICE =
  /^(?:Attorney|District|Secretary|Minister|President|Chair|Chairman|Director|Chief|Officer|Executive|Speaker|Majority|Minority|Leader|Deputy|Assistant|Acting|Interim|Former|Vice|Head|Health|Police|Defen[cs]e|Foreign|Prime|First|Lady|Lord|Special|Counsel|General|Solicitor|National|Senior|Junior|Associate|Managing|Editor|Supreme|Circuit|County|State|Federal|House|Senate|White|CEO|CFO|COO|CTO|MP|MEP|Ms|Mr|Mrs|Dr|Miss|Sir|Dame|Rep|Reps|Sen|Sens|Gov|Sgt|Capt|Lt|Col|Gen|Maj|Adm|Rev|Prof|Hon|Judge|Justice|Pastor|Bishop|Father|Sister|Brother|Uncle|Aunt|King|Queen|Prince|Princess|Pope|Emperor|Coach|Captain|Star|Singer|Rapper|Actor|Actress|Author|Director|Producer|Professor|Commissioner|Administrator|Representative|Senator|Congressman|Congresswoman|Governor|Mayor|Ambassador|Spokesman|Spokeswoman|Spokesperson|Consultant|Epidemiologist)s?\.?$/u;
/** Before a name, of people alone. */
const OF_PERSON =
  /^(?!(?:State|House|Senate|National|Federal|County|Health|Police|Defen[cs]e|Foreign|General|White|Former|Supreme|District|Special|First|Star|Circuit|Republican|Democrat|Democratic|GOP|US|U\.S\.|UK|of)s?\.?$)/u;
const STOP_WORDS =
  /^(?:Here|There|Where|While|When|Meanwhile|However|Also|Yes|Ms|Its|It|I|I’m|I'm|We|We’re|We're|Not|Let|Get|See|Go|Come|Take|Make|Please|Thank|Thanks|Dear|Hey|Hello|Hi|OK|Okay|Oh|Ah|Just|Maybe|Perhaps|Sure|True|Good|Great|Best|New|Old|Big|Top|Live|Watch|Click|Sign|Share|Subscribe|Photo|Photos|Image|Images|Getty|Updated|Published|Reporting|Contributing|Contributed|Originally|Analysis|Opinion|Exclusive|Breaking|Fact|Check|More|Traveler|IMPACT|TRAVELER|BUDGET|VISUAL|EXPLAINER)$/u;

/** `text` is the article's; `block` a paragraph, heading or list item of it. Spans are the article's. */
export function findNames(text: string, block: Span): readonly NamedThing[] {
  const runs = listRuns(text, block);
  return runs.flatMap((run) => readRun(text, block, run));
}

/** Words with capitals that nothing but spaces, particles and what is of a body part. */
function listRuns(text: string, block: Span): readonly (readonly Token[])[] {
  const tokens = Array.from(
    text.slice(block.start, block.end).matchAll(WORD),
    ({ index, 0: word }) => ({
      text: word.replace(BASED, ""),
      start: block.start + index,
      end: block.start + index + word.length,
    }),
  );
  const runs: Token[][] = [];
  let run: Token[] = [];
  const close = (): void => {
    while (run.length > 0 && !CAPITAL.test(run.at(-1)?.text ?? "")) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [at, token] of tokens.entries()) {
    const last = tokens[at - 1];
    const gap = last === undefined ? "\n" : text.slice(last.end, token.start);
    const isBroken =
      !/^(?:[ \u00a0]|\s&\s)$/u.test(gap) ||
      POSSESSIVE.test(last?.text ?? "") ||
      (last !== undefined && last.end - last.start !== last.text.length) ||
      endsSentence(text, last);
    if (isBroken) close();
    if (CAPITAL.test(token.text) && !/^[@#]/u.test(token.text)) run.push(token);
    else if (run.length > 0 && joins(run, token, tokens.slice(at + 1, at + 3))) run.push(token);
    else close();
  }
  close();
  return runs;
}

/** "the U.S. The": a stop that ends a sentence ends a run too. */
function endsSentence(text: string, token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /\.$/u.test(token.text) &&
    /^\s(?:The|A|An|He|She|It|But|In|On)\s/u.test(text.slice(token.end, token.end + 6))
  );
}

/** A small word within a name: "van" of a person, "of", "for" and the "and" behind them of a body. */
function joins(run: readonly Token[], { text }: Token, next: readonly Token[]): boolean {
  const [first, second] = next.map((one) => one.text);
  const leads =
    CAPITAL.test(first ?? "") || (/^(?:the|of)$/u.test(first ?? "") && CAPITAL.test(second ?? ""));
  if (!leads) return false;
  if (PARTICLE.test(text)) return true;
  const last = run.findLast((token) => CAPITAL.test(token.text))?.text ?? "";
  const isOpen = run.some((token) => /^(?:of|for|on)$/u.test(token.text));
  if (/^(?:of|for)$/u.test(text)) return COMPLETED.test(last) || BODY_HEAD.test(last);
  if (text === "on") return /^(?:Committee|Commission|Council|Conference)$/u.test(last);
  if (text === "the") return /^(?:of|for|on)$/u.test(run.at(-1)?.text ?? "");
  if (text === "and") return isOpen;
  return text === "in" && isOpen && run.length > 2;
}

/** A run is cut into bodies, places, titles and what is left: names of people, and names that tell nothing. */
function readRun(text: string, block: Span, run: readonly Token[]): readonly NamedThing[] {
  const found: NamedThing[] = [];
  let at = 0;
  let titled = false;
  const add = (from: number, to: number, kind: EntityKind | undefined): void => {
    const named = place(text, block, run, from, to, kind);
    if (named !== undefined) found.push(named);
  };
  while (at < run.length) {
    const body = measureBody(run, at);
    const site = measurePlace(run, at);
    const word = bare(run[at]);
    if (body > at && body - at >= site - at) {
      add(at, body, "body");
      at = body;
    } else if (site > at && !isNameBehind(run, at, site)) {
      add(at, site, "place");
      at = site;
    } else if (isSkipped(word) || isOffice(run, at)) {
      titled ||= isOffice(run, at) && OF_PERSON.test(word);
      at += 1;
      continue;
    } else {
      const end = measureName(run, at);
      add(at, end, titled || startsGiven(run, at, end) ? "person" : undefined);
      at = end;
    }
    titled = false;
  }
  return found;
}

const bare = (token: Token | undefined): string => (token?.text ?? "").replace(POSSESSIVE, "");

function isSkipped(word: string): boolean {
  return (
    PEOPLE.test(word) ||
    CALENDAR.test(word) ||
    NO_NAME.test(word) ||
    STOP_WORDS.test(word) ||
    !CAPITAL.test(word) ||
    /^(?:[DRI]-\p{Lu}[\p{L}.]*)$/u.test(word)
  );
}

function isOffice(run: readonly Token[], at: number): boolean {
  const word = bare(run[at]);
  return TITLES.test(word) || OFFICE.test(word);
}

/** Where a body ends that begins at the token: at the last word that only bodies have, with what it is of. */
function measureBody(run: readonly Token[], at: number): number {
  const isNamed = PEOPLE.test(bare(run[at])) || measurePlace(run, at) > at;
  if (isSkipped(bare(run[at])) && !isNamed) return at;
  let end = at;
  for (let place = at; place < run.length; place += 1) {
    const word = bare(run[place]);
    const isHead = BODY_HEAD.test(word) && place > at;
    const isPerson =
      place > at && end === at && TITLES.test(word) && !BODY_HEAD.test(word) && !OF_BODY.test(word);
    if (isPerson) break;
    if (isHead || (COMPLETED.test(word) && /^(?:of|for|on|in)$/u.test(run[place + 1]?.text ?? "")))
      end = place + 1;
    const joint = run[end]?.text ?? "";
    if (end === place + 1 && /^(?:of|for|on|and|in)$/u.test(joint)) {
      end = completeBody(run, end);
      place = end - 1;
    }
    if (CALENDAR.test(word)) break;
  }
  // "House Speaker Ada Roe": a lone word before a title is the office's.
  if (end === at + 1 && isOffice(run, end)) return at;
  return end;
}

/** Up to the last capital of "of Motion Picture Arts and Sciences"; a title behind it begins a person. */
function completeBody(run: readonly Token[], from: number): number {
  let end = from;
  for (let place = from; place < run.length; place += 1) {
    const word = bare(run[place]);
    if (TITLES.test(word) && !OF_BODY.test(word)) break;
    if (CAPITAL.test(word)) end = place + 1;
  }
  return end;
}

/** Where a place ends that begins at the token: known ones, and those that a word of theirs tells. */
function measurePlace(run: readonly Token[], at: number): number {
  const words = run.slice(at, at + LONGEST_PLACE).map(bare);
  for (let many = words.length; many > 0; many -= 1) {
    if (findPlace(words.slice(0, many).join(" ")) === undefined) continue;
    const head = bare(run[at + many]);
    return PLACE_HEAD.test(head) ? at + many + 1 : at + many;
  }
  if (PLACE_LEAD.test(words[0] ?? "") && words.length > 1 && !isSkipped(words[1] ?? ""))
    return at + 2;
  for (let end = at + 1; end < Math.min(run.length, at + 4); end += 1) {
    const word = bare(run[end]);
    if (isSkipped(bare(run[at])) || TITLES.test(bare(run[at]))) return at;
    if (PLACE_HEAD.test(word) && !isOffice(run, end + 1 < run.length ? end : at)) return end + 1;
    if (word === "County") return end + 1;
    if (BODY_HEAD.test(word) || TITLES.test(word)) return at;
  }
  return at;
}

/** "Georgia Roe", "Jordan Lind": a first name that is a place too, unless a title or a body comes next. */
function isNameBehind(run: readonly Token[], at: number, end: number): boolean {
  if (end !== at + 1 || end >= run.length) return false;
  const next = bare(run[end]);
  return (
    isGiven(bare(run[at])) &&
    !isSkipped(next) &&
    !isOffice(run, end) &&
    findPlace(next) === undefined
  );
}

/** Up to a title, a people, or a body's beginning. */
function measureName(run: readonly Token[], at: number): number {
  let end = at + 1;
  while (end < run.length) {
    const word = bare(run[end]);
    if ((isSkipped(word) && !PARTICLE.test(word)) || (isOffice(run, end) && !isLastName(run, end)))
      break;
    end += 1;
  }
  while (end > at + 1 && !CAPITAL.test(run[end - 1]?.text ?? "")) end -= 1;
  return end;
}

/** "Ada King", "Ivo Bishop": behind a first name, and nothing behind it. */
function isLastName(run: readonly Token[], at: number): boolean {
  return at === run.length - 1 && isGiven(bare(run[at - 1]));
}

function startsGiven(run: readonly Token[], at: number, end: number): boolean {
  return end - at > 1 && (isGiven(bare(run[at])) || /^(?:\p{Lu}\.)+$/u.test(run[at]?.text ?? ""));
}

function place(
  text: string,
  block: Span,
  run: readonly Token[],
  from: number,
  to: number,
  kind: EntityKind | undefined,
): NamedThing | undefined {
  const start = run[from]?.start ?? 0;
  const last = run[to - 1];
  if (last === undefined) return undefined;
  const end = last.start + bare(last).length;
  const name = text.slice(start, end);
  if (NO_ENTITY.test(name) && kind !== "person") return undefined;
  if (name.length < 2 || (kind === undefined && /\d/u.test(name)) || NO_BODY.test(name))
    return undefined;
  const words = run.slice(from, to).map(bare);
  if (LONE.test(words.at(-1) ?? "") && words.slice(0, -1).every(isSkipped)) return undefined;
  if (/^\p{Lu}\.?$/u.test(name)) return undefined;
  const before = text.slice(block.start, start);
  const opens = from === 0 && /(?:^|[.!?:;…–—|*•]|[“"‘'(])\s*$/u.test(before.trimEnd());
  const isWork = /[“"‘]$/u.test(before) && /^[”"’,]/u.test(text.slice(end, end + 2));
  if (isWork && kind !== "place") return undefined;
  const told = kind ?? readKind(name, before, text.slice(end, end + 60));
  const isPlaced = /\p{Ll}[,]?\s$/u.test(before) || from > 0;
  return { start, end, name, opens, isPlaced, ...(told !== undefined && { kind: told }) };
}

/** Capitals that are no body's. */
const NO_BODY =
  /^(?:TV|[ECMP][DS]?T|GMT|UTC|AM|PM|CEOs?|CFOs?|VIPs?|PR|AI|IT|PC|DNA|RNA|HIV|AIDS|IQ|ID|GPS|PDF|DVD|UFOs?|LGBTQ?\+?|SUVs?|ATMs?|GDP|IPO|NFTs?|MVP|PhD|MBA|OK|USB|WWII|II|III|IV|VI+|Q[1-4]|MPs?|PM|DA|DAs|OP)$/u;
/** Nobody's name where they stand alone. */
const LONE =
  /^(?:House|Department|Ministry|Court|Committee|Council|Commission|Company|Group|Bank|University|College|Institute|Office|Agency|Association|Administration|Party|Police|Union|Foundation|Cent(?:er|re)|Organi[sz]ation|Services?|Society|Board|Federation|League|Club|School|Hospital|Church|Army|Navy|Forces?|Guard|Nations|Authority|Bureau|Fund|Network|Campaign|Movement|Program|Programme|Team|Assembly|Conference|Security|Health|Research|Magazine|News|Press|Post|Music|Media|Museum|Academy|Records|Games|Energy|Security|Sciences?|Capital|Partners|Bulletin|County|City|River|Island|Park|Airport|Street|Beach|Bay|Valley|Base)$/u;

const SAYS =
  /^[”"]?,?\s(?:said|says|told|added|adds|wrote|writes|explained|argued|recalled|asked|tweeted|claimed|warned|insisted|replied|testified)\b/u;
const SAID = /(?:[”"],?|,)\s(?:said|says|added|wrote|explained|recalled|asked|replied)\s$/u;
const AGED = /^,\s\d{1,3},/u;

/** What the words beside it tell. */
function readKind(name: string, before: string, after: string): EntityKind | undefined {
  if (/^\p{Lu}{2,}\d*$/u.test(name) || (BODY.test(name) && !name.includes("-"))) return "body";
  if (AGED.test(after)) return "person";
  if (name.includes(" ") && (SAYS.test(after) || SAID.test(before))) return "person";
  if (/^\p{Lu}[\p{L}-]+$/u.test(name) && /\s(?:in|near|outside|across|throughout)\s$/u.test(before))
    return "place";
  return undefined;
}
