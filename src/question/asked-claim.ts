// A question → the statement whose speakers it asks for.

/** "Who denies that the dam leaks?" → the dam leaks, denied. */
export interface AskedClaim {
  readonly claim: string;
  /** Whether those are asked for who say the contrary. */
  readonly isDenied: boolean;
}

const SAY =
  "say|says|said|saying|claim|claims|claimed|claiming|argue|argues|argued|believe|believes|believed|think|thinks|thought|warn|warns|warned|insist|insists|insisted|report|reports|reported|estimate|estimates|estimated|state|states|stated|admit|admits|admitted|announce|announces|announced|suggest|suggests|suggested|predict|predicts|predicted|confirm|confirms|confirmed|allege|alleges|alleged|deny|denies|denied|dispute|disputes|disputed|doubt|doubts|doubted";
const FORM = new RegExp(
  `^(?:and\\s|but\\s|so\\s)?(?:who\\s|(?:which|what)\\s(?:[\\p{L}-]+\\s){1,3}?)(?:else\\s)?(?:(?:has|have|had|is|are|was|were)\\s)?(?<verb>${SAY})\\b,?\\s+(?<that>that\\s+)?(?<claim>\\p{L}.+?)[?.!\\s]*$`,
  "iu",
);
/** "Who said no?", "Who says so": nothing is claimed that could be looked for. */
const NO_CLAIM = /^(?:so|no|yes|it|this|that|what|anything|nothing)$/iu;
/** Behind a denial the thing denied need not be a clause: "Who denied the leak?" */
const DENYING = /^(?:den|disput|doubt)/iu;
/** Without "that", a subject and a verb make a claim: "Who says the dam leaks?" */
const CLAUSE =
  /^(?:the|a|an|this|these|those|his|her|its|their|there|it|he|she|they|\p{Lu}).*?\s(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|\p{Ll}+(?:s|ed|ing))\b/u;

/** `undefined` for a question that asks for nobody's words on a statement. */
export function readAskedClaim(question: string): AskedClaim | undefined {
  const { verb = "", that, claim = "" } = FORM.exec(question.trim())?.groups ?? {};
  const isDenied = DENYING.test(verb);
  if (verb === "" || NO_CLAIM.test(claim)) return;
  if (that === undefined && !isDenied && !CLAUSE.test(claim)) return;
  return { claim, isDenied };
}
