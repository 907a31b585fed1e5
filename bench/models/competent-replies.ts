// What was sent → a good model's claims, in the asked format and in five sloppy ones.

import type { ChatBody } from "../../test/stand-in/stand-in-server.ts";

interface GoodClaim {
  readonly text: string;
  /** Words of the sentence that carries it. */
  readonly words: string;
}

/** Each question with the claims that a careful reader would make. */
export const GOOD_ANSWERS: readonly {
  readonly question: string;
  readonly claims: readonly GoodClaim[];
}[] = [
  {
    question: "How many lamps did the harbour board buy?",
    claims: [
      {
        text: "The harbour board bought forty lamps after two boats ran aground.",
        words: "bought 40 lamps",
      },
      {
        text: "Each of the lamps cost 1,200 dollars, according to chairwoman Dora Quill.",
        words: "cost $1,200",
      },
    ],
  },
  {
    question: "Do the harbour lamps work in fog?",
    claims: [
      {
        text: "A pilot said on Monday that the lamps do not work in fog.",
        words: "not work in fog",
      },
      {
        text: "Some 15 of the 40 lamps have failed since March, the Pilots' Union says.",
        words: "15 of the 40",
      },
      {
        text: "The board denied that the lamps were faulty, and blamed salt water.",
        words: "board denied",
      },
    ],
  },
  {
    question: "What would the repairs of the lamps cost?",
    claims: [{ text: "An engineer put the repairs at $9,500 and three months.", words: "$9,500" }],
  },
  {
    question: "Will the old lighthouse be replaced?",
    claims: [
      {
        text: "The board will not replace the lighthouse, closed in 1998.",
        words: "old lighthouse",
      },
      { text: "Over half of the 86 moorings are without a lamp.", words: "86 moorings" },
    ],
  },
  {
    question: "What do the fishermen say about the lamps?",
    claims: [
      {
        text: "Fishermen had asked for lamps since winter 2014.",
        words: "since the winter of 2014",
      },
      {
        text: "Emil Harsk, who has fished there for thirty years, said they were promised light.",
        words: "promised light",
      },
    ],
  },
];

export const FORMS: readonly string[] = [
  "as asked",
  "fenced",
  "wrong keys",
  "prose",
  "single quotes",
  "thinking",
];

/** "S4: ", "S4 (Ada Roe): ". */
const SENT = /^(S\d+)(?: \([^)]*\))?: /;

/** The claims whose sentence was sent, in one of the forms. */
export function composeReply(body: ChatBody, claims: readonly GoodClaim[], form: string): string {
  const lines = body.messages.flatMap(({ content }) => content.split("\n"));
  const cited = claims.flatMap(({ text, words }) => {
    const number = lines
      .map((line) => SENT.exec(line))
      .find((sent) => sent?.input.includes(words))?.[1];
    return number === undefined ? [] : [{ text, evidence: [number] }];
  });
  const json = JSON.stringify({ claims: cited });
  switch (form) {
    case "fenced":
      return `Here is the answer:\n\`\`\`json\n${JSON.stringify({ claims: cited }, null, 2)}\n\`\`\`\nI hope it helps!`;
    case "wrong keys":
      return JSON.stringify({
        answer: cited.map(({ text, evidence }) => ({
          statement: text,
          sources: evidence.join(", "),
        })),
      });
    case "prose":
      return cited
        .map(({ text, evidence }) => `- ${text.replace(/\.$/, "")} [${evidence.join(", ")}].`)
        .join("\n");
    case "single quotes":
      return `{'claims': [${cited.map(({ text, evidence }) => `{'text': '${text}', 'evidence': ['${evidence[0]}']}`).join(", ")},]}`;
    case "thinking":
      return `<think>The user asks {"text": "about lamps", "evidence": ["S1"]}.</think>\n${json} Done.`;
    default:
      return json;
  }
}
