// A unit word → what it measures; two quantities → whether they are the same, whatever their units.

/** A unit: two quantities compare when their dimensions agree. */
export interface Measure {
  readonly dimension: string;
  /** How many base units of the dimension one of it is. */
  readonly factor: number;
}

/** `text.slice(start, end)` is how it is written. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The value with the scale of the range that it opens: "5 to 6 million" may be 5,000,000. */
  readonly scaled?: number;
  /** Absent for a plain number. A fraction has the dimension `share`. */
  readonly measure?: Measure;
  /** "a month", "per year": the period. */
  readonly rate?: string;
}

const TABLE: readonly (readonly [dimension: string, factor: number, words: string])[] = [
  ["share", 0.01, "% percent percentage pct"],
  ["length", 1, "metre metres meter meters m"],
  ["length", 1000, "km kilometre kilometres kilometer kilometers"],
  ["length", 0.01, "cm centimetre centimetres centimeter centimeters"],
  ["length", 0.001, "mm millimetre millimetres millimeter millimeters"],
  ["length", 1609.344, "mile miles mi"],
  ["length", 0.3048, "foot feet ft"],
  ["length", 0.9144, "yard yards"],
  ["length", 0.0254, "inch inches"],
  ["mass", 1, "kg kilo kilos kilogram kilograms kilogramme kilogrammes"],
  ["mass", 0.001, "g gram grams gramme grammes"],
  ["mass", 1000, "tonne tonnes"],
  ["ton", 1, "ton tons"],
  ["mass", 0.0283495, "ounce ounces oz"],
  ["mass", 0.453592, "lb lbs"],
  ["time", 1, "second seconds sec secs"],
  ["time", 60, "minute minutes min mins"],
  ["time", 3600, "hour hours hr hrs"],
  ["time", 86400, "day days"],
  ["time", 604800, "week weeks"],
  ["months", 1, "month months"],
  ["months", 12, "year years yr yrs"],
  ["months", 120, "decade decades"],
  ["months", 1200, "century centuries"],
  ["area", 1, "hectare hectares ha"],
  ["area", 0.404686, "acre acres"],
  ["volume", 1, "litre litres liter liters"],
  ["volume", 3.78541, "gallon gallons"],
  ["barrel", 1, "barrel barrels"],
  ["power", 1, "watt watts"],
  ["power", 1e3, "kw kilowatt kilowatts"],
  ["power", 1e6, "mw megawatt megawatts"],
  ["power", 1e9, "gw gigawatt gigawatts"],
  ["degree", 1, "degree degrees celsius fahrenheit"],
  ["times", 1, "times fold"],
  ["usd", 1, "$ us$ usd dollar dollars"],
  ["usd", 0.01, "cent cents"],
  ["eur", 1, "€ eur euro euros"],
  ["gbp", 1, "£ gbp pound pounds sterling"],
  ["gbp", 0.01, "pence"],
  ["jpy", 1, "¥ jpy yen"],
  ["cny", 1, "cny yuan renminbi"],
  ["inr", 1, "₹ inr rupee rupees"],
  ["rub", 1, "rub rouble roubles ruble rubles"],
  ["try", 1, "lira liras"],
  ["dinar", 1, "dinar dinars"],
  ["franc", 1, "franc francs"],
  ["krona", 1, "krona kronor krone kroner"],
  ["peso", 1, "peso pesos"],
  ["crown", 1, "crown crowns koruna korunas"],
  ["riyal", 1, "riyal riyals rial rials"],
  ["shekel", 1, "shekel shekels"],
  ["zloty", 1, "zloty zlotys"],
  ["forint", 1, "forint forints"],
  ["dirham", 1, "dirham dirhams"],
  ["shilling", 1, "shilling shillings"],
  ["naira", 1, "naira"],
  ["taka", 1, "taka"],
  ["hryvnia", 1, "hryvnia hryvnias"],
];

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  TABLE.flatMap(([dimension, factor, words]) =>
    words.split(" ").map((word): [string, Measure] => [word, { dimension, factor }]),
  ),
);

const MONEY: ReadonlySet<string> = new Set(
  "usd eur gbp jpy cny inr rub try dinar franc krona peso crown riyal shekel zloty forint dirham shilling naira taka hryvnia".split(
    " ",
  ),
);

/** The measure that a lower-case word or sign names. */
export function readMeasure(word: string | undefined): Measure | undefined {
  return word === undefined ? undefined : MEASURES.get(word);
}

export function isMoney(dimension: string): boolean {
  return MONEY.has(dimension);
}

const RATES: ReadonlyMap<string, string> = new Map([
  ...["hour", "day", "week", "month", "year"].map((word): [string, string] => [word, word]),
  ["hourly", "hour"],
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["yearly", "year"],
  ["annual", "year"],
  ["annually", "year"],
]);

/** The period of "monthly", or of "month" in "a month". */
export function readPeriod(word: string | undefined): string | undefined {
  return word === undefined ? undefined : RATES.get(word);
}

/** How two quantities stand to each other: the same, the same number of something else, or neither. */
export function compareQuantities(one: Quantity, other: Quantity): "same" | "unit" | "different" {
  if (measuresAgree(one, other)) {
    const [left, right] = [basesOf(one), basesOf(other)];
    return left.some((value) => right.some((known) => isClose(value, known, one, other)))
      ? "same"
      : "different";
  }
  return one.value === other.value ? "unit" : "different";
}

function measuresAgree(one: Quantity, other: Quantity): boolean {
  const [left, right] = [one.measure?.dimension, other.measure?.dimension];
  if (left === right) return true;
  if (left === undefined) return right !== undefined && isMoney(right);
  return false;
}

function basesOf(quantity: Quantity): number[] {
  const factor = quantity.measure?.factor ?? 1;
  const values =
    quantity.scaled === undefined ? [quantity.value] : [quantity.value, quantity.scaled];
  return values.map((value) => value * factor);
}

/** A fraction in words is as exact as its percentage is usually written: a third is 33 %. */
function isClose(one: number, other: number, left: Quantity, right: Quantity): boolean {
  const isShare = left.measure?.dimension === "share" && left.measure !== right.measure;
  const slack = isShare && left.measure?.factor !== right.measure?.factor ? 0.004 : 0;
  return Math.abs(one - other) <= Math.max(slack, 1e-9 * Math.max(Math.abs(one), Math.abs(other)));
}
