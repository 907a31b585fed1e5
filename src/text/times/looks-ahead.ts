// A place in a sentence → whether its clause tells of what is to come.

const BOUND =
  /[,;:—()“”"]|(?<![\p{L}\p{N}])(?:that|said|says|told|announced|warned|added|and|but|which|who|when|after|before|because)(?![\p{L}\p{N}])/giu;
const AHEAD =
  /(?<![\p{L}\p{N}])(?:will|won['’]t|shall|upcoming|plans? to|planned for|planning to|scheduled|due|expected|set to|going to|begins?|starts?|opens?|takes place)(?![\p{L}\p{N}])/iu;

/** @param start,end of a time in `text` */
export function looksAhead(text: string, start: number, end: number): boolean {
  let [first, last] = [0, text.length];
  for (const { index, 0: found } of text.matchAll(BOUND)) {
    if (index + found.length <= start) first = index + found.length;
    else if (index >= end) {
      last = index;
      break;
    }
  }
  return AHEAD.test(text.slice(first, last));
}
