// Sentences already read → what the writer that needs no server shows of them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createExtractiveWriter } from "../../../src/answer/extractive/extractive-writer.ts";
import type { DraftPart, DraftQuote } from "../../../src/core/draft.ts";
import type { Evidence } from "../../../src/core/evidence.ts";
import type { StoredPassage } from "../../../src/core/passage.ts";
import { listTerms } from "../../../src/question/question-words.ts";
import { surveyTerms } from "../../../src/search/count-terms.ts";
import { describeAnswerWriter } from "../../contracts/answer-writer.ts";
import {
  makeEvidence,
  makePassage,
  makeRecord,
  readSentences,
  scorePassage,
  understandAs,
} from "../../fixtures/evidence-fixtures.ts";

const LEAST = 0.3;
const writer = createExtractiveWriter(LEAST);

describeAnswerWriter("the built-in writer", async () => createExtractiveWriter(LEAST));

const CUT = "The ferry company cut its fares by a third.";
const WHY = "It hopes for more passengers in the spring.";
const BAND = "A band played on the quay.";
const AGAIN = "Fares on the ferry fell by a third.";
const gazette = makePassage("gazette.txt", 0, [CUT, WHY, BAND], 30);
const herald = makePassage("herald.txt", 0, [AGAIN, "Gulls circled above the nets."]);

type Judge = Parameters<typeof readSentences>[1];

function gather(
  judge: Judge,
  { question = "How far did the ferry fares fall?", passages = [gazette, herald] } = {},
): Evidence {
  const records = ["gazette.txt", "herald.txt"].map((id) => makeRecord(id));
  const byId = new Map(records.map((record) => [record.id, record]));
  const terms = surveyTerms(listTerms(question), passages, byId);
  const scored = passages.map((passage) => scorePassage(passage));
  return readSentences(makeEvidence(question, scored, records, terms), judge);
}

async function draft(evidence: Evidence): Promise<DraftPart[]> {
  const parts: DraftPart[] = [];
  for await (const part of writer.draft(evidence)) parts.push(part);
  return parts;
}

const quotesOf = (parts: readonly DraftPart[]): readonly DraftQuote[] =>
  parts.flatMap((part) => (part.kind === "claim" ? part.quotes : []));
const judgeBy =
  (known: Readonly<Record<string, number>>): Judge =>
  (sentence) =>
    known[sentence] ?? 0.01;

