// Nothing → a folder of invented articles, and an assistant whose writer is the stand-in server.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Assistant, openAssistant } from "../../src/index.ts";
import type { StandIn } from "./stand-in-server.ts";

const LAMP_ARTICLES: Readonly<Record<string, string>> = {
  "herald.md": `---
title: New lamps for the harbour
publisher: Saltmarsh Herald
published: 2016-03-04
---
The harbour board bought 40 lamps on Friday after two boats ran aground in the dark.
The lamps cost $1,200 each, the board's chairwoman, Dora Quill, told reporters.
"We were promised light, and we got candles," said Emil Harsk, who has fished there for 30 years.
Fishermen had asked for lamps since the winter of 2014, but the board did not act.

The board will not replace the old lighthouse, which was closed in 1998.
More than half of the harbour's 86 moorings have no lamp at all.
`,
  "courier.md": `---
title: Lamps fail in fog
publisher: Northgate Courier
published: 2016-04-11
---
The new harbour lamps do not work in fog, a pilot said on Monday.
About 15 of the 40 lamps have failed since March, according to the Pilots' Union.
The board denied that the lamps were faulty and blamed the salt water.
Repairs would take three months and cost $9,500, an engineer estimated.
`,
};

export interface LampDesk {
  readonly assistant: Assistant;
  readonly corpus: string;
  close(): Promise<void>;
}

/** The index is made; questions go to the model `ollama:stand-in` at the stand-in's address. */
export async function openLampDesk(
  standIn: StandIn,
  options: Readonly<Record<string, number>> = {},
  model = "ollama:stand-in",
): Promise<LampDesk> {
  const root = mkdtempSync(join(tmpdir(), "pullquote-lamps-"));
  const corpus = join(root, "corpus");
  writeArticles(corpus);
  process.env["OLLAMA_HOST"] = standIn.host;
  const assistant = await openAssistant({
    corpus,
    index: join(root, "index"),
    model,
    modelOptions: options,
  });
  for await (const _event of assistant.index()) {
    // Only the finished index matters.
  }
  return {
    assistant,
    corpus,
    async close() {
      await assistant.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function writeArticles(corpus: string): void {
  mkdirSync(corpus, { recursive: true });
  for (const [name, text] of Object.entries(LAMP_ARTICLES)) writeFileSync(join(corpus, name), text);
}
