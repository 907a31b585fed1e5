import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import type { DraftClaim, DraftQuote } from "../../src/core/draft.ts";
import { redraftAnswer, verifyAnswer } from "../../src/quote/verify-answer.ts";
import { draftOf, FILES, HARBOUR, inventFile, KNOWN } from "../verify/invented.ts";

const ferry = draftOf("harbour.txt", "The ferry to Orlen sails again, the port said.");
const tickets = draftOf("harbour.txt", "Tickets cost 12 crowns.");
const mayor = draftOf("council.md", "The mayor denied that the bridge would close.");

function verify(...claims: readonly (readonly DraftQuote[])[]) {
  const drafts: DraftClaim[] = claims.map((quotes, i) => ({ text: `Lead-in ${i}:`, quotes }));
  return verifyAnswer({ claims: drafts, known: KNOWN, files: FILES });
}

describe("numbering", () => {
  test("quotes are numbered in the order shown and the same span twice has one number", () => {
    const { claims, quotes } = verify([mayor, ferry], [ferry, tickets, ferry]);
    expect(claims.map(({ citations }) => citations)).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(quotes.map(({ number, text }) => [number, text])).toEqual([
      [1, mayor.text],
      [2, ferry.text],
      [3, tickets.text],
    ]);
  });

  test("a rejected quote leaves no gap and a claim left without quotes is dropped", () => {
    const wrong = { ...ferry, text: ferry.text.replace("again", "never") };
    const { claims, quotes, rejected } = verify([wrong], [wrong, tickets], []);
    expect(claims).toEqual([{ text: "Lead-in 1:", citations: [1] }]);
    expect(quotes.map(({ text }) => text)).toEqual([tickets.text]);
    expect(rejected.map(({ reason }) => reason)).toEqual(["not-verbatim", "not-verbatim"]);
  });

  test("sources come in the order first quoted, with the line of each quote", () => {
    const late = draftOf("harbour.txt", "Crews were paid late.");
    const { sources } = verify([tickets, mayor, late]);
    expect(sources.map(({ articleId, quotes }) => [articleId, quotes])).toEqual([
      [
        "harbour.txt",
        [
          { number: 1, line: 3 },
          { number: 3, line: 4 },
        ],
      ],
      ["council.md", [{ number: 2, line: 2 }]],
    ]);
    expect(sources[0]).toMatchObject({ publisher: "Orlen Post", sha256: "sha-harbour.txt" });
  });
});

test("the words that answer stay with a quote, also when it is verified again", () => {
  const start = tickets.start + "Tickets cost ".length;
  const answer = { start, end: start + "12".length };
  const { quotes } = verify([{ ...tickets, answer }, ferry]);
  expect(quotes.map((quote) => quote.answer)).toEqual([answer, undefined]);
  const kept = { claims: [{ text: "", citations: [1] }], quotes } as unknown as Answer;
  const again = verifyAnswer({ ...redraftAnswer(kept), known: KNOWN, files: FILES });
  expect(again.quotes[0]?.answer).toEqual(answer);
});

describe("rejection", () => {
  test.each([
    ["words that do not stand there", { ...ferry, text: `${ferry.text}!` }, "not-verbatim"],
    [
      "a span shifted by one",
      { ...ferry, start: ferry.start + 1, end: ferry.end + 1 },
      "not-verbatim",
    ],
    ["a span past the end", { ...ferry, end: HARBOUR.length + 1 }, "outside-article"],
    ["a negative start", { ...ferry, start: -5 }, "outside-article"],
    ["a span that is no number", { ...ferry, start: Number.NaN }, "not-verbatim"],
    ["an article that nobody knows", { ...ferry, articleId: "gone.txt" }, "unknown-article"],
    ["nothing but spaces", { ...ferry, end: ferry.start, text: " " }, "empty"],
  ] as const)("%s is rejected", (_what, draft, reason) => {
    const { quotes, rejected } = verify([draft]);
    expect(quotes).toEqual([]);
    expect(rejected).toEqual([{ ...draft, reason }]);
  });

  test("a file whose digest is not the one that the span was made from is rejected", () => {
    const files = new Map([["harbour.txt", inventFile("harbour.txt", HARBOUR, "sha-new")]]);
    const claims = [{ text: "", quotes: [ferry] }];
    const { rejected } = verifyAnswer({ claims, known: KNOWN, files });
    expect(rejected[0]?.reason).toBe("changed-source");
  });

  test("a quote that cuts an emoji in two is rejected", () => {
    const start = HARBOUR.indexOf("😀") + 1;
    const half = { articleId: "harbour.txt", start, end: start + 5 };
    const { rejected } = verify([{ ...half, text: HARBOUR.slice(start, start + 5) }]);
    expect(rejected[0]?.reason).toBe("not-verbatim");
  });
});

test("whatever a draft says, each quote is the file's text at its span, and each draft quote is minted or rejected", () => {
  const place = fc.integer({ min: -3, max: HARBOUR.length + 3 });
  const lie = fc.oneof(fc.constant(undefined), fc.string());
  const draft = fc.tuple(place, place, lie).map(([start, end, text]) => ({
    articleId: "harbour.txt",
    start,
    end,
    text: text ?? HARBOUR.slice(start, end),
  }));
  fc.assert(
    fc.property(fc.array(fc.array(draft)), (claims) => {
      const verified = verify(...claims);
      for (const { start, end, text, prefix, suffix } of verified.quotes) {
        expect(text).toBe(HARBOUR.slice(start, end));
        expect(HARBOUR.slice(0, start).endsWith(prefix)).toBe(true);
        expect(HARBOUR.slice(end).startsWith(suffix)).toBe(true);
        for (const part of [text, prefix, suffix]) expect(part).not.toMatch(/\p{Surrogate}/u);
      }
      const numbers = verified.claims.flatMap(({ citations }) => citations);
      expect([...new Set(numbers)]).toEqual(verified.quotes.map(({ number }) => number));
      const cited = verified.quotes.length + verified.rejected.length;
      expect(cited).toBeLessThanOrEqual(claims.flat().length);
      if (claims.flat().length > 0) expect(cited).toBeGreaterThan(0);
    }),
  );
});

test("an answer drafted again and verified against the same files is the same answer", () => {
  const verified = verify([mayor, ferry], [ferry, tickets]);
  const answer = { kind: "answer", ...verified } as unknown as Answer;
  const again = verifyAnswer({ ...redraftAnswer(answer), known: KNOWN, files: FILES });
  expect(again).toEqual(verified);
});
