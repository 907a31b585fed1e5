// A name as typed or as written → one form of it: `Łódź  Day’s` → `lodz days`, `Land's End` → `lands end`.

const MARKS = /\p{M}+/gu;

/** "Résumé" → "Resume". Not for anything that is shown: lengths and offsets change. */
export function foldAccents(text: string): string {
  return text.normalize("NFD").replaceAll(MARKS, "");
}

/** Letters that no normal form takes apart. */
const WHOLE: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};
const APOSTROPHES = /['’‘‛ʼʻʹ´`′＇]/gu;

/**
 * For what a reader types and a file or an article has: case, accents, composed or decomposed letters,
 * the shape of apostrophes (or none), of dashes and of spaces make no difference. Never for what is shown.
 */
export function foldName(name: string): string {
  return name
    .replace(APOSTROPHES, "")
    .normalize("NFKD")
    .replace(/\p{M}|[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, "")
    .replace(APOSTROPHES, "")
    .replace(/\p{Pd}/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/[łøđðþßæœıħŋ]/gu, (letter) => WHOLE[letter] ?? letter);
}
