// Rich text (RTF) → its groups, control words and words one by one, and what the words of its vocabulary mean.

export interface RtfToken {
  readonly kind: "open" | "close" | "word" | "byte" | "words";
  /** Bytes of the file. */
  readonly start: number;
  readonly end: number;
  /** A control word without its number, or words as they are. */
  readonly value: string;
  readonly number?: number;
}

const TOKEN =
  /[{}]|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|[\r\n\0]+|([^{}\\\r\n\0]+)/gi;

export function* listTokens(source: string): Iterable<RtfToken> {
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const token = readToken(match);
    if (token !== undefined) yield token;
    // Raw bytes of a picture may look like anything.
    if (token?.kind === "word" && token.value === "bin")
      pattern.lastIndex = token.end + Math.max(0, token.number ?? 0);
  }
}

/** Line breaks of the file mean nothing. */
function readToken(match: RegExpExecArray): RtfToken | undefined {
  const [whole, word, number, byte, sign, words] = match;
  const place = { start: match.index, end: match.index + whole.length };
  if (whole === "{") return { kind: "open", ...place, value: "" };
  if (whole === "}") return { kind: "close", ...place, value: "" };
  if (byte !== undefined)
    return { kind: "byte", ...place, value: "", number: Number.parseInt(byte, 16) };
  if (words !== undefined) return { kind: "words", ...place, value: words };
  const value = word ?? sign;
  if (value === undefined) return undefined;
  return { kind: "word", ...place, value, ...(number !== undefined && { number: Number(number) }) };
}

/** Groups whose words are no text of the page; any that begins with `\*` is one too. */
export const ASIDE: ReadonlySet<string> = new Set([
  ...[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
  ],
  ...["headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "listtable", "revtbl"],
  ...["listoverridetable", "pntext", "listtext", "themedata", "datastore", "xe", "tc", "filetbl"],
  ...["private", "template", "nonshppict", "atnid", "atnauthor", "annotation", "ftnsep", "ftnsepc"],
  ...["sp", "shprslt"],
]);

/** What is told of a group that is passed over. */
export const TOLD: ReadonlyMap<string, string> = new Map([
  ["footnote", "notes, read at the end of the text"],
  ["shptxt", "text boxes, read at the end of the text"],
  ["shppict", "pictures that are not read"],
  ["annotation", "comments that are not read"],
  ["pict", "pictures that are not read"],
  ["object", "embedded files that are not read"],
  ...["header", "headerl", "headerr", "headerf"].map(
    (name) => [name, "page headers that are not read"] as const,
  ),
  ...["footer", "footerl", "footerr", "footerf"].map(
    (name) => [name, "page footers that are not read"] as const,
  ),
]);

/** Control words and signs that stand for a character. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: "\t",
    line: "\n",
    emdash: "—",
    endash: "–",
    bullet: "•",
    lquote: "‘",
    rquote: "’",
    ldblquote: "“",
    rdblquote: "”",
    emspace: "\u2003",
    enspace: "\u2002",
    "~": "\u00a0",
    _: "\u2011",
    "\\": "\\",
    "{": "{",
    "}": "}",
  }),
);
export const PARAGRAPH_ENDS: ReadonlySet<string> = new Set([
  "par",
  "sect",
  "page",
  "row",
  "nestrow",
  "\n",
  "\r",
]);

/** Values of the head → the fields that they declare. */
export const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ["title", "title"],
  ["author", "author"],
  ["company", "publisher"],
]);
