// Word → its stem, the same for all forms of an irregular verb.

import { foldWord, stemWord } from "./stems.ts";

/** Present form, then the others. */
const IRREGULAR = `become became; begin began begun; break broke broken; bring brought; build built; buy bought; catch caught;
choose chose chosen; come came; cut; deal dealt; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hear heard; hide hid hidden; hold held;
keep kept; know knew known; lead led; leave left; lend lent; lose lost; make made; mean meant; meet met; pay paid; ride rode ridden;
ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shoot shot;
show shown; sing sang sung; sink sank sunk; sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen;
strike struck; swear swore sworn; swim swam swum; take took taken; teach taught; tell told; think thought; throw threw thrown;
understand understood; wake woke woken; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written`;

const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split(/;\s+/).flatMap((family) => {
    const [base = "", ...forms] = family.split(/\s+/);
    return forms.map((form): [string, string] => [form, base]);
  }),
);

/** "Broke", "broken" and "breaks" have one stem. */
export function stemVerb(word: string): string {
  return stemWord(BASES.get(foldWord(word)) ?? word);
}
