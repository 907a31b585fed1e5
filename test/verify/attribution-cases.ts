// Invented articles and drafts that quote them: who the draft gives the words to, and what is right.

/** `right`: passes; `wrong`: misattributed; `unsaid`: passes with a note that the article names nobody. */
export interface AttributionCase {
  readonly article: string;
  readonly draft: string;
  readonly expected: "right" | "wrong" | "unsaid";
}

const WEIR = `---
title: Weir at Tolne will be rebuilt
publisher: Tolne Courier
author: Kaja Brandt
---
The council of Tolne voted on Tuesday to rebuild the weir, ending a quarrel of six years.

“We have run out of excuses,” council leader Maren Stolt told the chamber. “The river will not wait for us.”

Engineer Pavel Ost, who led the survey, was blunter. “The gates are held shut by rust and habit,” he said.

Anglers were angry. “Nobody asked the people who stand in the water,” said Hedda Quist, chair of the angling club, adding: “We will be in court by June.”

Stolt’s predecessor, Olav Renn, defended the old plan. “It was cheap and it was sound,” Renn said, before Stolt interrupted him. “It was neither,” she said.

According to the club’s lawyer, Signe Aas, the permit “was signed by a man who had already resigned.”

The water authority’s director, Dr. Imre Sólyom, said the rebuilt weir would “carry twice the flow in a wet year.”

In a letter to the council, Bishop Anselm Roe-Hart wrote that the mill was “the last thing our grandfathers built together.”

The environment ministry said in a statement that it “has no view on the colour of the gates.”

A spokesman for the builders, Varga & Sons, said: “Work starts when the frost is out of the ground.”
`;

const TRIAL = `Clerk cleared of theft

Jurors in Aldersby took nine hours to clear a town clerk of stealing the fair money.

“I never touched the box,” Tilda Moreau said outside the court, her sister Agnes beside her.

Prosecutor Henrik Vale had told the jury that Moreau “walked out with forty thousand crowns in a hat box.” Her lawyer, Jonas Pell, called that “a fairy tale with receipts.”

“They needed a thief and she was nearest,” Pell added.

Asked whether he would appeal, Vale shook his head. “The verdict is the verdict,” he said.

“It cost her three years,” said Agnes Moreau. “Who gives those back?”

Judge Lucía Ferrán, sentencing nobody for once, thanked the jurors for “a patience I have rarely seen in this room.”

Moreau’s former employer, the fair committee, has not apologised. Its treasurer, Bo Lindqvist, declined to comment, while the committee’s chairman, Ulf Sand, said only that “the books are open to anyone.”

Reporters asked Moreau if she would return to her desk. “Not for twice the pay,” came the reply.

One juror, who asked not to be named, said: “We knew by lunchtime.”
`;

const TALK = `An evening with the lighthouse keepers

The following is an edited conversation between the Gazette’s Petra Noor, the keeper Wim de Graaf and the historian Ana-Lucia Prado.

NOOR: When did you last sleep a whole night?

DE GRAAF: In March, when the lamp broke. The quiet woke me in the end.

PRADO: He tells everyone that story. It was the generator that broke.

NOOR: Is the light still needed?

DE GRAAF: Ships have satellites and still they look for us.

PRADO: The logs show eleven rescues since the last great storm.

NOOR: What will you miss?

DE GRAAF: The arguments. You cannot quarrel with a machine.
`;

