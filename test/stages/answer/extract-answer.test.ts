import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftPart } from "../../../src/model/draft.ts";
import { extractAnswer } from "../../../src/stages/answer/extract-answer.ts";
import { gatherRuns } from "../../../src/stages/answer/gather-runs.ts";
import { measureTermMatches } from "../../../src/stages/answer/measure-term-matches.ts";
import type { ScoredSentence } from "../../../src/stages/answer/rank-sentences.ts";
import { surveyTerms } from "../../../src/search/survey-terms.ts";
import { listContentStems, stemWord } from "../../../src/text/stems.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeEvidence, makePassage, makeRecord, scorePassage } from "../evidence-fixtures.ts";

const field = (value: string) => ({ value, origin: "found" as const });
const gazette = makePassage("gazette.txt", 0, [
  "The ferry company cut its fares by a third in May.",
  "Passengers cheered the ferry company.",
]);
const herald = makePassage("herald.txt", 0, [
  "Fares on the ferry fell to 40 crowns.",
  "A band played on the quay.",
]);
const records = [
  makeRecord("gazette.txt", { publisher: field("Gazette"), published: field("2024-05-07") }),
  makeRecord("herald.txt", { about: { publisher: "Herald" } }),
];

/**
 * As if a scorer had given each sentence that score, and each word of the question this nearness to
 * all words but itself.
 */
const draftAll = (question: string, scores: readonly number[], nearness = 0.2) => {
  const passages = [gazette, herald];
  const terms = surveyTerms(
    question,
    passages,
    new Map(records.map((record) => [record.id, record])),
  );
  const scored = passages.map((passage) => scorePassage(passage));
  const evidence = makeEvidence(question, scored, records, terms);
  const sentences: ScoredSentence[] = gatherRuns(evidence)
    .flatMap((run) => run.sentences)
    .map((sentence, index) => {
      const stems = new Set(listContentStems(sentence.text));
      const words = findWords(question).map(({ text }) =>
        stems.has(stemWord(text)) ? 0.9 : nearness,
      );
      return { ...sentence, score: scores[index] ?? 0, words };
    });
  return extractAnswer(evidence, sentences);
};

const draft = (...args: Parameters<typeof draftAll>) =>
  draftAll(...args).filter(({ kind }) => kind !== "confidence");

