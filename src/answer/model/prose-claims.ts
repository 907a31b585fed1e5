// A reply that is no JSON → the claims that it marks with sentence numbers.

import { composeClaim, MARKER, type ReplyClaim, readNumbers } from "./reply-claim.ts";

const LEADING =
  /^\s*(?:[-*•]\s*)?\**\[?\(?(S\d{1,4}(?:\s*[,;&]\s*S\d{1,4})*)\)?\]?\**\s*[:.–—-]\s*(.+)$/i;
const NAMED_TEXT =
  /^\s*(?:[-*•]\s*)?["'*]*(?:claim|text|statement|answer)\s*\d*["'*]*\s*:\s*(.+)$/i;
const NAMED_NUMBERS =
  /^\s*(?:[-*•]\s*)?["'*]*(?:evidence|sources?|sentences?|citations?|refs?|references?)["'*]*\s*:\s*(.+)$/i;
const TRAILING =
  /^(.+?)\s*(?:[-–—|:,]|\bfrom\b|\bsee\b|\bper\b)\s*(S\d{1,4}(?:\s*(?:,|;|&|and)\s*S\d{1,4})*)\s*[.|]*\s*$/i;
const MOST_LINES = 400;

/** Understands "Text [S3].", "S3: text", "Claim: … / Evidence: S3", "- text: … / evidence: [S3]". */
export function readProseClaims(text: string): readonly ReplyClaim[] {
  const lines = text.split(/\r?\n/).slice(0, MOST_LINES);
  const found: ReplyClaim[] = [];
  let named: string | undefined;
  for (const line of lines) {
    const stated = NAMED_TEXT.exec(line)?.[1];
    const cited = NAMED_NUMBERS.exec(line)?.[1];
    if (cited !== undefined && named !== undefined) {
      found.push(...keep(unquote(named), readNumbers(cited)));
      named = undefined;
    } else if (stated !== undefined && !hasMarker(stated)) named = stated;
    else found.push(...readLine(stated ?? line));
  }
  return found;
}

function readLine(line: string): ReplyClaim[] {
  const [, numbers, text] = LEADING.exec(line) ?? [];
  if (numbers !== undefined && text !== undefined) return keep(text, readNumbers(numbers));
  if (hasMarker(line)) return splitMarked(line).flatMap((part) => keep(part, []));
  const [, before, after] = TRAILING.exec(line.slice(0, 2000)) ?? [];
  return before === undefined || after === undefined ? [] : keep(before, readNumbers(after));
}

/** Each sentence with its own marker, whether the marker stands before or after the full stop. */
function splitMarked(line: string): string[] {
  const marks = [...line.matchAll(MARKER)];
  let from = 0;
  return marks.flatMap((mark, index) => {
    const end = mark.index + mark[0].length;
    const next = marks[index + 1];
    if (next !== undefined && line.slice(end, next.index).trim() === "") return [];
    const part = line.slice(from, end);
    from = end + (/^\s*[.!?;]/.exec(line.slice(end))?.[0].length ?? 0);
    return [lastSentence(part)];
  });
}

/** What stands before a marker may begin with sentences that have none: they are not its claim. */
function lastSentence(part: string): string {
  const body = part.replaceAll(MARKER, (mark) => mark.replaceAll(/[.!?]/g, " "));
  const starts = [...body.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu)];
  const last = starts.findLast((start) =>
    /\p{L}{3}/u.test(body.slice(start.index + 2).replaceAll(MARKER, "")),
  );
  return last === undefined ? part : part.slice(last.index + last[0].length);
}

function hasMarker(line: string): boolean {
  return line.search(MARKER) >= 0;
}

function unquote(text: string): string {
  return text.trim().replace(/^["'](.*)["'],?$/, "$1");
}

function keep(text: string, numbers: readonly string[]): ReplyClaim[] {
  const claim = composeClaim(text, numbers);
  return claim === undefined || claim.numbers.length === 0 ? [] : [claim];
}