const MINE = `Mine reopens under new owner

KARSK (Northern Wire) — The new owner of the Karsk mine promised on Friday to hire back every miner it could find.

Chief executive Dana O’Malley-Reyes said the pit “will be safe or it will be shut.” Union leader Josef Krč disagreed. “She has never been below the second level,” he said of O’Malley-Reyes.

The regional governor, Nils van den Broek, praised the deal, saying it “brings three hundred wages back to the valley.”

“My father died in that shaft,” miner Radu Ionescu told the Northern Wire. “I will not send my son down it.”

“The pumps are new; the props are not,” warned inspector T. K. Lall. O’Malley-Reyes replied that the props “will be changed before a single lamp is lit.”

Ionescu’s wife, Mirela, said that she “counts the stairs he climbs.”

Krč, 58, recalled the strike of his youth: “We ate soup for a year and won nothing.”

“That soup fed my children,” Mirela Ionescu said.

Outside the gates somebody had painted “No props no miners” in red.

“Investors will look closely at the first quarter,” said Ada Fenn, an analyst at Holm Bank. Her colleague Peter Holm was less patient: “I would sell now.”

Minister for mines Gro Aasen later wrote on her page: “I trust the inspector more than the owner.”

In the afternoon, Aasen met Krč and Lall. “It was a frank hour,” she said.

Neither O’Malley-Reyes nor van den Broek was there.
`;

const SCHOOL = `School bans phones, then bans the ban

Headteacher Sir Colm Byrne banned phones in the spring. Last week the governors overruled him.

“It was the calmest term of my life”, said Byrne.

The chair of governors, Prof Adaeze Obi, said parents had complained. Obi: “A school is not a monastery.”

Parent Lars Holt, whose daughter attends the school, said Byrne “meant well and asked nobody.”

A pupil, 14, disagreed with all of them. “I read eleven books,” she said.

Teachers’ union official Maeve Ní Dhomhnaill said her members “never wanted to be customs officers.” She accused the governors of “hiding behind a survey.”

Asked about the survey, Obi said: “Four in five wrote back. That is not hiding.”

Byrne’s deputy, Tom Haig, told parents in an email that the ban would “not return this year.” Haig did not answer questions.

Local councillor Rita Haig – no relation – said: “This will be back by Christmas.”
`;

export const ARTICLES: Readonly<Record<string, string>> = {
  "weir.md": WEIR,
  "trial.md": TRIAL,
  "talk.md": TALK,
  "mine.md": MINE,
  "school.md": SCHOOL,
};

type Row = readonly [expected: AttributionCase["expected"], draft: string];

const WEIR_ROWS: readonly Row[] = [
  ["right", "“We have run out of excuses,” said Maren Stolt."],
  ["right", "“We have run out of excuses,” said the council leader, Maren Stolt."],
  ["wrong", "“We have run out of excuses,” said Pavel Ost."],
  ["wrong", "“We have run out of excuses,” engineer Pavel Ost told the chamber."],
  ["right", "“The river will not wait for us,” Stolt said."],
  ["wrong", "Olav Renn put it simply: “The river will not wait for us.”"],
  ["right", "“The gates are held shut by rust and habit,” said Ost, an engineer."],
  ["wrong", "“The gates are held shut by rust and habit,” said Stolt, the council leader."],
  [
    "wrong",
    "The council’s leader, Maren Stolt, said: “The gates are held shut by rust and habit.”",
  ],
  ["right", "“Nobody asked the people who stand in the water,” said Hedda Quist."],
  ["wrong", "“Nobody asked the people who stand in the water,” said Signe Aas."],
  ["right", "“We will be in court by June,” Quist added."],
  ["wrong", "“We will be in court by June,” said the club's lawyer, Signe Aas."],
  ["right", "Renn insisted: “It was cheap and it was sound.”"],
  ["wrong", "Stolt insisted: “It was cheap and it was sound.”"],
  ["right", "“It was neither,” Stolt said."],
  ["wrong", "“It was neither,” Renn said."],
  ["right", "Signe Aas, a lawyer, says the permit “was signed by a man who had already resigned.”"],
  ["wrong", "Hedda Quist says the permit “was signed by a man who had already resigned.”"],
  ["right", "Imre Solyom said the weir would “carry twice the flow in a wet year.”"],
  ["wrong", "Maren Stolt said the weir would “carry twice the flow in a wet year.”"],
  ["wrong", "According to Pavel Ost, the weir would “carry twice the flow in a wet year.”"],
  ["right", "Bishop Roe-Hart called the mill “the last thing our grandfathers built together.”"],
  ["wrong", "Pavel Ost called the mill “the last thing our grandfathers built together.”"],
  ["wrong", "Hedda Quist said she “has no view on the colour of the gates.”"],
  ["wrong", "Imre Sólyom told reporters: “Work starts when the frost is out of the ground.”"],
  [
    "right",
    "The Tolne Courier reported that the permit “was signed by a man who had already resigned.”",
  ],
  ["wrong", "> The gates are held shut by rust and habit.\n>\n> — Olav Renn"],
  ["right", "> The gates are held shut by rust and habit.\n>\n> — Pavel Ost, engineer"],
];

