// Harmless texts with an attacker's words → how many are kept, found and proved like any other text.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAssistant } from "../../src/index.ts";
import type { NewsArticle } from "../sets/news-articles.ts";
import { plantTexts } from "./plant-texts.ts";

/** `found`: a search for the words brings a passage that holds them; `proved`: a draft that quotes them is verified. */
export async function measureHarmless(
  texts: readonly string[],
  hosts: readonly NewsArticle[],
): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "pullquote-harmless-"));
  const corpus = join(root, "corpus");
  const planted = plantTexts(texts, hosts);
  planted.write(corpus, "poisoned");
  const assistant = await openAssistant({ corpus, index: join(root, "index") });
  for await (const _event of assistant.index());
  let [found, proved] = [0, 0];
  for (const { id, text } of planted.articles) {
    const sentence = firstLine(text);
    const { passages } = await assistant.search(sentence, { limit: 5 });
    const article = readFileSync(join(corpus, id), "utf8");
    const holds = passages.some(
      ({ excerpt }) => excerpt.articleId === id && excerpt.text.includes(sentence),
    );
    if (holds && article.includes(sentence)) found += 1;
    const draft = { name: "draft.md", text: `The paper prints:\n\n> ${sentence}\n` };
    const { documents } = await assistant.check([draft]);
    const verdicts = documents.flatMap(({ findings }) => findings.map(({ verdict }) => verdict));
    if (verdicts.length > 0 && verdicts.every((verdict) => verdict === "verified")) proved += 1;
  }
  await assistant.close();
  rmSync(root, { recursive: true, force: true });
  const all = planted.articles.length;
  return `harmless look-alikes: found by search ${found} of ${all}, a draft that quotes them verified ${proved} of ${all}`;
}

/** As plain words: what Markdown would read as markup is another matter. */
function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").trim();
}