describe("the built-in writer", () => {
  it("quotes the best sentence first, each article in a claim of its own", async () => {
    const parts = await draft(gather(judgeBy({ [AGAIN]: 0.9, [BAND]: 0.5 })));
    const claims = parts.filter(({ kind }) => kind === "claim");
    expect(claims).toMatchObject([
      { quotes: [{ articleId: "herald.txt", text: AGAIN }] },
      { quotes: [{ articleId: "gazette.txt", text: BAND }] },
    ]);
    expect(parts.at(-1)).toEqual({ kind: "confidence", value: 0.9 });
  });

  it("leaves out what is far less likely to answer than the best", async () => {
    const quotes = quotesOf(await draft(gather(judgeBy({ [CUT]: 0.9, [AGAIN]: 0.05 }))));
    expect(quotes.map(({ text }) => text)).toEqual([CUT]);
  });

  it("says where in a quote the words stand that answer", async () => {
    const evidence = gather(judgeBy({ [CUT]: 0.9 }));
    const start = gazette.start + CUT.indexOf("a third");
    const [best, ...others] = evidence.sentences;
    const answer = { start, end: start + "a third".length };
    const sentences = best === undefined ? [] : [{ ...best, answer }, ...others];
    expect(quotesOf(await draft({ ...evidence, sentences }))).toMatchObject([{ answer }]);
  });

  it("makes one quote of neighbours in a paragraph, in the article's own words", async () => {
    const quotes = quotesOf(await draft(gather(judgeBy({ [WHY]: 0.9, [CUT]: 0.6 }))));
    expect(quotes).toMatchObject([{ start: 30, text: `${CUT} ${WHY}` }]);
  });

  it("keeps sentences apart that stand apart, or in two paragraphs", async () => {
    const apart = quotesOf(await draft(gather(judgeBy({ [CUT]: 0.9, [BAND]: 0.8 }))));
    expect(apart.map(({ text }) => text)).toEqual([CUT, BAND]);
    const text = `${CUT}\n\n${WHY}`;
    const [first, second] = [
      { start: 0, end: CUT.length },
      { start: CUT.length + 2, end: text.length },
    ];
    const parted = { ...makePassage("gazette.txt", 0, [text]), sentences: [first, second] };
    const evidence = gather(judgeBy({ [CUT]: 0.9, [WHY]: 0.8 }), { passages: [parted] });
    expect(quotesOf(await draft(evidence)).map((quote) => quote.text)).toEqual([CUT, WHY]);
  });

  it("shows a sentence once, whichever articles print it", async () => {
    const reprint = makePassage("herald.txt", 0, [CUT.replaceAll("'", "’")]);
    const evidence = gather(judgeBy({ [CUT]: 0.9 }), { passages: [gazette, reprint] });
    expect(quotesOf(await draft(evidence)).filter(({ text }) => text === CUT)).toHaveLength(1);
  });

  it("shows more where all of something is wanted", async () => {
    const towns = ["Ghent", "Bruges", "Liège", "Namur", "Mons", "Ostend", "Ieper"];
    const passages = towns.map((town, at) =>
      makePassage(`${at}.txt`, 0, [`A ferry goes to ${town}.`]),
    );
    const evidence = gather(() => 0.6, { passages });
    const some = quotesOf(await draft(evidence)).length;
    const all = quotesOf(await draft(understandAs(evidence, { wantsAll: true }))).length;
    expect(all).toBe(towns.length);
    expect(some).toBeLessThan(all);
  });

  it("refuses below its least confidence, with the closest sentences and how sure it was", async () => {
    const parts = await draft(gather(judgeBy({ [CUT]: 0.2, [AGAIN]: 0.1 })));
    expect(parts).toMatchObject([
      { kind: "abstention", reason: "not-said", closest: [{ text: CUT }, { text: AGAIN }, {}] },
      { kind: "confidence", value: 0.2 },
    ]);
  });

  it.each([
    ["a name that stands nowhere", "How much does the ferry to Oslo cost?", "unknown-name", "Oslo"],
    ["a question without a subject", "???", "unclear-question", ""],
    ["what no sentence says", "Why did the ferry sink?", "not-said", ""],
  ])("tells why it refuses: %s", async (_, question, reason, named) => {
    const [part] = await draft(gather(() => 0.05, { question }));
    expect(part).toMatchObject({ kind: "abstention", reason });
    expect(part?.kind === "abstention" && part.detail).toContain(named);
  });

  it("asks whether another name was meant, one letter away", async () => {
    const verbeek = makePassage("gazette.txt", 0, [
      "The ferry company named Ada Verbeek its head.",
    ]);
    const question = "When did Ada Verbek resign?";
    const [part] = await draft(gather(() => 0.05, { question, passages: [verbeek] }));
    expect(part?.kind === "abstention" && part.detail).toContain("“Verbeek”");
  });

  it("refuses where nothing was read", async () => {
    const nothing = gather(() => 0, { question: "Who sank the ferry?", passages: [] });
    expect(await draft(nothing)).toMatchObject([
      { kind: "abstention", reason: "no-match", closest: [] },
      { kind: "confidence", value: 0 },
    ]);
  });

  it("quotes only what slices its passage, nothing twice, for any judgement", async () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const judgements = fc.array(chance, { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(judgements, fc.boolean(), async (judged, wantsAll) => {
        let next = 0;
        const evidence = gather(() => judged[next++ % judged.length] ?? 0);
        const asked = understandAs(evidence, { wantsAll });
        const parts = await draft(asked);
        const closest = parts.flatMap((part) => (part.kind === "abstention" ? part.closest : []));
        expectSound([...quotesOf(parts), ...closest], [gazette, herald]);
        expect(quotesOf(parts).length > 0).toBe(evidence.confidence >= LEAST);
      }),
    );
  });
});

function expectSound(quotes: readonly DraftQuote[], passages: readonly StoredPassage[]): void {
  for (const { articleId, start, end, text } of quotes) {
    const passage = passages.find((one) => one.articleId === articleId);
    expect(passage?.text.slice(start - passage.start, end - passage.start)).toBe(text);
    const overlapping = quotes.filter(
      (other) => other.articleId === articleId && other.start < end && start < other.end,
    );
    expect(overlapping).toHaveLength(1);
  }
}