describe("extractAnswer", () => {
  it("quotes each article that answers under a plain lead-in, the best first", () => {
    const parts = draft("How much were the ferry fares cut?", [0.7, 0.3, 0.6, 0.2]);
    expect(parts).toEqual([
      {
        kind: "claim",
        text: "Gazette, 7 May 2024:",
        quotes: [{ articleId: "gazette.txt", start: 0, end: 50, text: gazette.text.slice(0, 50) }],
      },
      {
        kind: "claim",
        text: "Brief of Herald's report:",
        quotes: [{ articleId: "herald.txt", start: 0, end: 37, text: herald.text.slice(0, 37) }],
      },
    ]);
  });

  it("hears both sides of a comparison, also the one that scores less", () => {
    const scores = [0.7, 0.2, 0.1, 0.5];
    const both = draft("Compare the ferry company and the band.", scores);
    expect(both).toMatchObject([
      { quotes: [{ articleId: "gazette.txt", start: 0 }] },
      { quotes: [{ articleId: "herald.txt", text: "A band played on the quay." }] },
    ]);
    expect(draft("What of the ferry company, the band?", scores)).toHaveLength(1);
  });

  it("takes the sentence right beside the best that goes on with it, and no other of that rank", () => {
    const question = "Why did the ferry company lower prices?";
    const parts = draft(question, [0.7, 0.57, 0.57, 0.2]);
    expect(parts).toMatchObject([
      { quotes: [{ articleId: "gazette.txt", start: 0 }, { start: 51 }] },
    ]);
    expect(draft(question, [0.7, 0.3, 0.57, 0.2])).toMatchObject([{ quotes: [{ start: 0 }] }]);
  });

  it("names the name that nothing comes near to", () => {
    expect(draft("How much does the ferry to Oslo cost?", [0.6, 0.5, 0.6, 0.2])).toMatchObject([
      { kind: "abstention", reason: "unknown-name", detail: expect.stringContaining("“Oslo”") },
    ]);
  });

  it("is less sure of what it refuses than of what it answers", () => {
    const confidenceIn = (question: string): number => {
      const last = draftAll(question, [0.9, 0.5, 0.6, 0.2]).at(-1);
      return last?.kind === "confidence" ? last.value : Number.NaN;
    };
    expect(confidenceIn("How much were the ferry fares cut?")).toBeGreaterThan(0.9);
    expect(confidenceIn("How much does the ferry to Oslo cost?")).toBeLessThan(0.5);
  });

  it("says what the articles have and what of it they do not say", () => {
    const [part] = draft("What insurance does the Ferry have?", [0.6, 0.3, 0.5, 0.2]);
    expect(part).toMatchObject({
      kind: "abstention",
      reason: "not-said",
      detail: expect.stringMatching(/speak of “Ferry”.* “insurance”/),
    });
  });

  it("answers no question for instructions with a sentence that merely has its object", () => {
    expect(draft("How do I repair a ferry?", [0.5, 0.5, 0.5, 0.2])).toMatchObject([
      { kind: "abstention", reason: "not-said", detail: expect.stringContaining("“repair”") },
    ]);
  });

  it("takes another word of the same letters for no match", () => {
    const terms = [{ text: "founded", stem: "found", isName: false, passages: 1 }];
    const held = new Set(["found"]);
    expect(measureTermMatches("When founded?", terms, held, [0.1, 0.17])).toEqual([0.17]);
    expect(measureTermMatches("When founded?", terms, held, [0.1, 0.7])).toEqual([1]);
  });

  it("takes a word that is written as one there for both of the question's", () => {
    const terms = ["air", "strike"].map((stem) => ({
      text: stem,
      stem,
      isName: false,
      passages: 1,
    }));
    const held = new Set(["airstrik"]);
    expect(measureTermMatches("Which air strikes?", terms, held, [0, 0.3, 0.5])).toEqual([1, 1]);
  });

  it("abstains from weak evidence, with the closest sentences", () => {
    const [part] = draft("Why did the ferry sink?", [0.2, 0.1, 0.1, 0.1], 0.5);
    expect(part).toMatchObject({ kind: "abstention", reason: "weak-evidence" });
    expect(part?.kind === "abstention" && part.closest[0]?.articleId).toBe("gazette.txt");
  });

  it("abstains when no sentence holds the kind of thing that is asked for", () => {
    expect(draft("How many passengers cheered?", [0.2, 0.9, 0.1, 0.1])).toMatchObject([
      { kind: "abstention", reason: "missing-answer-type" },
    ]);
  });

  it.each(["", "???", "what is it?"])("calls a question without a subject unclear: %j", (text) => {
    expect(draft(text, [0.9, 0.9, 0.9, 0.9])).toMatchObject([{ reason: "unclear-question" }]);
  });

  it("takes noise for noise", () => {
    expect(draft("blorp quux zzyx", [0.4, 0.4, 0.4, 0.4])).toMatchObject([{ reason: "no-match" }]);
  });

  it("quotes only what slices its passage, in order and without repeats, for any scores", () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const questions = fc.constantFrom("How far did fares fall?", "What did the ferry do?", "When?");
    const four = fc.array(score, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(questions, four, (question, scores) => {
        for (const part of draft(question, scores, 0.6)) expectSound(part);
      }),
    );
  });
});

const expectSound = (part: DraftPart): void => {
  const quotes = part.kind === "claim" ? part.quotes : [];
  const shown = part.kind === "abstention" ? part.closest : quotes;
  const places = shown.map(({ articleId, start }) => `${articleId} ${start}`);
  expect(new Set(places).size).toBe(places.length);
  for (const { articleId, start, end, text } of shown) {
    const { text: whole } = articleId === gazette.articleId ? gazette : herald;
    expect(whole.slice(start, end)).toBe(text);
  }
  const starts = quotes.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
};

describe("gatherRuns", () => {
  it("joins neighbouring passages, parts others, and keeps each sentence's place", () => {
    const passages = [
      makePassage("a.txt", 4, ["Far away."], 900),
      makePassage("a.txt", 1, ["Second here.", "Third."], 50),
      makePassage("a.txt", 0, ["First."], 10),
    ];
    const evidence = makeEvidence(
      "Q",
      passages.map((passage) => scorePassage(passage)),
    );
    const runs = gatherRuns(evidence);
    expect(runs.map(({ text }) => text)).toEqual(["First.\n\nSecond here. Third.", "Far away."]);
    for (const { text, spans, sentences } of runs) {
      expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(
        sentences.map((sentence) => sentence.text),
      );
    }
    expect(runs[0]?.sentences.map(({ start }) => start)).toEqual([10, 50, 63]);
  });
});
