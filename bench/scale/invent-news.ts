// A number → an invented news file: the same for the same number, with words as often as news has them.

import { seedRandom as startRandom } from "../../src/evaluate/estimate-measures.ts";

/** Where the words of an article come from: its topic, of which a few thousand are told again and again. */
export interface InventedArticle {
  /** Path in the corpus, `2014/03/000017.txt`. */
  readonly id: string;
  readonly file: string;
  readonly topic: number;
  /** The number of the article that it copies; its own where it copies none. */
  readonly told: number;
}

export const TOPICS = 3000;
/** One article in so many is a wire story, printed by others whole or in part. */
const WIRE_EVERY = 250;
const COPY_SHARE = 0.02;
const SHARING_SHARE = 0.05;

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

const FIRST = list(
  "Anna Boris Clara David Edith Farid Greta Henry Irene Jonas Karin Louis Maren Noel Olga Peter Qamar Ruth Simon Tilda Ugo Vera Walter Yasmin Zora Abel Bruna Cyril Dora Emil",
);
const HEAD = list(
  "Ash Birch Cold Dun East Fern Glen Hart Ivy Kings Lang Mill North Oak Pen Quarry Raven Salt Thorn Upper Vale West Yarrow Black Stone Red Long White Green Elm",
);
const TAIL = list(
  "field bridge haven mouth ford wick stead ham ton burgh port dale cliff moor gate worth combe hurst holm well",
);
const NOUN = list(
  "council harbour school hospital river budget vote strike train bridge market court union factory farm museum library tax water power road ferry fishery housing rent police fire flood storm election minister mayor clerk judge teacher nurse driver engineer farmer tenant voter witness report survey plan contract licence permit fine loan grant debt price wage tariff pension cable pipeline dam tunnel airport runway station tram bus bicycle forest park beach well mine quarry mill dairy bakery brewery theatre concert festival match league coach goalkeeper stadium referee virus vaccine clinic surgeon patient drought harvest wheat barley cattle sheep border refugee convoy treaty embassy envoy summit sanction export import currency bank shareholder merger auction patent satellite telescope sensor battery turbine reactor refinery warehouse landfill sewer asbestos",
);
const VERB = list(
  "approved rejected delayed opened closed repaired inspected bought sold leased praised questioned doubled halved suspended cancelled announced measured cleared flooded evacuated surveyed audited taxed financed blocked defended criticised replaced extended",
);
const ADJECTIVE = list(
  "new old northern southern coastal rural public private disputed costly temporary permanent narrow rapid quiet broken modern historic unpaid illegal voluntary regional annual weekly emergency structural electric abandoned crowded empty",
);
const DAYS = list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
const MONTHS = list(
  "January February March April May June July August September October November December",
);
const PUBLISHERS = Array.from(
  { length: 200 },
  (_, at) =>
    `The ${HEAD[at % 30]}${TAIL[(at * 7) % 20]} ${list("Herald Courier Post Gazette Observer Mercury Echo Chronicle")[at % 8]}`,
);
const OPENINGS = [
  "{person} of the {place} {noun} said on {day} that the {adj} {noun} was {verb} after {count} weeks.",
  "The {adj} {noun} in {place} was {verb} by the {noun} on {day}, {person} said, at a cost of {count} million.",
  "About {count} people asked the {place} {noun} to explain why the {noun} had been {verb} in {month}.",
  "“We {verb} the {noun} because the {adj} {noun} could not wait,” said {person}, who leads the {noun} in {place}.",
  "A {adj} {noun} near {place} {verb} the {noun} for {count} days, according to the {rare} {noun}.",
  "In {month} the {rare} {noun} had {verb} only {count} of the {noun} that {place} needs each year.",
  "Officials in {place} did not say whether the {noun} or the {noun} would be {verb} before {month}.",
  "{person} told the {noun} that {count} per cent of the {adj} {noun} had been {verb} since {day}.",
  "The {noun} of {place} rose from {count} to {count} in a year, the {rare} {noun} found, and the {adj} {noun} fell.",
  "Critics, among them {person}, called the {noun} a {adj} answer to the {noun} at {rare}.",
  "Work on the {adj} {noun} begins in {month} and takes {count} months, the {noun} wrote.",
  "Nobody was hurt when the {noun} at {rare} {verb} the {adj} {noun} on {day} night.",
];

/** Numbers in [0, 1), the same for the same seed; seeds that are neighbours are spread first. */
export const seedRandom = (seed: number): (() => number) =>
  startRandom(Math.imul(seed + 1, 0x9e3779b1));

