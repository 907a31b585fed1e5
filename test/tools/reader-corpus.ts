// An invented folder for the page of open: articles with dates, a dispute, a PDF, and one that is hostile in name and words.

import { MINI_CORPUS } from "../cli/mini-corpus.ts";
import { makePdf } from "../corpus/formats/make-pdf.ts";

export const ODD_NAME = "well's & <b>q#1?%2e.md";

const CRANES = (count: string, publisher: string, day: string): string => `---
title: The quay and its cranes
publisher: ${publisher}
published: ${day}
---

The quay has ${count} cranes, the harbour master said.

${publisher} walked along the quay to look at them in the rain.
`;

const CRANE = `---
title: The crane at Port Alder
publisher: Harbour News
published: 2021-05-04
---

The crane at Port Alder was ordered in March 2019.

The crane was delivered on 12 June 2020 by a barge from Saint Brone.

The crane lifted its first container on 3 August 2020.
`;

const HOSTILE = `---
title: "<img src=x onerror=document.title='ran'>"
publisher: "</script><script>globalThis.ran='ran'</script>"
---

<img src=x onerror="globalThis.ran='ran'"> said nothing at all.

The poisoner of wells said that <script>globalThis.ran="ran"</script> stands \u202ein the water\u202c of every well.
`;

export const CORPUS: Readonly<Record<string, string | Uint8Array>> = {
  ...MINI_CORPUS,
  "corpus/crane.md": CRANE,
  "corpus/cranes-one.md": CRANES("nine", "Hill Gazette", "2022-03-01"),
  "corpus/cranes-two.md": CRANES("twelve", "Dale Post", "2022-03-01"),
  [`corpus/${ODD_NAME}`]: HOSTILE,
  "corpus/report.pdf": makePdf({
    pages: [
      [
        { x: 40, y: 440, text: "A quiet week at the lighthouse", size: 20, bold: true },
        { x: 40, y: 400, text: "The first page tells of the weather on the quay." },
      ],
      [{ x: 40, y: 440, text: "The lighthouse keeper retired on Friday." }],
    ],
  }),
};

/** 5 MB of prose with one sentence of its own in the middle. */
export function makeLongArticle(sentence: string): string {
  const prose = "The dredger came back to the canal, and ward by ward the lock keepers cheered. ";
  const half = Array.from({ length: 16_000 }, (_, at) => `${at}. ${prose.repeat(2)}\n\n`).join("");
  return `A long winter\n\n${half}${sentence}\n\n${half}`;
}
