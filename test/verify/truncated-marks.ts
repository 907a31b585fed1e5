// An invented article in straight marks and drafts that shorten its sentences: openings that limit, conditions, others' claims.

/** The same in straight marks. */
export const DAM = `The dam at Ulm Pass is to be raised by four metres, the ministry said on Monday.

Even if the wall cracks in a hard winter, the valley will stay dry, engineer Lena Foss told residents.

"But if the contractor doesn't deliver … then I think we're going to have to look for another one," Foss said.

"Eventually, every house below the dam will get a new well, but for now nothing changes," said Mayor Arvid Kool.

On rare occasions, it can flood the lower road, the operator's head of safety, Dr Tilde Brandt, said.

"In theory, the turbines can power the whole region," said Brandt.

"I'm not convinced that the dam will hold for a century," said geologist Hugo Pratt.

"It's not that we want to leave," said farmer Edda Lund.

"Under the worst of conditions, the spillway would overflow within an hour," Pratt said.

"Provided the snow melts slowly, we can open the gates in April," Foss said.

"Some people say the ministry lied to us about the soil," said Lund.

"The dam is perfectly safe — at least on paper," said Pratt.

"I would sell my farm tomorrow," said Lund, "if anybody wanted it."

"We'll compensate every farmer," Kool said. "That is, if the court orders us to."

"I used to think the dam was a crime," Lund said.

"They claim that the fish will come back on their own," said biologist Noor Haan.

"Unless parliament objects, work begins in June," the minister, Ilse Roth, said.

"The ministry has no plans to close the pass road, and it never had," Roth said.

"Nobody here believes that the wall is straight," Lund said.

"Had we known about the clay, we would have built it elsewhere," said Foss.

"The lake may look calm, but it kills somebody every summer," said Brandt.

"Critics say the dam is a monument to vanity," Kool told the Courier. "I call it a bath tub."

"It would be a disaster if the gates failed at night," said Brandt.

"Only in an emergency will we empty the lake," said Foss.

"The village of Orm is lost, unless a wall is built by autumn," Pratt said.

"I don't think anyone will drown," Kool said.

"You could say that the dam saved us," said Lund. "But you would be wrong."

"With luck, the concrete will last for two hundred years," said Foss.

"For the most part, the valley supports the project," Kool said.

"If I were the minister, I would stop the work today," Pratt said.

"It isn't true that we poisoned the lake," the operator said.

"We were wrong to promise free power for everyone," Roth said.

"Contrary to what you read, the reservoir is full," Foss said.

"Until the tests are done, the water is safe to drink only when boiled," Brandt said.

"So far, no one has been able to show that the plan works," said Haan.

"I'd love to tell you that the worst is over, but I can't," Kool said.

"Rumor has it that Foss will resign," said Lund.

"As things stand, the project is dead, though that could change on Monday," Roth said.

"In the unlikely event that the gates jam, the army will blow them open," said Foss.

"Most of the old houses can be saved, but not the church," Kool said.

"We will pay for the new school, assuming the bank agrees," Roth told the council.

"Perhaps the trout will return next year," Haan said.

"Whether the dam will ever earn its cost is an open question," Pratt said.

"The dam, if it is ever finished, will be the tallest in the country," Roth said.

"He says the cement was mixed properly. It wasn't," said Pratt.

"The lake is beautiful in spring and the children love it, so we take them every Sunday," Lund said.

"We looked at six designs and chose the third because it was the cheapest," said Foss.

"Last year we planted nine thousand trees, most of them by hand," Haan said.

"When the snow comes, the road is closed and the post arrives by sled," said Lund.

"The engineers worked through Christmas, which nobody had asked of them," Roth said.

"However you count it, the valley gained three hundred jobs," said Kool.

"According to our figures, the lake holds a million tons of water," Foss said.

"As I said in March, the gates are new and the pumps are newer," Brandt said.

"Although it rained all week, the cellar stayed dry," said Lund.

"I was born here, and I will die here, dam or no dam," said Lund.
`;

