// Question → the words that ask, turned to the front, and the kinds of value that answer them.

import { readAskedClaim } from "../../text/speech/asked-claim.ts";

/** What kind of value answers. `sort` is a kind of thing, named by the question's noun. */
export type IssueKind = "amount" | "date" | "name" | "place" | "sort" | "polarity" | "speaker";

/** `asked` is the question with its asking words in front, or the statement whose speakers it asks for. */
export interface AskedKinds {
  readonly asked: string;
  /** The likeliest first. */
  readonly kinds: readonly IssueKind[];
}

/** "What sport does he play", "What is the genre of it"; a reason or a plan is no kind of thing. */
const SORT =
  /^(?:what|which) (?:(?:is|was|are|were) the (?!(?:reason|cause|purpose|effect|result|point|problem|difference|meaning|aim|goal|plan|situation|future|view|opinion|matter|latest|impact|risk|answer|question|state|status|story|news|main|biggest)s?\b)(?:\p{Ll}+ ){1,4}(?:of|for|in|associated)\b|(?:\p{Ll}+ ){1,3}(?:is|was|are|were|did|does|do|has|had)\b)/iu;
const HEADS: readonly (readonly [RegExp, readonly IssueKind[]])[] = [
  [
    /^how (?:much|many|far|long|old|big|large|tall|high|deep|heavy|wide|often|effective|fast|strong|heavily|hot|cold|late|early)\b/i,
    ["amount"],
  ],
  [
    /^(?:what|which) (?:share|portion|percentage|proportion|fraction|sum|amount|number)\b/i,
    ["amount"],
  ],
  [
    /^(?:when\b|(?:what|which|in (?:what|which)) (?:day|date|month|year)\b)|\bin (?:what|which) year\b/i,
    ["date"],
  ],
  [
    /^(?:what|which)(?: is| was| are)? the (?:release |opening |birth |founding )?date\b/i,
    ["date"],
  ],
  [
    /^(?:what|which)(?: is| was|'s|’s) the (?:population|turnout|price|salary|cost|size|length|height|rate|total|toll|revenue|budget|speed|distance|area|weight|depth|age|magnitude|damage|value|volume|temperature|score|margin|majority|deficit|debt|inflation|loss|fine|bail|sentence|ransom|reward)\b/i,
    ["amount"],
  ],
  [
    /^what (?:was|is|were) .{1,40}(?:’s|'s|s’) (?:revenue|population|turnout|price|salary|cost|budget|profit|income)\b/i,
    ["amount"],
  ],
  [
    /^(?:who|whom|by whom)\b|^(?:which|what) (?:director|artist|author|person|man|woman|player|team|company|club|actor|actress|singer|country|nation|party|candidate|film|movie|book|song)\b/i,
    ["name"],
  ],
  [
    /^(?:where\b|(?:in |at )?(?:which|what) (?:city|town|state|country|place|region|province|county|village)\b)/i,
    ["place"],
  ],
  [SORT, ["sort"]],
];
const YES_NO =
  /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might)\b/i;
const SPEAKER: readonly IssueKind[] = ["speaker"];
/** "It is a game for which medium?": whatever kind of thing it is. */
const SORTS: readonly IssueKind[] = ["sort"];
const POLARITY: readonly IssueKind[] = ["polarity"];

/** Undefined for a question that asks for no value. */
export function readKinds(question: string): AskedKinds | undefined {
  const text = question.trim().replace(/^(?:and|but|so|then)\s+/i, "");
  const claim = readAskedClaim(text)?.claim;
  if (claim !== undefined) return { asked: claim, kinds: SPEAKER };
  const asked = bringForward(text);
  if (YES_NO.test(asked)) return { asked, kinds: POLARITY };
  const kinds = HEADS.find(([pattern]) => pattern.test(asked))?.[1];
  if (kinds !== undefined) return { asked, kinds };
  return asked === text ? undefined : { asked, kinds: SORTS };
}

/** "It opened in which year?" asks as "Which year … it opened" does. */
function bringForward(text: string): string {
  const tail = /^(?!what|which|who|how|when|where|why)(.+?)\b((?:what|which) .+)$/i.exec(text);
  if (tail === null) return text;
  return `${tail[2]?.replace(/[?.!]+$/, "")} ${tail[1]}`;
}
