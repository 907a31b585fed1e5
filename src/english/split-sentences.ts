// One block of prose → its sentences, as spans; with the abbreviations that end in a full stop without ending one.

import type { Span } from "../core/span.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Stand before a name or a number: the full stop never ends the sentence. */
const PREFIXES: ReadonlySet<string> = list(`
  Mr Mrs Ms Mx Dr Drs Prof Gen Maj Lt Col Capt Cpt Sgt Cpl Pvt Pfc Spc Cmdr Cdr Adm Brig Ens Sen Sens Rep Reps
  Gov Govs Rev Hon Pres Supt Det Insp Fr Msgr Messrs Mme Mlle Atty Asst Assoc Dep Amb Sec St Ste Mt Ft Pte
  vs v cf viz approx ca Vol Vols Fig Figs Eq Op e.g i.e eg ie Dist Comm Commr Secy Treas`);

/** Abbreviations only before a number: "No. 5", "p. 12", "Jan. 3", "Art. 5". */
const BEFORE_NUMBERS: ReadonlySet<string> = list(`
  No no Nos nos N° n° p pp Pt Ch Art art Sec sec Sect ext Ext tel Tel ver Rev Apt Rm Ste Bk
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`);

/** May end a sentence: they do when a word follows that opens one ("The", "But"). */
const SUFFIXES: ReadonlySet<string> = list(`
  Co co Cos Corp Inc Ltd Bros Jr Sr Esq Ph.D Ph.Ds M.D D.C etc al Ave Blvd Rd st Dept dept Univ Assn Bldg Hwy Rte
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev
  Okla Ore Oreg Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask
  Intl Natl Govt Admin Cent Mfg Hosp Inst Acad Ret ret est Est min max oz lb lbs mph km ft sq hr hrs yr yrs`);

/** Words that, capitalised after an abbreviation, open a sentence rather than continue a name. */
const OPENERS: ReadonlySet<string> = list(`
  The A An He She It They We You I His Her Its Their Our My Your This That These Those There Here
  In On At By For From With Without After Before During Since Until Under Over About Among Between
  As If When While Where Who What Why How Which Whether Although Though Because Despite Unlike
  But And Or Nor So Yet Then However Meanwhile Moreover Still Also Now Later Instead Even Only Just Once
  Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should May Might Must
  Some Many Most Several Few Both All Another Other Others Each Every No Not None Nobody Nothing Asked According
  Officials Police Experts Critics Analysts Authorities Earlier Today Yesterday Tomorrow Last Next`);

