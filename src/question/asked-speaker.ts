// A question → whose words it asks for, and about what.

import type { AskedSpeaker } from "../core/question-intent.ts";
import { VERBS } from "../english/speech/speech-verbs.ts";

const WHO = "(?<name>(?:the\\s)?[\\p{L}\\p{N}][^?,;:]{1,60}?)";
const FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?:and\\s)?(?:what|how)(?:\\s(?:else|exactly|much))?\\s(?:does|did|do|has|have|had)\\s${WHO}\\s(?:say|said|tell|told|think|thought|claim|claimed|argue|argued|believe|believed|write|written|warn|warned|predict|predicted|explain|explained|estimate|estimated|report|reported|announce|announced)\\b(?:\\s(?:us|reporters|people))?(?:\\s(?:about|of|on|regarding|concerning))?(?<subject>[^?]*)`,
    "iu",
  ),
  /^(?:and\s)?what\s(?:is|was|are|were)\s(?<name>[\p{L}][^?,;:]{1,60}?)(?:[’']s?)\s(?:views?|opinions?|position|comments?|statements?|claims?|estimates?|explanation|warning|words)\b(?:\s(?:about|of|on|for|regarding))?(?<subject>[^?]*)/iu,
  new RegExp(`^according\\sto\\s${WHO},\\s(?<subject>[^?]*)`, "iu"),
  new RegExp(`^(?<subject>[^?,]+?),?\\saccording\\sto\\s${WHO}\\s*\\??$`, "iu"),
];
/** No speaker: whoever it may be. */
const NOBODY =
  /^(?:he|she|it|they|we|you|i|this|that|these|those|there|(?:the\s)?(?:articles?|sources?|texts?|documents?|corpus|people|everybody|everyone|anybody|anyone|experts?))$/iu;

/** `undefined` for a question that asks for nobody's words in particular. */
export function readAskedSpeaker(question: string): AskedSpeaker | undefined {
  for (const form of FORMS) {
    const { name = "", subject = "" } = form.exec(question.trim())?.groups ?? {};
    const asked = name.trim();
    if (asked === "" || NOBODY.test(asked) || SAYS.test(asked)) continue;
    return { name: asked, subject: subject.trim() };
  }
  return undefined;
}

const SAYS = new RegExp(`\\s${VERBS}\\b`, "u");
