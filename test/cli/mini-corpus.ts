// An invented folder of news, small enough to be indexed in every test.

export const HARBOUR = `Harbour ferry loses its night crossing
By Ines Varga
The Tidewater Courier
March 3, 2021

The night ferry between Port Alder and Saint Brone will stop running in April, the harbour board said on Tuesday.

Director Lena Okafor told the board that ticket income had fallen by 40 percent in two years. "We carried nine people on an average crossing," she said.

The last boat leaves Port Alder on April 30 at 11 p.m. Season tickets will be refunded in full.
`;

export const BRIDGE = `---
title: Bridge toll rises to six crowns
publisher: Hill Gazette
published: 2022-06-14
---

The toll on the Marrow Bridge rises from four to six crowns in July.

The council says that the money pays for new cables. Engineer Tomas Reyl found rust in eleven of the forty-two cables last autumn.

Lorries over twelve tonnes are banned until the repair is finished.
`;

const BAKERY = `---
title: A bakery for insomniacs
publisher: Hill Gazette
---

Petra Lindqvist opens her bakery at two in the morning because taxi drivers asked her to.

She sells about three hundred buns before sunrise, most of them with cardamom.
`;

export const MINI_CORPUS: Readonly<Record<string, string>> = {
  "corpus/harbour.txt": HARBOUR,
  "corpus/bridge.md": BRIDGE,
  "corpus/bakery.md": BAKERY,
};

/** Answered by harbour.txt. */
export const QUESTION = "Why does the night ferry stop running?";
/** Answered by nothing. */
export const UNANSWERABLE = "Who won the chess championship in Reykjavik?";