/** Follow a clock time without opening a sentence: "5 p.m. Tuesday", "8 a.m. EST". */
const AFTER_CLOCK: ReadonlySet<string> = list(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
  January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST AEST Eastern Central Pacific Mountain`);

/**
 * Where a sentence may end: a run of terminators with the quotation marks, brackets and note numbers
 * that close with it. The last branch is a full stop without a space after it ("the end.Today").
 */
const STOP =
  /(?:(?:\.[ \u00a0]){2,}\.|[.!?…‽]+)(?:["'”’»)\]}*_]|\[\d{1,3}\])*(?=\s|$)|[。！？｡।؟]+["'”’»」』）)\]]*|(?<=\p{Ll}{3}|\d)\.(?=\p{Lu}(?:\p{Ll}|\s))/gu;
const LONGEST_WORD = 40;
const OPENING = /^["'“‘«„([{*_¿¡—–-]+\s?/u;
const LOWER_NAME = /^(?:(?:al|el|ad|an|ar|as|at|ul)-\p{Lu}|[eix]\p{Lu})/u;
const SAYING =
  /^(?:\p{Lu}[\p{L}'’.-]*\s+){0,4}(?:said|says|asked|asks|wrote|writes|told|added|adds|replied|exclaimed|wondered|tweeted|shouted|recalled)\b/u;

/** What stands around a possible end, cut to a bounded length so that the whole stays linear. */
interface Stop {
  readonly mark: string;
  readonly word: string;
  readonly wordBefore: string;
  readonly next: string;
  readonly following: string;
  readonly wordsSoFar: number;
  /** No white space follows: "the end.Today". */
  readonly glued: boolean;
}

/**
 * Sentences of `text.slice(span.start, span.end)`, trimmed, in order. They tile the span: every
 * character that is not white space lies in exactly one. Linear time. Method: rules on what stands
 * before and after each terminator, after the "golden rules" of sentence boundaries (Dias, 2014).
 */
export function splitSentences(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  const block = text.slice(span.start, span.end);
  let start = 0;
  for (const match of block.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (!endsSentence(describeStop(block, start, match.index, match[0]))) continue;
    pushSentence(sentences, block, start, end);
    start = end;
  }
  pushSentence(sentences, block, start, block.length);
  return sentences.map((found) => ({
    start: found.start + span.start,
    end: found.end + span.start,
  }));
}

/** Adds the trimmed span; one without a letter or digit ("[…]") belongs to the sentence before. */
function pushSentence(sentences: Span[], block: string, from: number, to: number): void {
  const piece = block.slice(from, to);
  const trimmed = piece.trim();
  if (trimmed === "") return;
  const start = from + piece.indexOf(trimmed);
  const end = start + trimmed.length;
  const last = sentences.at(-1);
  if (last !== undefined && !/[\p{L}\p{N}]/u.test(trimmed)) {
    sentences[sentences.length - 1] = { start: last.start, end };
  } else sentences.push({ start, end });
}

function describeStop(block: string, start: number, at: number, mark: string): Stop {
  const before = block.slice(Math.max(start, at - 2 * LONGEST_WORD), at);
  const words = before.split(/\s+/);
  const after = block.slice(at + mark.length, at + mark.length + 2 * LONGEST_WORD + 40).trimStart();
  const following = after.replace(OPENING, "");
  return {
    mark,
    word: (words.at(-1) ?? "").replace(/^["'“‘«„([{*_—–]+/u, ""),
    wordBefore: words.at(-2) ?? "",
    next: /^[\p{L}\p{N}'’.°-]+/u.exec(following)?.[0] ?? "",
    following: after,
    wordsSoFar: words.filter((word) => word !== "").length,
    glued: /^[\p{L}\p{N}]/u.test(block.slice(at + mark.length, at + mark.length + 2)),
  };
}

function endsSentence(stop: Stop): boolean {
  if (stop.following === "") return true;
  if (/[。！？｡।؟]/u.test(stop.mark)) return true;
  if (/^\p{Ll}/u.test(stop.next)) return LOWER_NAME.test(stop.next);
  if (/^[,;:]/.test(stop.following)) return false;
  if (/\.[ \u00a0]\.|\.{2,}|…/u.test(stop.mark)) return endsAtEllipsis(stop);
  if (/[!?‽]/u.test(stop.mark)) return endsAtCall(stop);
  return endsAtFullStop(stop);
}

function endsAtEllipsis(stop: Stop): boolean {
  if (/^[[(]?(?:\.{3}|…)\]/u.test(`${stop.word.slice(-1)}${stop.mark}`)) return false;
  const dots = stop.mark.replace(/[^.]/g, "").length;
  if (dots <= 3 && (/^I\b/.test(stop.next) || stop.word === "")) return /[”"]$/u.test(stop.mark);
  return /^\p{Lu}|^\d/u.test(stop.next);
}

/** `“Who knows?” Mr. Lee asked.` goes on: the question is inside the sentence that reports it. */
function endsAtCall(stop: Stop): boolean {
  return !(/["'”’»]/u.test(stop.mark) && SAYING.test(stop.following));
}

function endsAtFullStop(stop: Stop): boolean {
  const { word, next } = stop;
  if (stop.glued && /[@/]|www/u.test(`${word}${/^\S*/.exec(stop.following)?.[0] ?? ""}`))
    return false;
  if (/^\d{1,3}$|^\p{L}$/u.test(word) && stop.wordsSoFar === 1) return false;
  if (BEFORE_NUMBERS.has(word) && /^\d/.test(next)) return false;
  if (PREFIXES.has(word)) return false;
  if (/^[ap]\.?m$/i.test(word)) return endsAtClock(stop);
  if (/^\p{L}$/u.test(word)) return endsAtInitial(stop);
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word) || SUFFIXES.has(word)) return opensSentence(stop);
  return true;
}

function endsAtClock(stop: Stop): boolean {
  if (AFTER_CLOCK.has(stop.next.replace(/\.$/, ""))) return false;
  return stop.wordsSoFar >= 5;
}

function endsAtInitial(stop: Stop): boolean {
  const afterName = /^[\p{Lu}"“‘(]/u.test(stop.wordBefore);
  if (stop.word === "I") return !afterName;
  return !afterName && opensSentence(stop);
}

/** After an abbreviation only a word that opens sentences, or an opening quotation, begins one. */
function opensSentence(stop: Stop): boolean {
  if (/["'”’»)]$/u.test(stop.mark)) return true;
  return OPENERS.has(stop.next) || /^["“‘]/u.test(stop.following);
}
