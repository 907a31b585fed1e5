// A question → the event before or after which it asks, if it names one: "before the strikes".

import { listContentStems } from "../english/stems.ts";
import type { AskedTime, EventRelation } from "./asked-time.ts";

const RELATION = "(?<relation>before|after|since|until|during)";
const WORD = "[\\p{L}\\p{N}’'-]+";
const EVENT = `(?<event>(?:the|this|that|his|her|its|their) ${WORD}(?: ${WORD}){0,6}?|\\p{Lu}${WORD}(?: (?:of |the |and )?(?:\\p{Lu}|\\d)[\\p{L}\\p{N}’'-]*){0,4})`;
const HAPPENED =
  "(?<verb> (?:began|begin|begins|started|start|starts|came|ended|happened|took place|broke out|occurred|was held|were held))?";
/** "How long after the fire": the time itself is asked for. */
const MEASURED = "(?<!\\b(?:long|soon|shortly|seconds|minutes|hours|days|weeks|months|years) )";
const LAST = new RegExp(
  `(?<![\\p{L}])${MEASURED}${RELATION} ${EVENT}${HAPPENED}(?=\\s*[?.!]*\\s*$)`,
  "iu",
);
const FIRST = new RegExp(`^${RELATION} ${EVENT}${HAPPENED}(?=,)`, "iu");
/** Before them people stand and speak. */
const AUDIENCE =
  /\b(?:court|judges?|jury|committee|panel|council|parliament|congress|senate|commission|tribunal|cameras?|public|press|door|mirror|name)$/iu;

/** @param text the question without its quotations, unit for unit */
export function readAskedEvent(question: string, text: string): AskedTime | undefined {
  const match = FIRST.exec(text) ?? LAST.exec(text);
  const { relation = "", event = "" } = match?.groups ?? {};
  if (match === null || listContentStems(event).length === 0 || AUDIENCE.test(event)) return;
  if (!/^(?:the|this|that|his|her|its|their) /iu.test(event) && !/^\p{Lu}/u.test(event)) return;
  const words = question.slice(match.index, match.index + match[0].length);
  return {
    kind: "event",
    words,
    search: question,
    relation: relation.toLowerCase() as EventRelation,
    event,
  };
}
