// string → the same without accents, for words that are typed both ways.

const MARKS = /\p{M}+/gu;

/** "Résumé" → "Resume". Not for anything that is shown: lengths and offsets change. */
export function foldAccents(text: string): string {
  return text.normalize("NFD").replaceAll(MARKS, "");
}
