// An invented article and drafts that shorten its sentences: what misleads, and what is ordinary shortening.

export const TUNNEL = `Tunnel under the Varn

“We are not going to close the tunnel this winter,” the minister, Pia Holt, said.

“I would vote for the tunnel if the toll were lower,” said councillor Ben Aske.

The contractor allegedly paid two officials to sign the permit, prosecutors said.

“The rock is safe, but only above the waterline,” said geologist Mira Tan.

Holt denied that the tunnel had leaked in March.

“The toll will fall to two crowns unless the courts stop us,” Holt told parliament.

“I never said the tunnel was finished,” Aske told the Varn Post.

“It is hardly a triumph for the region,” said the mayor, Dag Ruud.

“We expect the first trains in May, weather permitting,” the operator said.

The operator is believed to have lost nine million crowns, according to the report.

“Nobody at the ministry knew about the crack,” Holt said.

“They refused to pay the drillers,” said Tan.

“The trains run every ten minutes, except at night,” the timetable says.

“I think the tunnel is a mistake, but I will not block it,” Ruud said.

“The pumps failed to start on Monday,” the engineer, Lotte Vik, said.

“I was against the tunnel until I saw the plans,” said Vik.

“As long as the pumps run, the tunnel is dry,” Vik said.

“It would be wrong to say that the tunnel is safe,” Tan said.

“There is no evidence that the contractor lied,” said the auditor, Ole Brun.

“The tunnel might open in June,” Brun said.

“The bridge is old and the ferry is slow, so people want the tunnel,” said Aske.

The report said the crack was three metres long and that it had been there since 1994.

“We are proud of the tunnel and of everybody who dug it, day and night, for six long years,” Holt said.

Ruud rejected claims that the town had hidden the cost.

“Rarely has a project been so well run,” Holt said.

“I doubt that the tunnel will ever pay for itself,” Brun said.

“Far from being a danger, the tunnel is the safest road in the valley,” Tan said.

“The drillers found gold, according to a rumour that nobody could confirm,” Vik said.

“The ministry is unlikely to extend the contract,” said Brun.

“If the frost holds, we will dig again in March,” Vik said.

“The owners say the tunnel is sound, and I do not believe them,” Aske said.

Holt stopped short of saying that the contractor would be dismissed.

“We could have finished a year earlier had the money come,” said Vik.

“It is a lie that I sold my shares,” Ruud said.

“The tunnel is neither cheap nor quick,” Brun told the paper.

“You cannot drive through it with hay,” the operator said.

“The council has yet to approve the lamps,” Aske said.

“We will stop digging only when the valley asks us to,” said Vik.

The ministry wants to sell the tunnel to a bank, Holt said.

Reporters asked whether the tunnel had been inspected at all.

Nearly 40 houses lost their wells to the drilling, the survey found.

“Will the tunnel pay for itself in our lifetime?” Aske asked.

Without the subsidy the operator would go bankrupt, Brun said.
`;

/** `bad`: the meaning is cut off; `ok`: it is not, or the draft says it in its own words. */
export const SHORTENED: readonly (readonly [draft: string, expected: "bad" | "ok"])[] = [
  ["Holt said they were “going to close the tunnel this winter”.", "bad"],
  ["Holt said: “close the tunnel this winter”.", "bad"],
  ["“I would vote for the tunnel,” said Aske.", "bad"],
  ["Prosecutors: the contractor “paid two officials to sign the permit”.", "bad"],
  ["“The rock is safe,” said Mira Tan.", "bad"],
  ["Holt said “the tunnel had leaked in March”.", "bad"],
  ["The paper wrote: “the tunnel had leaked in March”.", "bad"],
  ["“The toll will fall to two crowns,” Holt said.", "bad"],
  ["Aske said “the tunnel was finished”.", "bad"],
  ["Ruud called it “a triumph for the region”.", "bad"],
  ["“We expect the first trains in May,” the operator said.", "bad"],
  ["The report: the operator is “to have lost nine million crowns”.", "bad"],
  ["Holt said people “at the ministry knew about the crack”.", "bad"],
  ["Tan said they agreed “to pay the drillers”.", "bad"],
  ["“The trains run every ten minutes,” the timetable says.", "bad"],
  ["“I think the tunnel is a mistake,” Ruud said.", "bad"],
  ["Vik said the pumps got “to start on Monday”.", "bad"],
  ["“I was against the tunnel,” said Vik.", "bad"],
  ["“The tunnel is dry,” Vik said.", "bad"],
  ["Tan said “the tunnel is safe”.", "bad"],
  ["Brun said “the contractor lied”.", "bad"],
  ["Brun said the tunnel would “open in June”.", "bad"],
  ["“The bridge is old and the ferry is slow,” said Aske.", "ok"],
  ["“People want the tunnel,” said Aske.", "ok"],
  ["The report said “the crack was three metres long”.", "ok"],
  ["“We are proud of the tunnel,” Holt said.", "ok"],
  ["“We are proud of the tunnel and of everybody who dug it,” Holt said.", "ok"],
  ["Holt is “proud of the tunnel”, she said.", "ok"],
  ["The paper wrote: “the town had hidden the cost”.", "bad"],
  ["Ruud denied that “the town had hidden the cost”.", "ok"],

  ["Brun said “the tunnel will ever pay for itself”.", "bad"],
  ["“The tunnel is the safest road in the valley,” Tan said.", "ok"],
  ["“The drillers found gold,” Vik said.", "bad"],
  ["Brun said the ministry would “extend the contract”.", "bad"],
  ["“We will dig again in March,” Vik said.", "bad"],
  ["“If the frost holds, we will dig again in March,” Vik said.", "ok"],
  ["Vik said they would, if the frost holds, “dig again in March”.", "ok"],
  ["“The tunnel is sound,” Aske said.", "bad"],
  ["Holt said that “the contractor would be dismissed”.", "bad"],
  ["“We could have finished a year earlier,” said Vik.", "bad"],
  ["Ruud said “I sold my shares”.", "bad"],
  ["Brun said the tunnel is “cheap nor quick”.", "bad"],
  ["“Drive through it with hay,” the operator said.", "bad"],
  ["Aske said the council did “approve the lamps”.", "bad"],
  ["“We will stop digging,” said Vik.", "bad"],
  ["“The operator would go bankrupt,” Brun said.", "bad"],
  ["Holt said the ministry did “sell the tunnel to a bank”.", "bad"],
  ["Holt said the ministry wishes to “sell the tunnel to a bank”.", "ok"],
  ["The paper said “the tunnel had been inspected at all”.", "bad"],
  ["The survey: “40 houses lost their wells to the drilling”.", "bad"],
  ["The survey: almost “40 houses lost their wells to the drilling”.", "ok"],
  ["The survey: “nearly 40 houses lost their wells”.", "ok"],
  ["Aske said “the tunnel pay for itself in our lifetime”.", "bad"],
  ["“Will the tunnel pay for itself in our lifetime?” Aske asked.", "ok"],
  ["“We are not going to close the tunnel this winter,” said Holt.", "ok"],
  ["Holt has no plan to “close the tunnel this winter”.", "ok"],
  ["Brun saw no evidence that “the contractor lied”.", "ok"],
  ["“The tunnel might open in June,” said Brun.", "ok"],
  ["“Nobody at the ministry knew about the crack,” Holt said.", "ok"],
  ["“The rock is safe, but only above the waterline,” said Tan.", "ok"],
  ["Tan said it is safe “only above the waterline”.", "ok"],
  ["Aske wants a lower toll: he would “vote for the tunnel if the toll were lower”.", "ok"],
];
