// A question → whose words it asks for, and about what.

import type { AskedSpeaker } from "../core/question-intent.ts";
import { VERBS } from "../english/speech/speech-verbs.ts";

const WHO = "(?<name>(?:the\\s)?[\\p{L}\\p{N}][^?,;:]{1,60}?)";
/** What people do with words, in the forms that stand behind "did" and "has". */
const SAY = [
  "say|said|tell|told|think|thought|write|written|put",
  "(?:repl|tweet|post|claim|argu|believ|warn|predict|explain|estimat|report|announc|describ|respond|call|suggest|propos|promis|pledg|urg|insist|recall|add|admit|acknowledg|conced|deni|deny|confirm|complain|not|compar|comment|react|recommend|accus|blam|criticis|criticiz|prais|defend|justif|reveal|remark|stress|joke?)(?:y|e|ed|ied)?",
].join("|");
/** What somebody has said, as a noun. */
const WORDS =
  "views?|opinions?|position|stance|comments?|statements?|remarks?|claims?|estimates?|explanation|reasons?|warning|words|reaction|response|reply|answer|advice|message|prediction|verdict|criticism|defen[cs]e|argument|description";
const ABOUT = "(?:\\s(?:about|of|on|for|to|regarding|concerning))?(?<subject>[^?]*)";
const FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?:and\\s)?(?:what|(?<manner>how|why))(?:\\s(?:else|exactly|much))?\\s(?:does|did|do|has|have|had)\\s${WHO}\\s(?:${SAY})\\b(?:\\s(?:us|reporters|people))?${ABOUT}`,
    "iu",
  ),
  new RegExp(
    `^(?:and\\s)?what\\sreasons?\\s(?:does|did|do|has|have|had)\\s${WHO}\\s(?:give|given|offer|offered)\\b${ABOUT}`,
    "iu",
  ),
  new RegExp(
    `^(?:and\\s)?(?:what|how)\\s(?:is|was|are|were)\\s(?<name>[\\p{L}][^?,;:]{1,60}?)(?:[’']s?)\\s(?:\\p{Ll}+\\s)?(?:${WORDS})\\b${ABOUT}`,
    "iu",
  ),
  new RegExp(`^according\\sto\\s${WHO},\\s(?<subject>[^?]*)`, "iu"),
  new RegExp(`^(?<subject>[^?,]+?),?\\saccording\\sto\\s${WHO}\\s*\\??$`, "iu"),
];
/** No speaker: whoever it may be. */
const NOBODY =
  /^(?:he|she|it|they|we|you|i|this|that|these|those|there|(?:the\s)?(?:articles?|sources?|texts?|documents?|corpus|people|everybody|everyone|anybody|anyone|experts?))$/iu;

/** `undefined` for a question that asks for nobody's words in particular. */
export function readAskedSpeaker(question: string): AskedSpeaker | undefined {
  for (const form of FORMS) {
    const { name = "", subject = "", manner } = form.exec(question.trim())?.groups ?? {};
    const asked = name.trim();
    if (asked === "" || NOBODY.test(asked) || SAYS.test(asked)) continue;
    // "How did the roof react to the storm?" asks for no words.
    if (manner !== undefined && !/\p{Lu}/u.test(asked)) continue;
    return { name: asked, subject: subject.trim() };
  }
  return undefined;
}

const SAYS = new RegExp(`\\s${VERBS}\\b`, "u");
