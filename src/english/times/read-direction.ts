// A place in a sentence → whether its clause tells of what is to come, or of what is past.

const BOUND =
  /[,;:—()“”"]|(?<![\p{L}\p{N}])(?:that|said|says|told|announced|warned|added|and|but|which|who|when|after|before|because)(?![\p{L}\p{N}])/giu;
const AHEAD =
  /(?<![\p{L}\p{N}])(?:will|won['’]t|shall|upcoming|plans? (?:to|in|on|for)|planned for|planning to|scheduled|due|expected|set to|going to|begins?|starts?|opens?|takes place)(?![\p{L}\p{N}])/iu;

const PAST =
  /(?<![\p{L}\p{N}])(?:was|were|had|did|been|\p{L}{2,}ed|began|fell|rose|went|came|took|made|won|lost|met|left|held|struck|hit|shot|broke|sank|sold|bought|built|found|became|got|gave|ran|saw|told|said|wrote|grew|led|died|cut|put|set)(?![\p{L}\p{N}])/iu;

/** True for what is to come, false for what is past, undefined where the clause tells neither. */
export function readsAhead(text: string, start: number, end: number): boolean | undefined {
  const clause = clauseAround(text, start, end);
  if (AHEAD.test(clause)) return true;
  return PAST.test(clause) ? false : undefined;
}

function clauseAround(text: string, start: number, end: number): string {
  let [first, last] = [0, text.length];
  for (const { index, 0: found } of text.matchAll(BOUND)) {
    if (index + found.length <= start) first = index + found.length;
    else if (index >= end) {
      last = index;
      break;
    }
  }
  return text.slice(first, last);
}
