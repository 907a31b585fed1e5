// A sentence and a statement whose speakers are asked for → who says so in it, or says the contrary.

import type { Issue } from "./read-issue.ts";
import { readStance } from "./read-stance.ts";
import type { ComparedSentence, Said, Statement } from "./statement.ts";

/** Nothing where the sentence does not speak to the statement. */
export function chooseSpeakers(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const { said } = sentence;
  const stance = said && readStance(sentence, issue);
  if (said === undefined || stance === undefined) return [];
  const party = said.party ?? {};
  return [
    {
      sentence,
      value: {
        kind: "speaker",
        party,
        articleId: sentence.articleId,
        manner: said.manner,
        affirms: stance.answer !== "no",
      },
      label: nameParty(said),
      place: stance.place,
      isPast: false,
    },
  ];
}

function nameParty({ manner, party, publisher }: Said): string {
  const named = party?.name ?? party?.role;
  if (named !== undefined) return named;
  if (manner !== "statement") return "speaker not named nearby";
  return publisher === undefined ? "the article itself" : `${publisher} itself`;
}