const TRIAL_ROWS: readonly Row[] = [
  ["right", "“I never touched the box,” said Tilda Moreau."],
  ["wrong", "“I never touched the box,” said Agnes Moreau."],
  ["right", "Vale told jurors that she “walked out with forty thousand crowns in a hat box.”"],
  [
    "wrong",
    "Jonas Pell told jurors that she “walked out with forty thousand crowns in a hat box.”",
  ],
  ["right", "Jonas Pell spoke of “a fairy tale with receipts,” he said."],
  ["wrong", "Henrik Vale called it “a fairy tale with receipts.”"],
  ["wrong", "Prosecutor Vale dismissed the charge as “a fairy tale with receipts.”"],
  ["right", "“They needed a thief and she was nearest,” said her lawyer."],
  ["right", "“They needed a thief and she was nearest,” Mr Pell said."],
  ["wrong", "“They needed a thief and she was nearest,” Mr Vale said."],
  ["right", "“The verdict is the verdict,” said the prosecutor, Henrik Vale."],
  ["wrong", "“The verdict is the verdict,” said Jonas Pell."],
  ["wrong", "“The verdict is the verdict,” said Judge Lucía Ferrán."],
  ["right", "“It cost her three years,” said Agnes Moreau."],
  ["right", "“It cost her three years,” said Moreau’s sister Agnes."],
  ["wrong", "“It cost her three years,” said Tilda Moreau."],
  ["wrong", "“It cost her three years,” said her lawyer, Jonas Pell."],
  ["right", "Judge Lucia Ferran praised “a patience I have rarely seen in this room.”"],
  ["wrong", "Ulf Sand praised “a patience I have rarely seen in this room.”"],
  ["right", "Chairman Ulf Sand says “the books are open to anyone.”"],
  ["wrong", "Treasurer Bo Lindqvist says “the books are open to anyone.”"],
  ["wrong", "“We knew by lunchtime,” said Ulf Sand."],
  ["wrong", "“We knew by lunchtime,” Tilda Moreau said."],
];

const TALK_ROWS: readonly Row[] = [
  ["right", "“The quiet woke me in the end,” says Wim de Graaf."],
  ["right", "“The quiet woke me in the end,” says De Graaf."],
  ["wrong", "“The quiet woke me in the end,” says Ana-Lucia Prado."],
  ["right", "“It was the generator that broke,” says the historian Ana-Lucia Prado."],
  ["wrong", "“It was the generator that broke,” says the keeper, Wim de Graaf."],
  ["right", "“You cannot quarrel with a machine,” de Graaf said."],
  ["wrong", "“You cannot quarrel with a machine,” said Petra Noor."],
  ["wrong", "“The logs show eleven rescues since the last great storm,” de Graaf said."],
  ["right", "“The logs show eleven rescues since the last great storm,” Ana Lucia Prado said."],
  ["wrong", "Prado: “Ships have satellites and still they look for us.”"],
  ["right", "De Graaf: “Ships have satellites and still they look for us.”"],
];

