// A text → the same text with each character that acts or hides replaced by a visible form.

/** Scripts whose spelling needs U+200C and U+200D between letters. */
const JOINING: string = [
  "Arab",
  "Syrc",
  "Deva",
  "Beng",
  "Guru",
  "Gujr",
  "Orya",
  "Taml",
  "Telu",
  "Knda",
  "Mlym",
  "Sinh",
]
  .map((script) => `\\p{scx=${script}}`)
  .join("");
const JOINER = `(?<=[${JOINING}]\\p{M}*)[\\u200c\\u200d](?=[${JOINING}])`;
/** Arabic signs that Unicode files under "format" although they are seen. */
const SEEN_FORMAT = "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2]";
const INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}]";
/** What may stay is named first, so that only the last group is replaced. */
const SCAN: RegExp = new RegExp(`\\p{RGI_Emoji}|${JOINER}|${SEEN_FORMAT}|(${INVISIBLE})`, "gv");

/**
 * Replaces control characters, bidirectional overrides, zero-width and other invisible characters,
 * line and paragraph separators, and halves of surrogate pairs. Emoji sequences and the joiners that
 * Arabic and Indic spelling needs stay. `show` gets the character's code point.
 */
export function replaceInvisible(text: string, show: (code: number) => string): string {
  return text.replace(SCAN, (kept: string, invisible: string | undefined) =>
    invisible === undefined ? kept : show(invisible.codePointAt(0) ?? 0),
  );
}

/** The text with each such character as `<U+200B>`. */
export function showInvisible(text: string): string {
  return replaceInvisible(text, (code) => `<${nameCode(code)}>`);
}

/** A character's code point as Unicode writes it: `U+200B`. */
export function nameCode(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The invisible characters of a text, each once, as `U+200B`; spaces and line ends are none. */
export function listInvisible(text: string): readonly string[] {
  const found = new Set<string>();
  replaceInvisible(text.replace(/[\t\n\r]/g, " "), (code) => {
    found.add(nameCode(code));
    return "";
  });
  return [...found];
}
