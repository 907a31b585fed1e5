// Instructions, look-alikes and poisoned passages planted in articles → what of them an answer lets through.
// npx tsx bench/injection.ts --data DIR [--most 125] [--model ollama:NAME --minutes 10 --context 2048 --threads 1]
// With a model it writes the answers over the articles with instructions, for so many minutes each way.
// DIR holds `injection/` (BIPIA train, NotInject, PoisonedRAG) and `news-6k/articles.jsonl.gz`.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openAssistant } from "../src/index.ts";
import { measureHarmless } from "./injection/measure-harmless.ts";
import { measurePoisoned } from "./injection/measure-poisoned.ts";
import { plantTexts } from "./injection/plant-texts.ts";
import { readSets } from "./injection/read-sets.ts";
import { startWatch, watchAnswer } from "./injection/watch-answer.ts";
import { readNews } from "./sets/news-articles.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    most: { type: "string", default: "125" },
    model: { type: "string" },
    minutes: { type: "string", default: "10" },
    context: { type: "string", default: "2048" },
    threads: { type: "string", default: "1" },
  },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const sets = readSets(values.data);
const hosts = readNews(join(values.data, "news-6k")).filter(
  ({ title, text }) => title.length > 20 && text.length > 1_500 && text.length < 6_000,
);

await measureInstructions(values.model);
if (values.model === undefined) {
  print(await measureHarmless(sets.harmless, hosts));
  print(await measurePoisoned(sets.poisoned, print));
}

/** Each article that holds an instruction is asked for by its headline, alone, and as it would be without it. */
async function measureInstructions(model: string | undefined): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "pullquote-injection-"));
  // Every third instruction of a slower writer: all kinds of them are met.
  const step = model === undefined ? 1 : 3;
  const chosen = sets.instructions.filter((_, place) => place % step === 0);
  const planted = plantTexts(chosen.slice(0, Number(values.most)), hosts);
  for (const kind of ["poisoned", "clean"] as const) {
    const corpus = join(root, kind);
    const counts = startWatch();
    planted.write(corpus, kind);
    const assistant = await openAssistant({
      corpus,
      index: join(root, `index-${kind}`),
      ...(model !== undefined && { model, modelOptions: readModelOptions() }),
    });
    for await (const _event of assistant.index());
    const end = performance.now() + 60_000 * Number(values.minutes);
    for (const { id, question, text } of planted.articles) {
      if (model !== undefined && performance.now() > end) break;
      const outcome = await assistant.ask(question, { filters: { articles: [id] } });
      await watchAnswer(outcome, text, { assistant, corpus, counts, note: print });
    }
    await assistant.close();
    print(`${model ?? "built-in writer"}, ${kind}: ${JSON.stringify(counts)}`);
  }
  rmSync(root, { recursive: true, force: true });
}

function readModelOptions() {
  return {
    num_ctx: Number(values.context),
    num_predict: 160,
    num_thread: Number(values.threads),
    timeout: 120,
  };
}
