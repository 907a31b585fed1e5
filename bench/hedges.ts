// News articles → quotes cut out of hedged and denied sentences, and how many are shown without that word.
// npx tsx bench/hedges.ts --data DIR [--articles 1500] [--show 5]
// DIR holds news-6k/articles.jsonl.gz. The rival shows each cut as it was drafted.

import { join } from "node:path";
import { parseArgs } from "node:util";
import type { SourceText } from "../src/core/article.ts";
import { seedRandom } from "../src/evaluate/estimate-measures.ts";
import { expandQuotes } from "../src/quote/expand-quotes.ts";
import { readNews } from "./sets/news-articles.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    articles: { type: "string", default: "1500" },
    show: { type: "string", default: "5" },
  },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Independent of the product's list: the words that its contract names. */
const WEAK =
  /\b(?:not|never|no|nobody|none|neither|cannot|without|den(?:y|ies|ied)|alleged(?:ly)?|reportedly|claim(?:s|ed)?|estimated?|roughly|approximately|nearly|almost|about(?= \d)|up to|at least|may(?= )|might|could|perhaps|possibly|likely|suspected|unconfirmed|plan(?:s|ned)?|would|expected to|if|unless)\b|\b\w+n['’]t\b/giu;
/** What the segmenter took for one sentence and a reader takes for two. */
const SEVERAL = /[.!?]["”’')]?\s?[—–-]?\s\S|[.!?]["”’]?[A-Z—–]/u;
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Halves, the middle, and the words in marks: what a careless writer takes out of a sentence. */
function cutSentence(text: string, { start, end }: Cut): readonly Cut[] {
  const spaces = Array.from(text.slice(start, end).matchAll(/\s/gu), ({ index }) => start + index);
  const at = (share: number): number => spaces[Math.floor(spaces.length * share)] ?? start;
  const marked = /“[^”]{12,}”/u.exec(text.slice(start, end));
  const cuts = [
    { start, end: at(0.5) },
    { start: at(0.5) + 1, end },
    { start: at(0.3) + 1, end: at(0.7) },
    ...(marked === null
      ? []
      : [{ start: start + marked.index + 1, end: start + marked.index + marked[0].length - 1 }]),
  ];
  return cuts.filter((cut) => cut.start < cut.end);
}

const random = seedRandom(7);
const counts = { drafted: 0, shown: 0, lost: 0, cutFree: 0, whole: 0 };
let listed = 0;
for (const { text } of readNews(join(values.data, "news-6k")).slice(0, Number(values.articles))) {
  const files = new Map([["a.txt", { id: "a.txt", text } as SourceText]]);
  let at = 0;
  for (const line of text.split("\n")) {
    const offset = at;
    at += line.length + 1;
    for (const { index, segment } of segmenter.segment(line)) {
      const sentence = { start: offset + index, end: offset + index + segment.trimEnd().length };
      const weak = Array.from(segment.matchAll(WEAK))
        .filter(([word]) => word !== "May")
        .map((match) => sentence.start + match.index);
      if (weak.length === 0 || SEVERAL.test(segment) || segment.length < 40 || random() > 0.25)
        continue;
      for (const cut of cutSentence(text, sentence)) {
        counts.drafted += 1;
        if (weak.some((place) => place < cut.start || place >= cut.end)) counts.cutFree += 1;
        const draft = { articleId: "a.txt", ...cut, text: text.slice(cut.start, cut.end) };
        const [shown] = expandQuotes({ text: "", quotes: [draft] }, files).quotes;
        if (shown === undefined) continue;
        counts.shown += 1;
        if (shown.start <= sentence.start && shown.end >= sentence.end) counts.whole += 1;
        const lost = weak.find((place) => place < shown.start || place >= shown.end);
        if (lost === undefined) continue;
        counts.lost += 1;
        listed += 1;
        if (listed <= Number(values.show)) {
          print(
            `lost “${text.slice(lost, lost + 12)}” of: ${segment.trim()}\n  shown: ${shown.text}`,
          );
        }
      }
    }
  }
}
print(
  `quotes shown ${counts.shown}, cut out of ${counts.drafted} hedged or denied sentences' parts`,
);
print(`hedge or negation of their sentence lost: ${counts.lost}`);
print(`rival, shown as drafted: ${counts.cutFree} lost`);
print(`widened to the whole sentence: ${counts.whole}`);
process.exitCode = counts.lost === 0 ? 0 : 1;
