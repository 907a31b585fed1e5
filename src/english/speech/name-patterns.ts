// The ways in which English news names people and bodies, as parts of patterns.

import { LETTER, LOWER, UPPER } from "../../text/words.ts";
import { BLOT } from "./mask-quotations.ts";

export const SHORT_TITLES =
  "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Sens|Rep|Reps|Gov|Rev|Adm|Cpl|Cmdr|Brig|Pvt|Sgts|Hon|St|No|Supt|Det|Insp";
const TITLE = `(?:${SHORT_TITLES})\\.?`;
const PART = `(?:${TITLE}(?=\\s)|\\d+(?=[${LETTER}])[${LETTER}]+|@[\\w.]+|[${UPPER}]\\.(?:[${UPPER}]\\.)*|(?:[ad]l-|O['’]|[dlDL]['’])?[${UPPER}][${LETTER}0-9’'&-]*(?:\\.(?:com|org|net|co\\.uk))?)`;
const LINK = `(?:&|de|da|di|del|la|le|du|dos|van|von|der|den|bin|ibn|al|el|of|for|and(?=\\s[${UPPER}]))`;
/** Capitals, with the small words that stand inside names. "No. 10" has a number. */
export const NAME: string = `(?:(?:de|da|di|del|la|du|dos|van|von|der|den|ter|bin|ibn|al|el)\\s){0,2}${PART}(?:\\s(?:${LINK}\\s){0,2}(?:the\\s)?${PART}|\\s\\d{1,3}(?=\\s[${LOWER}])){0,8}`;

/** Words that end a noun phrase or never stand in one before its noun. */
const BREAK =
  "(?:that|who|whom|which|whose|was|is|are|were|has|had|have|be|been|but|as|when|while|if|to|on|in|at|by|of|for|from|with|after|before|said|says|say|told|than|because|although|though|where|not|it|he|she|they|we|you|I|this|there|then|[Tt]he|an?)";
const WORD = `(?!${BREAK}\\b)(?:${TITLE}(?=\\s)|[${UPPER}]\\.(?:[${UPPER}]\\.)*|[${LETTER}0-9](?:[${LETTER}0-9’'&-]|\\.(?=[${LETTER}0-9]))*)`;
const NOUN = `(?!(?:${BREAK}|and|or|van|von|de|bin)\\b)[${LOWER}][${LOWER}’'-]+`;
const DETERMINER =
  "(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|[Ss]everal|[Ss]ome|[Mm]any|[Tt]wo|[Tt]hree|[Nn]ine)";
const COMPLEMENT = `(?:of|for|at|in|with|from|on|to|close\\sto|familiar\\swith)\\s(?:(?:the|an?|their|his|her|its)\\s)?(?:${WORD}\\s?(?:of\\s(?:(?:the|his|her|their|its)\\s)?)?){1,6}?`;
const MANY =
  "(?:[Oo]fficials|[Pp]olice|[Aa]uthorities|[Pp]rosecutors|[Ii]nvestigators|[Ee]xperts|[Aa]nalysts|[Rr]esearchers|[Cc]ritics|[Ww]itnesses|[Rr]esidents|[Aa]ctivists|[Ss]cientists|[Ee]conomists|[Dd]octors|[Ll]awyers|[Aa]ttorneys|[Ll]eaders|[Ll]awmakers|[Mm]embers|[Gg]roups|[Aa]dvocates|[Ss]ources|[Rr]eports|[Pp]eople|[Pp]arents|[Ff]amilies|[Rr]elatives|[Nn]eighbou?rs|[Ff]riends|[Ss]upporters|[Oo]pponents|[Pp]rotesters|[Dd]emonstrators|[Oo]rgani[sz]ers|[Ee]mployees|[Ww]orkers|[Tt]eachers|[Ss]tudents|[Hh]istorians|[Dd]iplomats|[Pp]oliticians|[Ss]enators|Republicans|Democrats|[Ff]irefighters|[Rr]escuers|[Ss]oldiers|[Ff]ighters|[Cc]ommanders|[Dd]efectors|[Rr]efugees|[Ss]urvivors|[Cc]ompanies|[Aa]gencies|[Bb]anks|[Mm]inisters|[Dd]ocuments|[Rr]ecords|[Ss]tudies|[Ss]urveys|[Pp]olls|[Oo]bservers|[Aa]ides|[Aa]dvis[eo]rs|[Ee]xecutives|[Mm]anagers|[Rr]epresentatives|[Ii]nvestors)";

/** "The harbour ministry", "one man with knowledge of the plans", "Russian officials": no name in it. */
export const ROLE: string = `(?:${DETERMINER}\\s(?:${WORD}\\s){0,6}?${NOUN}(?:\\s${COMPLEMENT})?|${NAME}[’']s?\\s(?:${WORD}\\s){0,3}?${NOUN}|(?:${WORD}\\s){0,3}?${MANY}(?:\\s${COMPLEMENT})?)`;
/** "Town spokesman", "the mayor of Brone,": what stands before a name and is none. */
const LEAD = `(?:(?:${DETERMINER}\\s)?(?:${WORD}\\s){0,5}?(?![${LETTER}]*(?:ing|ed)\\s)${NOUN}|[${UPPER}][${LOWER}]+[a-rt-z]\\s(?:for|of)\\s(?:the\\s)?[${LOWER}-]{3,}(?:\\sand\\s[${LOWER}-]{3,})?)`;
/** A name with what stands before it and what it is of. */
export const NAMED: string = `(?:(?<lead>${LEAD})\\s)?(?<name>(?:[Tt]he\\s)?${NAME})(?:\\s(?:in|of|at|on|for)\\s(?:the\\s)?${NAME})?`;
/** One part of what is put between a name and its verb: ", 30, of Brone, who was there,". */
export const ASIDE: string = `,\\s(?!and\\s)[^;,“”${BLOT}]{1,110}`;