type Random = () => number;
const pick = <T>(items: readonly T[], random: Random): T =>
  items[Math.floor(random() * items.length)] as T;
/** Rank r about as often as 1/r: Zipf's law by the inverse of its sum. */
const pickRank = (count: number, random: Random): number => Math.floor(count ** random()) - 1;
const nameRare = (rank: number): string =>
  `${HEAD[rank % 30]}${TAIL[Math.floor(rank / 30) % 20]}${rank < 600 ? "" : ` ${HEAD[Math.floor(rank / 600) % 30]}`}`;

interface Topic {
  readonly place: string;
  readonly nouns: readonly string[];
  readonly people: readonly string[];
}

function inventTopic(topic: number): Topic {
  const random = seedRandom(1_000_000_007 + topic);
  const invent = (): string => `${pick(FIRST, random)} ${nameRare(Math.floor(random() * 600))}`;
  return {
    place: nameRare(Math.floor(random() * 9000)),
    nouns: Array.from({ length: 9 }, () => pick(NOUN, random)),
    people: [invent(), invent(), invent()],
  };
}

function inventSentence({ place, nouns, people }: Topic, random: Random): string {
  const words: Readonly<Record<string, () => string>> = {
    place: () => place,
    person: () => pick(people, random),
    noun: () =>
      random() < 0.7 ? pick(nouns, random) : (NOUN[pickRank(NOUN.length, random)] ?? ""),
    verb: () => pick(VERB, random),
    adj: () => ADJECTIVE[pickRank(ADJECTIVE.length, random)] ?? "",
    rare: () => nameRare(pickRank(18_000, random)),
    day: () => pick(DAYS, random),
    month: () => pick(MONTHS, random),
    count: () => String(2 + Math.floor(500 ** random())),
  };
  return pick(OPENINGS, random).replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => words[name]?.() ?? "",
  );
}

/** Paragraphs of two to four sentences; from 3 to 30 sentences in all, most about 14. */
function inventParagraphs(number: number, topic: Topic): string[] {
  const random = seedRandom(number * 3 + 1);
  const sentences = 3 + Math.floor(9 * random() + 9 * random() + 6 * random() ** 4);
  const paragraphs: string[] = [];
  for (let left = sentences; left > 0; ) {
    const taken = Math.min(left, 2 + Math.floor(random() * 3));
    paragraphs.push(Array.from({ length: taken }, () => inventSentence(topic, random)).join(" "));
    left -= taken;
  }
  return paragraphs;
}

/** The topic that an article which copies none tells of. */
export const topicOf = (number: number): number => Math.floor(seedRandom(number * 3)() * TOPICS);
const wireOf = (number: number): number => number - (number % WIRE_EVERY);

/** A copy has another publisher's head above the same text; a sharer has its first paragraphs in its own. */
export function inventArticle(number: number): InventedArticle {
  const random = seedRandom(number * 3 + 2);
  const isOther = number % WIRE_EVERY !== 0;
  const drawn = random();
  const isCopy = isOther && drawn < COPY_SHARE;
  const isSharing = isOther && !isCopy && drawn < COPY_SHARE + SHARING_SHARE;
  const told = isCopy || isSharing ? wireOf(number) : number;
  const topic = topicOf(told);
  const words = inventTopic(topic);
  const wire = isCopy || isSharing ? inventParagraphs(told, words) : [];
  const own = isCopy ? [] : inventParagraphs(number, words);
  const body = isCopy ? wire : [...own.slice(0, 1), ...wire.slice(0, 2), ...own.slice(1)];
  const day = new Date(Date.UTC(2008, 0, 1 + Math.floor(random() * 6200)))
    .toISOString()
    .slice(0, 10);
  const publisher = (): string => PUBLISHERS[pickRank(PUBLISHERS.length, random)] ?? "";
  const credit = isSharing ? ` This was so according to ${publisher()}, which saw the report.` : "";
  const title = `${words.place} ${pick(words.nouns, random)} ${pick(VERB, random)} in ${pick(MONTHS, random)}`;
  const file = [
    "---",
    `title: ${title}`,
    `author: ${pick(words.people, random)}`,
    `publisher: ${publisher()}`,
    `date: ${day}`,
    "---",
    "",
    `${body.join("\n\n")}${credit}`,
    "",
  ].join("\n");
  return {
    id: `${day.slice(0, 7).replace("-", "/")}/${String(number).padStart(7, "0")}.md`,
    file,
    topic,
    told: isCopy ? told : number,
  };
}
