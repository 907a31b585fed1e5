// Text → its letters and digits alone, in one case and without accents, each with its place.

/** `units[i]` came from the character that begins at `places[i]` in the text (UTF-16 code units). */
interface FoldedLetters {
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
  return foldInto(new LetterList(text.length), text);
}

/**
 * As {@link foldLetters}, for one text after the other: each call writes over what the one before it
 * returned, so that a corpus costs no memory but its longest text's.
 */
export function createLetterFolder(): (text: string) => FoldedLetters {
  const letters = new LetterList(0);
  return (text) => {
    letters.clear();
    return foldInto(letters, text);
  };
}

function foldInto(letters: LetterList, text: string): FoldedLetters {
  for (let at = 0; at < text.length; at += 1) {
    at = letters.pushLatin(text, at);
    if (at === text.length) break;
    const code = text.charCodeAt(at);
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

  clear(): void {
    this.#length = 0;
  }

  /** The letters from `from` on up to what is not ASCII, whose offset (or the text's end) is returned. */
  pushLatin(text: string, from: number): number {
    this.#makeRoom(text.length - from);
    // Written out in one loop: it runs over every letter of a corpus.
    const [units, places] = [this.#units, this.#places];
    let length = this.#length;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= ASCII_END) break;
      const folded = LATIN[code] as number;
      if (folded === 0) continue;
      units[length] = folded;
      places[length] = at;
      length += 1;
    }
    this.#length = length;
    return at;
  }

  push(unit: number, place: number): void {
    this.#makeRoom(1);
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

  #makeRoom(room: number): void {
    const needed = this.#length + room;
    if (needed <= this.#units.length) return;
    const units = new Uint16Array(Math.max(this.#length * 2 + 32, needed));
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