const MINE_ROWS: readonly Row[] = [
  ["right", "Dana O'Malley-Reyes said the pit “will be safe or it will be shut.”"],
  ["wrong", "Josef Krč said the pit “will be safe or it will be shut.”"],
  ["right", "“She has never been below the second level,” said Josef Krc."],
  ["wrong", "“She has never been below the second level,” said Dana O’Malley-Reyes."],
  ["right", "Gov. van den Broek said it “brings three hundred wages back to the valley.”"],
  ["right", "Nils Van den Broek said it “brings three hundred wages back to the valley.”"],
  ["wrong", "O’Malley-Reyes said it “brings three hundred wages back to the valley.”"],
  ["right", "“I will not send my son down it,” said Radu Ionescu, a miner."],
  ["wrong", "“I will not send my son down it,” said his wife, Mirela Ionescu."],
  ["wrong", "“I will not send my son down it,” said Josef Krč."],
  ["right", "“The pumps are new; the props are not,” said T.K. Lall."],
  ["right", "“The pumps are new; the props are not,” said Inspector Lall."],
  ["wrong", "“The pumps are new; the props are not,” said O’Malley-Reyes."],
  ["right", "O’Malley-Reyes promised the props “will be changed before a single lamp is lit.”"],
  ["wrong", "Lall promised the props “will be changed before a single lamp is lit.”"],
  ["right", "Mirela Ionescu said she “counts the stairs he climbs.”"],
  ["wrong", "Radu Ionescu said he “counts the stairs he climbs.”"],
  ["right", "“We ate soup for a year and won nothing,” Krč remembered."],
  ["wrong", "“We ate soup for a year and won nothing,” Radu Ionescu said."],
  ["wrong", "“That soup fed my children,” said Radu Ionescu."],
  ["unsaid", "Josef Krč said: “No props no miners.”"],
  ["right", "“Investors will look closely at the first quarter,” Ada Fenn said."],
  ["wrong", "“Investors will look closely at the first quarter,” Peter Holm said."],
  ["right", "“I would sell now,” Peter Holm said."],
  ["wrong", "“I would sell now,” Ada Fenn said."],
  ["right", "“I trust the inspector more than the owner,” wrote Gro Aasen."],
  ["wrong", "“I trust the inspector more than the owner,” wrote Ada Fenn."],
  ["wrong", "“It was a frank hour,” said Nils van den Broek."],
  ["unsaid", "“It was a frank hour,” said T. K. Lall."],
  ["unsaid", "“It was a frank hour,” said Gro Aasen."],
];

const SCHOOL_ROWS: readonly Row[] = [
  ["right", "“It was the calmest term of my life,” said Sir Colm Byrne."],
  ["wrong", "“It was the calmest term of my life,” said Adaeze Obi."],
  ["right", "“A school is not a monastery,” Obi said."],
  ["wrong", "“A school is not a monastery,” Byrne said."],
  ["right", "Lars Holt, a parent, said Byrne “meant well and asked nobody.”"],
  ["wrong", "Adaeze Obi said Byrne “meant well and asked nobody.”"],
  ["wrong", "Colm Byrne said he “meant well and asked nobody.”"],
  ["wrong", "“I read eleven books,” said Colm Byrne."],
  ["wrong", "“I read eleven books,” said Lars Holt."],
  ["right", "Maeve Ni Dhomhnaill said her members “never wanted to be customs officers.”"],
  ["wrong", "Lars Holt said the teachers “never wanted to be customs officers.”"],
  ["right", "Ní Dhomhnaill says the governors are “hiding behind a survey.”"],
  ["wrong", "Sir Colm Byrne says the governors are “hiding behind a survey.”"],
  ["right", "“That is not hiding,” said Prof. Obi."],
  ["wrong", "“That is not hiding,” said Maeve Ní Dhomhnaill."],
  ["right", "Tom Haig wrote that the ban would “not return this year.”"],
  ["wrong", "Rita Haig wrote that the ban would “not return this year.”"],
  ["wrong", "“This will be back by Christmas,” said Tom Haig."],
  ["right", "“This will be back by Christmas,” said Rita Haig."],
];

function listCases(article: string, rows: readonly Row[]): readonly AttributionCase[] {
  return rows.map(([expected, draft]) => ({ article, draft, expected }));
}

export const ATTRIBUTION_CASES: readonly AttributionCase[] = [
  ...listCases("weir.md", WEIR_ROWS),
  ...listCases("trial.md", TRIAL_ROWS),
  ...listCases("talk.md", TALK_ROWS),
  ...listCases("mine.md", MINE_ROWS),
  ...listCases("school.md", SCHOOL_ROWS),
];
