// The words that tell, within a run of capitals, a body, a title, a thing that is no entity.

import { NO_NAME, TITLES } from "../speech/name-patterns.ts";
import { PEOPLE } from "./gazetteer.ts";

export const CAPITAL: RegExp = /^(?:[ad]l-|[dl]['’])?\p{Lu}/u;
/** Small words within a person's name. */
export const PARTICLE: RegExp =
  /^(?:de|da|di|del|della|la|le|du|dos|van|von|der|den|ter|ten|bin|ibn|al|el|y|zu)$/u;
const CALENDAR =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Halloween|Thanksgiving|Ramadan|Hanukkah)$/u;
/** A body by its last word; with "of …" behind some of them. */
export const BODY_HEAD: RegExp =
  /^(?:Inc|Corp|Ltd|LLC|PLC|Company|Corporation|Group|Holdings|Bank|University|College|Institute|Institution|Ministry|Department|Dept|Agency|Association|Administration|Council|Committee|Subcommittee|Commission|Party|Court|Office|Police|Times|Post|News|Press|Union|Foundation|Cent(?:er|re)s?|Organi[sz]ation|Service|Services|Society|Board|Federation|League|Club|School|Hospital|Church|Army|Navy|Force|Forces|Guard|Nations|Journal|Authority|Bureau|Fund|Network|Trust|Alliance|Coalition|Front|Senate|Parliament|Museum|Academy|Airlines?|Airways|Research|Clinic|Labs?|Laboratory|Health|Systems|Technologies|Motors|Entertainment|Studios?|Records|Music|Magazine|Daily|Weekly|Register|Telegraph|Herald|Tribune|Gazette|Chronicle|Campaign|Movement|Programme|Program|Initiative|Ventures|Capital|Partners|Pictures|Media|Distribution|Legislature|Assembly|Congress|Division|Brigade|Regiment|Registry|Observatory|Bulletin|Orchestra|Brothers|Sons|Stores|Foods|Energy|Industries|Pharmaceuticals|Insurance|Bancorp|Brands|Networks|Games|Reporter|Standard|Examiner|Express|Mirror|Mail|Independent|Observer|Review|Choir|Band|Theat(?:re|er)|Conference|Caucus|Sciences?|Security|Works|House|Reserve|Treasury|Archives?|Library|Guild|Team|Squad|FC|United)$/u;
/** What may go on behind "of" or "for": "Department of Works", "Office for Tides". */
export const COMPLETED: RegExp =
  /^(?:Department|Dept|Office|Ministry|Academy|Committee|Council|Commission|Bureau|Cent(?:er|re)s?|Institute|Institution|University|College|Association|Bulletin|Board|Bank|House|Court|School|Federation|League|Union|Society|Organi[sz]ation|Alliance|Church|Union|Museum|Secretariat|Fund|Agency|Authority|Conference|Chamber|Coalition|Party|Registry|Archives?|Library)$/u;
/** Things that have names and are no person, body or place. */
export const NO_ENTITY: RegExp =
  /\b(?:Open|Cups?|Bowl|Games|Olympics?|Championships?|Awards?|Acts?|Bill|Day|War|Wars|Series|Slams?|Oscars?|Gramm(?:y|ys|ies)|Emmys?|Prize|Festival|Show|Amendment|Constitution|Treaty|Agreement|Protocol|Covid|COVID|Internet|Holocaust|Bible|Quran|Koran|Medal|Trophy|Clock|Edition|Chapter|Article|Section|Part|Season|Episode|Tour|Test|Mission|Project|Plan|Deal|Proposal|Report|Index|Summit|Election|Revolution|Age|Era|Century|God|Heaven|Earth|Mars|Moon|Sun|Jupiter|Venus|Saturn)$/u;
/** Titles that stand within the names of bodies: "Department of State". */
export const OF_BODY: RegExp =
  /^(?:State|Defen[cs]e|Foreign|Justice|US|UK|U\.S\.|Democratic|Republican|National|Health|General|Attorney|Prime|of)$/u;
/** Offices that the reading of speech does not know, for they stand with others before a name. */
const OFFICE =
  /^(?:Attorney|District|Secretary|Minister|President|Chair|Chairman|Director|Chief|Officer|Executive|Speaker|Majority|Minority|Leader|Deputy|Assistant|Acting|Interim|Former|Vice|Head|Health|Police|Defen[cs]e|Foreign|Prime|First|Lady|Lord|Special|Counsel|General|Solicitor|National|Senior|Junior|Associate|Managing|Editor|Supreme|Circuit|County|State|Federal|House|Senate|White|CEO|CFO|COO|CTO|MP|MEP|Ms|Mr|Mrs|Dr|Miss|Sir|Dame|Rep|Reps|Sen|Sens|Gov|Sgt|Capt|Lt|Col|Gen|Maj|Adm|Rev|Prof|Hon|Judge|Justice|Pastor|Bishop|Father|Sister|Brother|Uncle|Aunt|King|Queen|Prince|Princess|Pope|Emperor|Coach|Captain|Star|Singer|Rapper|Actor|Actress|Author|Director|Producer|Professor|Commissioner|Administrator|Representative|Senator|Congressman|Congresswoman|Governor|Mayor|Ambassador|Spokesman|Spokeswoman|Spokesperson|Consultant|Epidemiologist)s?\.?$/u;
/** Before a name, of people alone. */
export const OF_PERSON: RegExp =
  /^(?!(?:State|House|Senate|National|Federal|County|Health|Police|Defen[cs]e|Foreign|General|White|Former|Supreme|District|Special|First|Star|Circuit|Republican|Democrat|Democratic|GOP|US|U\.S\.|UK|of)s?\.?$)/u;
const STOP_WORDS =
  /^(?:Here|There|Where|While|When|Meanwhile|However|Also|Yes|Ms|Its|It|I|I’m|I'm|We|We’re|We're|Not|Let|Get|See|Go|Come|Take|Make|Please|Thank|Thanks|Dear|Hey|Hello|Hi|OK|Okay|Oh|Ah|Just|Maybe|Perhaps|Sure|True|Good|Great|Best|New|Old|Big|Top|Live|Watch|Click|Sign|Share|Subscribe|Photo|Photos|Image|Images|Getty|Updated|Published|Reporting|Contributing|Contributed|Originally|Analysis|Opinion|Exclusive|Breaking|Fact|Check|More|Traveler|IMPACT|TRAVELER|BUDGET|VISUAL|EXPLAINER)$/u;
/** Capitals that are no body's. */
export const NO_BODY: RegExp =
  /^(?:TV|[ECMP][DS]?T|GMT|UTC|AM|PM|CEOs?|CFOs?|VIPs?|PR|AI|IT|PC|DNA|RNA|HIV|AIDS|IQ|ID|GPS|PDF|DVD|UFOs?|LGBTQ?\+?|SUVs?|ATMs?|GDP|IPO|NFTs?|MVP|PhD|MBA|OK|USB|WWII|II|III|IV|VI+|Q[1-4]|MPs?|PM|DA|DAs|OP)$/u;
/** Nobody's name where they stand alone. */
export const LONE: RegExp =
  /^(?:House|Department|Ministry|Court|Committee|Council|Commission|Company|Group|Bank|University|College|Institute|Office|Agency|Association|Administration|Party|Police|Union|Foundation|Cent(?:er|re)|Organi[sz]ation|Services?|Society|Board|Federation|League|Club|School|Hospital|Church|Army|Navy|Forces?|Guard|Nations|Authority|Bureau|Fund|Network|Campaign|Movement|Program|Programme|Team|Assembly|Conference|Security|Health|Research|Magazine|News|Press|Post|Music|Media|Museum|Academy|Records|Games|Energy|Security|Sciences?|Capital|Partners|Bulletin|County|City|River|Island|Park|Airport|Street|Beach|Bay|Valley|Base)$/u;
/** A party and a state: "D-Wash." */
const SEAT = /^[DRI]-\p{Lu}[\p{L}.]*$/u;

/** Nobody's name and no part of one: a people, a day, a word that opens a clause. */
export function isSkipped(word: string): boolean {
  const nothing = [PEOPLE, CALENDAR, NO_NAME, STOP_WORDS, SEAT];
  return !CAPITAL.test(word) || nothing.some((pattern) => pattern.test(word));
}

export function isTitle(word: string): boolean {
  return TITLES.test(word) || OFFICE.test(word);
}

/** A title that begins a person's name, and stands in no body's. */
export function beginsPerson(word: string): boolean {
  return TITLES.test(word) && !BODY_HEAD.test(word) && !OF_BODY.test(word);
}
