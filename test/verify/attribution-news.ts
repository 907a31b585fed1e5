// Invented articles with reported speech, given names alone and transcripts, and drafts that quote them.

import type { AttributionCase } from "./attribution-cases.ts";

export const NEWS: Readonly<Record<string, string>> = {
  "port.md": `Dockers walk out at Brannick

Dockers at the port of Brannick downed tools on Monday after a crane driver was dismissed, their union said.

Kieran Doss, the union’s regional organiser, told a rally that the company had broken its word and that the yard would stay shut until the driver was back in his cab.

Port director Helene Maas rejected that. She said the driver had been warned three times and that no company could run a crane on goodwill.

“We have cameras, we have records and we have patience,” Maas told reporters at the gate, while Doss handed out soup behind her.

The strike has split the town. Shopkeeper Amina Dahl said takings had fallen by half. “I feed them on credit because they fed me once,” she said. Her neighbour, the baker Otto Brink, has stopped baking at all.

“Somebody has to blink and it will not be me,” Brink said, echoing what Doss had told the rally.

Mayor Stellan Ward, a former docker, urged both sides to talk, warning that “a closed port forgets its ships”.

Asked if he had spoken to Maas, Ward said he had not. Maas’s office said later that she “takes calls from anyone with a number”.

The transport minister, Clara Voigt, said through a spokesman that the strike was lawful and that the government would not send soldiers to unload fruit.

Analysts at Tern Research estimated that each day of the strike cost the port 1.2 million crowns. “That figure is fantasy,” Maas said.

The driver himself, Pell Andersson, has not spoken in public, but his sister Runa said he “only wanted his cab back”.

In its editorial the Brannick Echo called the dismissal “a small cruelty at a bad time”.

Doss said: “We were promised talks in March.” Maas: “He was promised nothing.”
`,
  "study.md": `Larks return to the fens, study finds

By Johan Berg

The number of larks in the Ostmark fens has doubled since 2011, according to a study published on Thursday in the Journal of Wetland Birds.

Lead author Dr Noor Haddad, an ecologist at the University of Sarn, said the birds had come back because farmers left their stubble standing over winter.

“It is the cheapest thing we ever asked of anyone,” Dr Haddad said. Co-author Ewan Price added that the count relied on volunteers “with thermos flasks and infinite patience”.

Not everyone is convinced. Farmers’ association president Gunnar Elm said his members had lost seed to the birds. “They are pretty and they are hungry,” Elm said.

Price, who counted larks as a boy, laughed at that. “So are farmers,” he said.

Prof. Mette Lund of Kell University, who was not involved in the study, called the method “honest but thin”.

“I would want ten more winters,” she told the Ostmark Post. Haddad agreed: “So would we all.”

The study’s authors recommend that stubble be left until the first of March. The agriculture ministry said it would “read it with interest”.

Haddad grew up in the fens; her father, Samir, ran the pumping station at Lode. “Dad said larks were weather,” she recalled. “When they sing it will be dry.”

“A bird that doubles can halve again,” warned Lund.
`,
  "rock.md": `Reunited after thirty years

INTERVIEWER: Did you miss each other?

Tess Arlo: Never. We were far too angry.

Bo Grange: I missed the drums. I did not miss the drummer.

Tess Arlo: He wrote me one letter in thirty years and it was about money.

INTERVIEWER: And now?

Bo Grange: Now we are too old to hit each other, so we play.
`,
};
const ROWS: readonly (readonly [AttributionCase["expected"], string])[] = [
  ["right", "Kieran Doss told a rally “the company had broken its word”."],
  ["wrong", "Helene Maas said “the company had broken its word”."],
  ["right", "Maas said “the driver had been warned three times”."],
  ["wrong", "Kieran Doss said “the driver had been warned three times”."],
  ["wrong", "Mayor Stellan Ward said “no company could run a crane on goodwill”."],
  ["wrong", "“We have cameras, we have records and we have patience,” Kieran Doss told reporters."],
  [
    "right",
    "“We have cameras, we have records and we have patience,” said port director Helene Maas.",
  ],
  ["right", "Amina Dahl, who keeps a shop, says “takings had fallen by half”."],
  ["wrong", "Otto Brink says “takings had fallen by half”."],
  ["right", "“I feed them on credit because they fed me once,” Dahl said."],
  ["wrong", "“I feed them on credit because they fed me once,” said the baker Otto Brink."],
  ["wrong", "“Somebody has to blink and it will not be me,” Kieran Doss said."],
  ["right", "“Somebody has to blink and it will not be me,” the baker Otto Brink said."],
  ["right", "“A closed port forgets its ships,” mayor Stellan Ward warned."],
  ["wrong", "“A closed port forgets its ships,” Helene Maas warned."],
  ["wrong", "Ward said he “takes calls from anyone with a number”."],
  ["wrong", "Transport minister Clara Voigt said “he had not”."],
  ["right", "Clara Voigt, the minister, said “the strike was lawful”."],
  ["wrong", "Helene Maas said “the strike was lawful”."],
  ["wrong", "Kieran Doss said “the government would not send soldiers to unload fruit”."],
  ["right", "“That figure is fantasy,” said Maas."],
  ["wrong", "“That figure is fantasy,” said Clara Voigt."],
  ["wrong", "Pell Andersson told the paper he “only wanted his cab back”."],
  ["right", "Runa Andersson told the paper he “only wanted his cab back”."],
  ["right", "The Brannick Echo spoke of “a small cruelty at a bad time”."],
  ["wrong", "Kieran Doss spoke of “a small cruelty at a bad time”."],
  ["wrong", "“We were promised talks in March,” said Maas."],
  ["right", "“We were promised talks in March,” said Doss."],
  ["right", "“He was promised nothing,” said Helene Maas."],
  ["wrong", "“He was promised nothing,” said Kieran Doss."],
  [
    "right",
    "Noor Haddad said “the birds had come back because farmers left their stubble standing over winter”.",
  ],
  [
    "wrong",
    "Gunnar Elm said “the birds had come back because farmers left their stubble standing over winter”.",
  ],
  ["right", "“It is the cheapest thing we ever asked of anyone,” Haddad said."],
  ["wrong", "“It is the cheapest thing we ever asked of anyone,” Ewan Price said."],
  ["right", "Ewan Price thanked volunteers “with thermos flasks and infinite patience”, he said."],
  [
    "wrong",
    "Dr Haddad said the count relied on volunteers “with thermos flasks and infinite patience”.",
  ],
  ["right", "“They are pretty and they are hungry,” said Gunnar Elm."],
  ["wrong", "“They are pretty and they are hungry,” said Noor Haddad."],
  ["right", "“So are farmers,” Price said."],
  ["wrong", "“So are farmers,” Elm said."],
  ["right", "Mette Lund called the method “honest but thin”."],
  ["wrong", "Gunnar Elm called the method “honest but thin”."],
  ["wrong", "Ewan Price called the method “honest but thin”."],
  ["right", "“I would want ten more winters,” said Professor Lund."],
  ["wrong", "“I would want ten more winters,” said Ewan Price."],
  ["wrong", "“So would we all,” said Mette Lund."],
  ["right", "“So would we all,” said Noor Haddad."],
  ["wrong", "Gunnar Elm said he would “read it with interest”."],
  ["right", "“Dad said larks were weather,” Haddad recalled."],
  ["wrong", "“Dad said larks were weather,” Mette Lund recalled."],
  ["wrong", "“When they sing it will be dry,” said Samir Haddad."],
  ["right", "“When they sing it will be dry,” said Noor Haddad."],
  ["right", "“A bird that doubles can halve again,” said Prof Lund."],
  ["wrong", "“A bird that doubles can halve again,” said Haddad."],
  [
    "right",
    "Johan Berg reports that “the number of larks in the Ostmark fens has doubled since 2011”.",
  ],
  ["wrong", "Gunnar Elm said “larks in the Ostmark fens has doubled since 2011”."],
  ["right", "“We were far too angry,” says Tess Arlo."],
  ["wrong", "“We were far too angry,” says Bo Grange."],
  ["right", "“I did not miss the drummer,” says Grange."],
  ["wrong", "“I did not miss the drummer,” says Tess Arlo."],
  ["wrong", "“Now we are too old to hit each other, so we play,” says Arlo."],
  ["right", "“Now we are too old to hit each other, so we play,” says Bo Grange."],
  ["wrong", "“He wrote me one letter in thirty years and it was about money,” says Grange."],
];

export const NEWS_CASES: readonly AttributionCase[] = ROWS.map(([expected, draft]) => ({
  article: "",
  draft,
  expected,
}));
