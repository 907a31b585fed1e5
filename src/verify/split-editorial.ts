// A quotation's words → what of them is the article's, and where an editor left out or put in.

/** What stands between two runs of the article's words, or before the first. */
export interface EditorialGap {
  /** `omission`: `…`, `[…]`; `bracket`: `[word]`; `sic`: `[sic]`. */
  readonly kind: "omission" | "bracket" | "sic";
  /** The editor's words; empty for an omission. */
  readonly text: string;
}

/** A run of the article's words. `anyCase`: the editor changed the case of its first letter. */
export interface EditorialRun {
  readonly text: string;
  readonly gap?: EditorialGap;
  readonly anyCase: boolean;
  /** The gap before it stands for the end of a word: "walk[ed]". */
  readonly glued: boolean;
}

const DOTS = "(?:…|\\.\\s?\\.\\s?\\.)";
const GAP: RegExp = new RegExp(
  `\\s*[[(]\\s*${DOTS}\\s*[\\])]\\s*|\\s*\\.?\\s*${DOTS}(?:\\s?\\.)?\\s*|\\[(?<bracket>[^[\\]]{1,80})\\]`,
  "gu",
);
const FIRST_LETTER = /\[(\p{L})\](?=\p{L})/gu;
const CASE_MARK = "\ue000";

/** One run, without gap, when no convention is used. An omission at either end is left out. */
export function splitEditorial(words: string): readonly EditorialRun[] {
  const marked = words.replace(FIRST_LETTER, `${CASE_MARK}$1`);
  const runs: EditorialRun[] = [];
  let gap: EditorialGap | undefined;
  let from = 0;
  let glued = false;
  const push = (to: number): void => {
    const text = marked.slice(from, to);
    for (const [index, part] of text.split(new RegExp(`(?=${CASE_MARK})`)).entries()) {
      const plain = part.replace(CASE_MARK, "");
      if (plain.trim() === "") continue;
      const inner = index > 0 && runs.length > 0 && part.startsWith(CASE_MARK);
      runs.push({
        text: plain,
        ...(gap !== undefined && !inner && { gap }),
        anyCase: part.startsWith(CASE_MARK),
        glued: glued && !inner,
      });
      gap = undefined;
    }
  };
  for (const { 0: piece, index, groups = {} } of marked.matchAll(GAP)) {
    push(index);
    const bracket = groups["bracket"];
    gap = readGap(bracket, gap);
    glued = bracket !== undefined && /\p{L}$/u.test(marked.slice(0, index));
    from = index + piece.length;
  }
  push(marked.length);
  return runs;
}

function readGap(bracket: string | undefined, before: EditorialGap | undefined): EditorialGap {
  if (bracket === undefined) return before ?? { kind: "omission", text: "" };
  if (/^sic[.!]?$/i.test(bracket.trim())) return { kind: "sic", text: bracket };
  return { kind: "bracket", text: bracket };
}