export const DAM_SHORTENED: readonly (readonly [draft: string, expected: "bad" | "ok"])[] = [
  ["Lena Foss said: “the wall cracks in a hard winter.”", "bad"],
  ["“I think we're going to have to look for another one,” Foss said.", "bad"],
  ["“every house below the dam will get a new well,” said Arvid Kool.", "bad"],
  ["“it can flood the lower road,” Tilde Brandt said.", "bad"],
  ["“the turbines can power the whole region,” said Brandt.", "bad"],
  ["“the dam will hold for a century,” said Hugo Pratt.", "bad"],
  ["“we want to leave,” said Edda Lund.", "bad"],
  ["“the spillway would overflow within an hour,” Pratt said.", "bad"],
  ["“we can open the gates in April,” Foss said.", "bad"],
  ["“the ministry lied to us about the soil,” said Lund.", "bad"],
  ["“The dam is perfectly safe,” said Pratt.", "bad"],
  ["“I would sell my farm tomorrow,” said Lund.", "bad"],
  ["“the dam was a crime,” Lund said.", "bad"],
  ["“the fish will come back on their own,” said Noor Haan.", "bad"],
  ["“work begins in June,” Ilse Roth said.", "bad"],
  ["Ilse Roth has “plans to close the pass road,” she said.", "bad"],
  ["“the wall is straight,” Lund said.", "bad"],
  ["“we would have built it elsewhere,” said Foss.", "bad"],
  ["“it kills somebody every summer,” said Brandt.", "ok"],
  ["“the dam is a monument to vanity,” said Arvid Kool.", "bad"],
  ["“It would be a disaster,” said Brandt.", "bad"],
  ["“will we empty the lake,” said Foss.", "bad"],
  ["“The village of Orm is lost,” Pratt said.", "bad"],
  ["“anyone will drown,” Kool said.", "bad"],
  ["“the dam saved us,” said Lund.", "bad"],
  ["“the concrete will last for two hundred years,” said Foss.", "bad"],
  ["“the valley supports the project,” Kool said.", "bad"],
  ["“I would stop the work today,” Pratt said.", "bad"],
  ["“we poisoned the lake,” the operator said.", "bad"],
  ["Roth said they were right “to promise free power for everyone.”", "bad"],
  ["“the water is safe to drink,” Brandt said.", "bad"],
  ["“the plan works,” said Haan.", "bad"],
  ["“the worst is over,” Kool said.", "bad"],
  ["“Foss will resign,” said Lund.", "bad"],
  ["“the project is dead,” Roth said.", "bad"],
  ["“the army will blow them open,” said Foss.", "bad"],
  ["“Most of the old houses can be saved, but not the church,” Kool said.", "ok"],
  ["“We will pay for the new school,” Roth said.", "bad"],
  ["“the trout will return next year,” Haan said.", "bad"],
  ["“the dam will ever earn its cost,” Pratt said.", "bad"],
  ["“The cement was mixed properly,” said Pratt.", "bad"],
  ["“The lake is beautiful in spring and the children love it,” Lund said.", "ok"],
  ["“We looked at six designs,” said Foss.", "ok"],
  ["“we planted nine thousand trees,” Haan said.", "ok"],
  ["“the road is closed and the post arrives by sled,” said Lund.", "ok"],
  ["“The engineers worked through Christmas,” Roth said.", "ok"],
  ["“the valley gained three hundred jobs,” said Kool.", "ok"],
  ["“the lake holds a million tons of water,” Foss said.", "ok"],
  ["“the gates are new and the pumps are newer,” Brandt said.", "ok"],
  ["“the cellar stayed dry,” said Lund.", "ok"],
  ["“I was born here, and I will die here,” said Lund.", "ok"],
  ["“chose the third because it was the cheapest,” said Foss.", "ok"],
  ["Foss said that if the contractor fails, “we're going to have to look for another one.”", "ok"],
  ["On rare occasions “it can flood the lower road,” Tilde Brandt said.", "ok"],
  ["In theory “the turbines can power the whole region,” said Brandt.", "ok"],
  [
    "Eventually “every house below the dam will get a new well,” but nothing changes now, said Arvid Kool.",
    "ok",
  ],
];
