// Evidence → runs of neighbouring passages, to be scored in their surroundings.

import type { Evidence } from "../../model/evidence.ts";
import type { StoredPassage } from "../../model/passage.ts";
import type { Span } from "../../model/span.ts";

/** A sentence of the evidence: `text` is the article's at `[start, end)`. */
export interface EvidenceSentence extends Span {
  readonly articleId: string;
  readonly text: string;
}

/**
 * Neighbouring passages of one article. `spans[i]` slices the run's `text` to `sentences[i].text`;
 * what the article has between two passages is not in the run.
 */
export interface EvidenceRun {
  readonly text: string;
  readonly title?: string;
  readonly spans: readonly Span[];
  readonly sentences: readonly EvidenceSentence[];
}

const JOINT = "\n\n";

/** Articles in the order of their best passage, runs in the order of the article. */
export function gatherRuns(evidence: Evidence): EvidenceRun[] {
  const byArticle = new Map<string, StoredPassage[]>();
  for (const { passage } of evidence.passages) {
    byArticle.set(passage.articleId, [...(byArticle.get(passage.articleId) ?? []), passage]);
  }
  return [...byArticle].flatMap(([articleId, passages]) => {
    const title = evidence.articles.get(articleId)?.metadata.title?.value;
    return splitAtGaps(passages).map((run) => joinPassages(run, title));
  });
}

function splitAtGaps(passages: readonly StoredPassage[]): StoredPassage[][] {
  const runs: StoredPassage[][] = [];
  for (const passage of passages.toSorted((one, other) => one.start - other.start)) {
    const run = runs.at(-1);
    if (run !== undefined && passage.position - (run.at(-1)?.position ?? 0) <= 1) run.push(passage);
    else runs.push([passage]);
  }
  return runs;
}

function joinPassages(passages: readonly StoredPassage[], title: string | undefined): EvidenceRun {
  let text = "";
  const spans: Span[] = [];
  const sentences: EvidenceSentence[] = [];
  for (const passage of passages) {
    if (text !== "") text += JOINT;
    for (const { start, end } of passage.sentences) {
      const shift = text.length - passage.start;
      spans.push({ start: start + shift, end: end + shift });
      const words = passage.text.slice(start - passage.start, end - passage.start);
      sentences.push({ articleId: passage.articleId, start, end, text: words });
    }
    text += passage.text;
  }
  return { text, spans, sentences, ...(title === undefined ? {} : { title }) };
}
