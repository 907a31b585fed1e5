// Invented articles in other marks than curly ones, with labels in bold, shared surnames and a second subject, and drafts that quote them.

import type { AttributionCase } from "./attribution-cases.ts";

export const PAPERS: Readonly<Record<string, string>> = {
  "harbour.md": `The Brone harbour board voted 5-4 on Wednesday night to sell the old quay to a hotel group, after a hearing that ran past midnight.

"I have fished off that "rotten" plank since I was six, and nobody asked me a thing," trawler owner Gus Tamlin told the board. "You are selling what was never yours.

"We will lie down in front of the bulldozers," he concluded.

Board Chair Delphine Achterberg, who cast the deciding vote, defended the sale. "A quay that nobody can afford to mend is not an asset," she said. "It's a bill."

Her predecessor Warren Ikeda disagreed in a letter that was read aloud by the clerk, Nadia Foyle: "The offer is half of what the surveyors told us in March."

Hotel group spokesman Piers Lindqvist declined to say when work would begin. But in an email to board members obtained by the Ledger, the group's founder, Hana Oyelaran, wrote that "the cranes will be there before the swallows."

"That is news to me," Achterberg said when she was shown the email.

Attorney Marcus Thiel, representing the fishermen, called the process "a raffle with one ticket," and said his clients would sue.

Thiel told Ikeda in a message last week, "Do not sign anything before I see it."

Asked about the suit, Oyelaran laughed. "Let them," she told reporters outside.

Tamlin's daughter, Rosalind Tamlin, a teacher, watched from the gallery. "My father has been angry for ten years," she said, "and tonight he was only tired."

Dr. Feodor Quill, a marine biologist at Brone College who advised the board, said the mud under the quay holds "three generations of lead paint." Quill added that dredging could cost more than the hotel.

"If they dredge, they pay," said Councilwoman Beatriz Souza, D-Harbor District. Councilman Ned Farrow, R-North Hill, said Souza was "playing to the gallery."

Souza shot back that Farrow "has never once been to the quay."

"There's a lot of history here," the mayor, Theo Brandvold, said in a statement issued by his office. "But history doesn't pay for pilings."
`,
  "vaccine.md": `WESSEL — Doctors here paused a trial of a malaria shot on Friday after two volunteers fainted.

“We’d rather be slow than sorry,” said trial leader Dr. Amina Kastor of Wessel General Hospital. She said both volunteers were well.

One of them, student Joel Prins, 22, agreed. “It felt like standing up too fast,” he said. “I’d do it again tomorrow.”

The drug’s maker, Novalis Therapeutics, said in a statement: “Patient safety comes first, second and third.”

Health Minister Ruth Abara, speaking on state radio, urged patience. “I took the shot myself and I am sitting here talking to you,” she said.

Her critics were not convinced. Opposition lawmaker Stefan Gruber said that Abara “is a politician, not a test tube,” and demanded an inquiry.

Kastor’s colleague Dr. Peter Kastor, to whom she is married, runs the laboratory. “We check every vial twice,” Kastor said, adding that his wife checks them a third time.

Among the volunteers waiting outside was Park Min-seo, who had come by bus from the coast.

“I have buried two cousins because of this disease, so I will wait as long as it takes,” Park said.

Near the gate stood Daniel Park, who had driven through the night.

“They should have told us by phone,” he said.

A second trial, in Lund, continues. Its leader, Prof. Inga Sorensen, said: “Two people fainted in a queue in August. That is not a signal.” Sorensen’s deputy, Karl Mbeki, was more careful: “We are watching Wessel closely.”

The nurses’ union said through its lawyer, Olga Trent, that its members “were told nothing until the cameras came.”

“Fainting is common after any injection,” according to Mara Lindt, an immunologist who was not involved in the trial. “People forget to eat.”
`,
  "strike.md": `Tram drivers in Tarn went back to work on Monday after a strike of 19 days.

'We got most of what we asked for, and we got it in writing,' said Leila Haddad, who leads the drivers' union. 'That hasn't happened since 1987.'

The transport company's director, Conrad Weiss, told BBC Radio Tarn the deal was 'painful but fair'.

Commuter Tess Gallagher was less kind to both of them. 'Nineteen days I walked,' she said. 'My shoes should get the pay rise.'

Haddad's deputy Omar Said, who was arrested on the fourth day of the strike, said he 'would do it all over again, handcuffs included'.

Police chief Greta Holm defended the arrest: 'He was sitting on the rails.'

Weiss said Said 'is a good driver and a bad lawyer'.

'The company will lose four million crowns this year,' said Ulrich Bahr, an economist at the University of Tarn. Bahr's former student Ivy Chen, now at Holm Bank, put the figure 'closer to six'.

Tarn's mayor Phil Esterhazy tweeted: 'Thank you to everyone who shared a car.' Gallagher replied to him: 'Nobody shared a car with me.'

A spokeswoman for Esterhazy, Dina Korhonen, later said the mayor 'walked to work like everyone else'.

In a video posted by the union, driver Bilal Aziz says: 'My daughter asked me whether trams were extinct.'

The archbishop, Msgr. Tomas Reyes, who mediated, quoted his grandmother. 'Nobody ever left a hungry table happy,' he said.
`,
  "talk.md": `Map maker Ines Calloway has redrawn half the coast. She spoke to Chart Review's Dov Lasker and to the sailor Brigid Moy, who found three of her mistakes.

**Dov Lasker:** When did you draw your first map?

**Ines Calloway:** At seven. It showed where my brother hid his sweets.

**Brigid Moy:** She has put sandbanks where I have anchored for years.

**Dov Lasker:** Is that true?

**Ines Calloway:** The sea moves faster than the printer does.

**Brigid Moy:** The sea, yes. Not the rocks.

**Dov Lasker:** Will the two of you ever agree?

**Ines Calloway:** We agree on the weather.
`,
  "fire.md": `A fire destroyed the paper mill at Ostra on Sunday. No one was hurt.

"It went up like a box of matches," night watchman Abel Corrigan said.

Fire Chief Sonja Wexler told a news conference that the sprinklers "had not been tested since spring." State Fire Marshal Dominic Ruiz, standing beside her, interrupted: "That is under investigation."

Mill owner Gerald Stroud, 71, was in Spain. "I will rebuild if the insurers let me," he said by telephone.

His son, Gerald Stroud Jr., who runs the mill, wept. "These are forty families," the younger Stroud said. "I know all of their dogs."

"We have enough paper for two weeks," Ostra Post editor Lucille Hart wrote to readers. Her competitor, Bram Vos of the Ostra Bugle, offered to help: "We have presses to spare."

Rep. Anita Valdez, whose district includes Ostra, criticized Stroud. "You can't run a mill from a beach," Valdez, a Democrat, told the Post. Asked about her remarks, Stroud said, "She can come and run it."

"The sprinklers passed in May," insisted Todd Lemke, who sold them to the mill. But Wexler said Lemke's records "do not match ours."

Corrigan's wife Moira remembers the sound. "Like the sea," she said. "He was white as paper when he came in."

Governor Leonard Pike, at a separate event, said he had spoken to Stroud. "He told me, 'We will be back by Christmas,'" Pike said. "I believe him."

The mayor of nearby Falk, Judith Amsel, said her town would "take in anyone who needs a roof," while Ostra's own mayor, Colm Deasy, was still looking for words: "I don't know yet. I just don't know."

"No comment," said the insurer's spokesman, Reed Fallon. Fallon's boss, Margit Elling, was not available.
`,
  "bridge.md": `Drivers split over the Kestrel Bridge

"It depends on the wind," said driver Nell Harker, 58. "On a still day I don't notice."

Beside her, fellow driver Joe Pruitt shook his head. "I count the bolts every time."

"If the state fixes the bearings this year, the bridge will outlive us," he said.
`,
};