/** What stands behind a name that follows its verb: ", the mayor of Brone". */
export const FOLLOWING_ASIDE: string = `(?:,\\s(?<asides>[^,;.${BLOT}]{2,110})(?=[,;.${BLOT}]|$))?`;

export const DAY_NAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
export const MONTH_NAME =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)";

/** A capital that begins a clause, or names no person or body. */
export const NO_NAME: RegExp =
  /^(?:He|She|They|It|We|I|You|The|This|That|These|Those|Some|Many|Most|Others|Another|All|Both|One|Who|What|Which|His|Her|Their|Its|My|Our|But|And|Or|So|In|On|At|As|To|For|From|By|With|When|While|Then|Yet|If|After|Before|Also|However|According|Critics|Experts|Officials|Police|Sources|People|Analysts|Researchers|Authorities|Prosecutors|Investigators|Residents|Witnesses|Activists|A|An|There|Here|Now|Still|Asked|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Last|Earlier|Later|Meanwhile|Instead|No|Not|Several|Two|Three|Four|Five|Such|Since|Until|Because|Although|Though|Where|How|Why|Each|Every|Few|More|Much|Nobody|Everyone|Someone|Lawyers|Doctors|Scientists|Documents|Reports|Studies|Members|During|Following|Speaking|Indeed|Even|Just|Overall|Unlike|Like|Only|Once|Nearly|About|Under|Over|Among|Within|Without|Near|Nearby|Outside|Inside|Behind|Beside|Below|Above|Despite|Through|Across|Against|Around|Between|Of|Out|Up|Down|Today|Yesterday|Tomorrow|Recently|Currently|Finally|First|Second|Third|Next|Plus|Yes|Well|Oh|And|Nor|Neither|Either|Whether|Republicans|Democrats|Attorneys|Economists|Additionally|Similarly|Nevertheless|Furthermore|Moreover|Read|More|Related|Story|Editor|Photo|Video)$/;

/** A party and a state, or a state alone: "D-Wash.", "N.C.". */
export const NO_PERSON: RegExp = /^(?:[DRI]-\p{Lu}[\p{L}.]*|(?:\p{Lu}\.){1,3}|\p{Lu})$/u;

/** Ranks and forms of address that are written short: a name begins with the first of them. */
export const SHORT_TITLE: RegExp = new RegExp(`^${TITLE}$`);

export const TITLES: RegExp = new RegExp(
  `^(?:${TITLE}|President|Sir|Lord|Lady|Dame|King|Queen|Prince|Princess|Pope|Judge|Justice|Senator|Governor|Mayor|Minister|Secretary|Chancellor|Professor|Doctor|General|Colonel|Major|Captain|Sergeant|Chief|Commander|Director|Detective|Officer|Sheriff|Congressman|Congresswoman|Ambassador|Father|Rabbi|Imam|Sheikh|Ayatollah|Deputy|Vice|Prime|Foreign|Attorney|Lieutenant|Brigadier|Admiral|Coach|Chairman|Superintendent|Inspector|Cardinal|Bishop|Archbishop|Representative|Speaker|Leader|Spokesman|Spokeswoman|Spokesperson|Councilman|Councilwoman|Councilmember|Councilor|Commissioner|Administrator|Attorney|Chairwoman|Chair|Premier|Marshal|Manager|Owner|Correspondent|Reporter|Economist|Analyst|Researcher|Historian|Prosecutor|Defender|Whip|Treasurer|Auditor|Comptroller|Trustee|Alderman|Coordinator|Trooper|Quarterback|Comedian|Actor|Actress|Singer|Rapper|Republican|Democrat|Democratic|GOP|CEO|CFO|COO|Founder|Editor|Former|US|U\\.S\\.|UK|Rev|of|State|Defense|Defence|[${UPPER}][${LOWER}]+(?:ologist|ician|scientist|woman|person))$`,
);
/** Names that are bodies: no "he" or "she" stands for them, and they have no given name. */
export const BODY: RegExp =
  /\b(?:Inc|Corp|Ltd|LLC|Company|Group|Bank|University|College|Institute|Ministry|Department|Agency|Association|Administration|Council|Committee|Commission|Party|Court|House|Office|Police|Times|Post|News|Press|Guardian|Reuters|Union|Foundation|Center|Centre|Organization|Organisation|Service|Society|Board|Federation|League|Club|School|Hospital|Church|Army|Force|Nations|States|Kingdom|Journal|Authority|Bureau|Fund|Network|Trust|Alliance|Coalition|Front|Congress|Senate|Parliament|Pentagon|Kremlin|Facebook|Google|Twitter|Apple|Amazon|Microsoft|Research|Museum|Airlines|Airport|Cup|Bowl|Games|Olympics|Open|Championships?|Series|Awards?|Act|Day|War|City|County|State|Street|Avenue|Park|Beach|Island|Islands|River|Lake|Mountain|Building|Tower|Hall|Stadium|Field|Garden|Zoo|Theatre|Theater|Festival|Show|Democratic|Republican|American|British|Russian|Chinese|European|French|German|Clinic|Labs?|Health|Medicine|Systems|Technologies|Motors|Entertainment|Studios?|Records|Magazine|Daily|Weekly|Register|Telegraph|Mail|Sun|Herald|Tribune|Wall|Covid|COVID|Internet|Project|Initiative|Campaign|Movement|Program|Programme|Christmas|Easter|Halloween|Thanksgiving|English|Spanish|TV)\b|^\p{Lu}{2,}\d*$|\.(?:com|org|net)\b/u;
