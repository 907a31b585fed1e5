// Text → its letters and digits alone, in one case and without accents, each with its place.

/** `units[i]` came from the character that begins at `places[i]` in the text (UTF-16 code units). */
export interface FoldedLetters {
  readonly units: Uint16Array;
  readonly places: Uint32Array;
}

const ASCII_END = 0x80;
const LATIN: Uint16Array = Uint16Array.from({ length: ASCII_END }, (_, code) =>
  foldCharacter(String.fromCharCode(code)).charCodeAt(0),
);
const remembered = new Map<number, string>();

/**
 * Everything that typography, line breaks, markup and editors change is left out, so that two
 * texts with the same words have the same letters. Ligatures and full-width forms are taken apart
 * (NFKD). For finding candidates only: much that matters is folded away. Linear time.
 */
export function foldLetters(text: string): FoldedLetters {
  const letters = new LetterList(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ASCII_END) {
      const folded = LATIN[code] as number;
      if (folded !== 0) letters.push(folded, at);
      continue;
    }
    const point = text.codePointAt(at) ?? code;
    const folded = foldPoint(point);
    for (let unit = 0; unit < folded.length; unit += 1) letters.push(folded.charCodeAt(unit), at);
    if (point > 0xffff) at += 1;
  }
  return letters.take();
}

/** Grows when ligatures make more letters than the text has units. */
class LetterList {
  #units: Uint16Array<ArrayBuffer>;
  #places: Uint32Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity);
    this.#places = new Uint32Array(capacity);
  }

  push(unit: number, place: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#places[this.#length] = place;
    this.#length += 1;
  }

  take(): FoldedLetters {
    return {
      units: this.#units.subarray(0, this.#length),
      places: this.#places.subarray(0, this.#length),
    };
  }

  #grow(): void {
    const units = new Uint16Array(this.#length * 2 + 32);
    const places = new Uint32Array(units.length);
    units.set(this.#units);
    places.set(this.#places);
    this.#units = units;
    this.#places = places;
  }
}

function foldPoint(point: number): string {
  const known = remembered.get(point);
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCodePoint(point));
  remembered.set(point, folded);
  return folded;
}

function foldCharacter(character: string): string {
  return character
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