const ROWS: readonly (readonly [AttributionCase["expected"], string])[] = [
  ["wrong", "“You are selling what was never yours,” Delphine Achterberg said."],
  ["right", "Gus Tamlin said: “We will lie down in front of the bulldozers.”"],
  ["wrong", "Warren Ikeda said: “We will lie down in front of the bulldozers.”"],
  [
    "wrong",
    "“The offer is half of what the surveyors told us in March,” said Delphine Achterberg.",
  ],
  ["wrong", "“the cranes will be there before the swallows,” Piers Lindqvist said."],
  ["wrong", "“My father has been angry for ten years,” said Gus Tamlin."],
  ["wrong", "Beatriz Souza said: “playing to the gallery.”"],
  ["right", "Beatriz Souza said he “has never once been to the quay.”"],
  ["wrong", "Ned Farrow said she “has never once been to the quay.”"],
  ["right", "“history doesn't pay for pilings,” said Theo Brandvold."],
  ["wrong", "“We’d rather be slow than sorry,” Peter Kastor said."],
  ["wrong", "“I have buried two cousins because of this disease,” said Daniel Park."],
  ["right", "“They should have told us by phone,” said Daniel Park."],
  ["right", "“We got most of what we asked for, and we got it in writing,” said Leila Haddad."],
  ["wrong", "“We got most of what we asked for, and we got it in writing,” said Omar Said."],
  ["wrong", "“We got most of what we asked for, and we got it in writing,” said Conrad Weiss."],
  ["right", "Leila Haddad: “That hasn't happened since 1987.”"],
  ["right", "Conrad Weiss called the deal “painful but fair”, he said."],
  ["wrong", "“painful but fair,” said Leila Haddad."],
  ["right", "“My shoes should get the pay rise,” Tess Gallagher said."],
  ["wrong", "“My shoes should get the pay rise,” Leila Haddad said."],
  ["wrong", "“My shoes should get the pay rise,” Conrad Weiss said."],
  ["right", "Omar Said said he “would do it all over again, handcuffs included”."],
  ["wrong", "Leila Haddad said she “would do it all over again, handcuffs included”."],
  ["wrong", "Greta Holm said she “would do it all over again, handcuffs included”."],
  ["right", "“He was sitting on the rails,” Greta Holm said."],
  ["wrong", "“He was sitting on the rails,” Omar Said said."],
  ["wrong", "“He was sitting on the rails,” Conrad Weiss said."],
  ["right", "Conrad Weiss said he “is a good driver and a bad lawyer”."],
  ["wrong", "Greta Holm said he “is a good driver and a bad lawyer”."],
  ["right", "“The company will lose four million crowns this year,” said Ulrich Bahr."],
  ["wrong", "“The company will lose four million crowns this year,” said Ivy Chen."],
  ["right", "“Thank you to everyone who shared a car,” Phil Esterhazy said."],
  ["wrong", "“Thank you to everyone who shared a car,” Tess Gallagher said."],
  ["right", "“Nobody shared a car with me,” said Tess Gallagher."],
  ["wrong", "“Nobody shared a car with me,” said Phil Esterhazy."],
  ["wrong", "The mayor “walked to work like everyone else”, said Tess Gallagher."],
  ["right", "“My daughter asked me whether trams were extinct,” said Bilal Aziz."],
  ["wrong", "“My daughter asked me whether trams were extinct,” said Leila Haddad."],
  ["right", "“Nobody ever left a hungry table happy,” said Tomas Reyes."],
  ["wrong", "“Nobody ever left a hungry table happy,” said Bilal Aziz."],
  ["wrong", "“Nobody ever left a hungry table happy,” said Dina Korhonen."],
  ["right", "“It showed where my brother hid his sweets,” said Ines Calloway."],
  ["wrong", "“It showed where my brother hid his sweets,” said Dov Lasker."],
  ["right", "“The sea moves faster than the printer does,” said Ines Calloway."],
  ["wrong", "“The sea moves faster than the printer does,” said Brigid Moy."],
  ["wrong", "“She has put sandbanks where I have anchored for years,” said Dov Lasker."],
  ["right", "“She has put sandbanks where I have anchored for years,” said Brigid Moy."],
  ["wrong", "“We agree on the weather,” said Brigid Moy."],
  ["wrong", "“I will rebuild if the insurers let me,” said Leonard Pike."],
  ["right", "“I know all of their dogs,” said Gerald Stroud Jr."],
  ["wrong", "Todd Lemke said the records “do not match ours.”"],
  ["right", "“He was white as paper when he came in,” said Moira Corrigan."],
  ["wrong", "“He was white as paper when he came in,” said Sonja Wexler."],
  ["right", "“I just don't know,” said Colm Deasy."],
  ["right", "“I count the bolts every time,” said Joe Pruitt."],
  ["wrong", "“I count the bolts every time,” said Nell Harker."],
];

export const PAPER_CASES: readonly AttributionCase[] = ROWS.map(([expected, draft]) => ({
  article: "",
  draft,
  expected,
}));
