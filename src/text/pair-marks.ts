// Text → the spans between quotation marks that belong together, the outermost only.

/** `[start, end)` with the marks, `[from, to)` without. `open` ends with its paragraph, unclosed. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly mark: string;
  readonly open: boolean;
}

const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”“",
  "„": '“”"„',
  "”": "”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "‘": "’",
  "‚": "‘’",
  '"': '"',
  "'": "'",
  "「": "」",
  "『": "』",
  "``": "''",
  ",,": "''”“\"",
  "‟": "”“",
  "⹂": "”“",
  "＂": "＂",
  "″": "″",
  ʺ: "ʺ",
  "〝": "〞〟",
  "❝": "❞",
  "《": "》",
  "〈": "〉",
  "｢": "｣",
  "﹁": "﹂",
  "﹃": "﹄",
  "<<": ">>",
};
const MARK = /``|''|,,|<<|>>|[\p{Quotation_Mark}″ʺ❝❞《》〈〉]/gu;
const SINGLE = /^[‘’‚'‹]$/;

/** Spans do not overlap. A double mark left open runs to the end of the text, and says so. */
export function pairMarks(text: string): readonly MarkedSpan[] {
  const marks = Array.from(text.matchAll(MARK), ({ 0: mark, index }) => ({ mark, index }));
  const spans: MarkedSpan[] = [];
  for (let at = 0; at < marks.length; at += 1) {
    const opening = marks[at];
    if (opening === undefined || !opens(text, opening.mark, opening.index)) continue;
    const close = findClose(text, marks, at);
    const span = close === undefined ? leaveOpen(text, opening) : closeAt(opening, marks[close]);
    if (span === undefined) continue;
    spans.push(span);
    if (close === undefined) break;
    at = close;
  }
  return spans;
}

function closeAt({ mark, index }: Mark, closing: Mark | undefined): MarkedSpan | undefined {
  if (closing === undefined) return undefined;
  const to = closing.index;
  return {
    start: index,
    end: to + closing.mark.length,
    from: index + mark.length,
    to,
    mark,
    open: false,
  };
}

function leaveOpen(text: string, { mark, index }: Mark): MarkedSpan | undefined {
  const from = index + mark.length;
  if (SINGLE.test(mark) || !isLongQuote(text.slice(from))) return undefined;
  return { start: index, end: text.length, from, to: text.length, mark, open: true };
}

function isLongQuote(text: string): boolean {
  return (text.match(/\s\S/g) ?? []).length >= 3;
}

/** A mark opens before a letter and behind nothing that ends a word; no apostrophe, no inches. */
function opens(text: string, mark: string, index: number): boolean {
  if (CLOSERS[mark] === undefined) return false;
  const before = text.charAt(index - 1);
  const after = text.slice(index + mark.length, index + mark.length + 2);
  if (/^[“„‚«‹「『‟⹂〝❝《〈｢﹁﹃]|^``$|^,,$|^<<$/u.test(mark))
    return mark !== "«" || /\S/.test(after);
  if (mark === "»") return /^\S/.test(after) && !/[\p{L}\p{N}.,!?…]/u.test(before);
  if (!/^[\p{L}\p{N}$€£[(…“"‘'.¿¡<—-]/u.test(after)) return false;
  if (before !== "" && !/[\s([{—–\-/:,“"‘„«>]/.test(before)) return false;
  return !(SINGLE.test(mark) && isApostrophe(text.slice(index + 1, index + 12)));
}

/** "’90s", "'tis", "’em", "rock 'n' roll". */
function isApostrophe(after: string): boolean {
  return /^(?:\d0s\b|\d\d\b(?!\s\p{L}+\s)|(?:tis|twas|twere|twill|em|til|cause|n|bout|round|cos|nuff|hood|cept|fraid|neath|nother)\b)/iu.test(
    after,
  );
}

interface Mark {
  readonly mark: string;
  readonly index: number;
}

/** The mark that closes the one at `at`, inner pairs of the same kind stepped over. */
function findClose(text: string, marks: readonly Mark[], at: number): number | undefined {
  const opening = marks[at];
  if (opening === undefined) return undefined;
  const single = SINGLE.test(opening.mark);
  let candidate: number | undefined;
  let depth = 0;
  for (let next = at + 1; next < marks.length; next += 1) {
    const mark = marks[next] ?? opening;
    const step = readStep(text, opening.mark, mark);
    depth += step;
    if (step >= 0 || depth >= 0) continue;
    depth = 0;
    if (!single || endsSpeech(text, mark.index)) return next;
    candidate ??= next;
  }
  return candidate;
}

/** 1 where a pair inside opens, -1 where the mark closes, 0 for any other. */
function readStep(text: string, opening: string, mark: Mark): number {
  if (reopens(opening, mark.mark)) return 1;
  return (CLOSERS[opening] ?? "").includes(mark.mark) && closes(text, mark) ? -1 : 0;
}

function reopens(opening: string, mark: string): boolean {
  return opening === mark && /[“«「『〝❝《〈｢]|<</u.test(mark);
}

/** A closing mark stands behind a character; a single one behind which a letter stands is an apostrophe. */
function closes(text: string, { mark, index }: Mark): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + mark.length);
  if (/[”»›」』〞〟❞》〉｣﹂﹄]|''|>>/u.test(mark)) return true;
  if (/\s/.test(before) && mark !== "“" && mark !== "«") return false;
  return !/[\p{L}\p{N}]/u.test(after);
}

/** Punctuation on either side: a plural's apostrophe has none. */
function endsSpeech(text: string, index: number): boolean {
  return (
    /[.,!?…;:—]/.test(text.charAt(index - 1)) ||
    /^(?:[.,!?;:)\]—–]|\s*$|\s+(?:said|says|he|she)\b)/.test(text.slice(index + 1, index + 12))
  );
}
