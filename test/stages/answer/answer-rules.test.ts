import { describe, expect, it } from "vitest";
import { draftFrom, listQuoted } from "./drafting.ts";

const filler = ["A band played on the quay.", "Gulls circled above the nets.", "Rain came late."];

describe("questions inside an article", () => {
  const faq = ["Why did the harbour master resign?", "It was due to his failing health."];

  it("are no answer: the sentence below is, which leaves out what the question said", () => {
    const parts = draftFrom("Why did the harbour master resign?", { "a.txt": [...faq, ...filler] });
    expect(listQuoted(parts)).toEqual([faq[1]]);
  });

  it("lend nothing to a sentence further down", () => {
    const apart = [faq[0] ?? "", ...filler, faq[1] ?? ""];
    const parts = draftFrom("Why did the harbour master resign?", { "a.txt": apart });
    expect(listQuoted(parts)).not.toContain(faq[1]);
  });
});

describe("refusals", () => {
  const cuts = [
    "Bakker plans to cut 300 jobs at its yards this week.",
    "Jobs at Bakker will be cut again, its owner plans.",
    ...filler,
    "Rain fell. The band went home. Nobody sang. Shares in Vlaming rose too.",
  ];

  it("tell what is said of others from what is asked of a name that stands elsewhere", () => {
    const [part] = draftFrom("Does Vlaming plan to cut jobs?", {
      "a.txt": cuts.slice(0, 2),
      "b.txt": cuts.slice(2),
    });
    expect(part).toMatchObject({
      kind: "abstention",
      reason: "not-said",
      detail: expect.stringMatching(
        /^The articles speak of “Vlaming”, .* “plan”, “cut” or “jobs”\.$/,
      ),
    });
    const asked = draftFrom("Does Bakker plan to cut jobs?", { "a.txt": cuts });
    expect(listQuoted(asked)).toContain(cuts[0]);
  });

  it("are due where a short question's one word is nowhere and nothing is near it", () => {
    const article = { "a.txt": ["Thousands of people came to the funeral.", ...filler] };
    expect(draftFrom("How many people died?", article)).toMatchObject([
      { reason: "not-said", detail: expect.stringContaining("“died”") },
    ]);
    expect(listQuoted(draftFrom("How many people came?", article))).toHaveLength(1);
    expect(listQuoted(draftFrom("How many people died?", article, { nearness: 0.5 }))).toHaveLength(
      1,
    );
  });

  it("suggest the name that a mistyped one is one edit away from", () => {
    const article = { "a.txt": ["Ada Verbeek closed the lock.", "The lock was closed by night."] };
    expect(draftFrom("Why did Verbek close the lock?", article)).toMatchObject([
      {
        reason: "unknown-name",
        detail:
          "No article that was searched mentions “Verbek”. They do speak of “close” and “lock”. Did you mean “Verbeek”?",
      },
    ]);
    expect(draftFrom("how many eels did ada verbek sell", article)).toMatchObject([
      { detail: expect.stringContaining("Did you mean “Verbeek”?") },
    ]);
    expect(draftFrom("how many eels did verbek sell", article)).toMatchObject([
      { detail: expect.not.stringContaining("Did you mean") },
    ]);
    expect(draftFrom("Why did Jansen close the lock?", article)).toMatchObject([
      { detail: expect.not.stringContaining("Did you mean") },
    ]);
  });
});

describe("a refusal that met nothing", () => {
  it("tells whom the articles speak of most", () => {
    const article = {
      "a.txt": [
        "It was Ada Roe who came.",
        "The crew told Ada Roe.",
        "Nobody saw Ada Roe in Ghent.",
      ],
    };
    const [part] = draftFrom("blorp quux zzyx", article);
    expect(part).toMatchObject({
      reason: "no-match",
      detail: expect.stringMatching(/The articles speak most of “Ada Roe”\.$/),
    });
  });
});

describe("forms of questions", () => {
  it("hears both publishers where the difference of their figures is asked", () => {
    const articles = {
      "a.txt": ["Some 400 eels were caught in the lake.", ...filler],
      "b.txt": ["About 900 eels were caught in the lake, 30 of them large.", "Two boats sank."],
    };
    const question = "What is the difference between the Herald's and the Courier's figures?";
    const publishers = { "a.txt": "Herald", "b.txt": "Courier" };
    const quoted = listQuoted(draftFrom(question, articles, { publishers, nearness: 0.5 }));
    expect(quoted).toEqual(expect.arrayContaining([articles["a.txt"][0], articles["b.txt"][0]]));
  });

  it("takes a denial for what is asked when it is asked who denies", () => {
    const denial = "The council said that the dredging was not political.";
    const claim = "The council said that the dredging was political.";
    const parts = draftFrom("Does anyone deny that the dredging is political?", {
      "a.txt": [claim, ...filler],
      "b.txt": [denial],
    });
    expect(listQuoted(parts)).toEqual([denial]);
  });

  it("finds who runs a thing by the post, whatever the verb", () => {
    const parts = draftFrom("Who runs Bakker?", {
      "a.txt": ["Bakker cut 300 jobs.", "Bakker chief executive Ada Roe wrote to the crews."],
    });
    expect(listQuoted(parts)).toEqual(["Bakker chief executive Ada Roe wrote to the crews."]);
  });

  it("answers each thing that is asked", () => {
    const born = "Roe was born in 1931 in a fishing village.";
    const buried = "Roe will be buried at Eastmere, in the crypt of the chapel.";
    const articles = { "a.txt": [born, ...filler, buried] };
    const both = draftFrom("When was Roe born and where will Roe be buried?", articles);
    expect(listQuoted(both)).toEqual([born, buried]);
    expect(listQuoted(draftFrom("When was Roe born?", articles))).toEqual([born]);
  });

  it("does not take the sentence in front of the best that is about something else", () => {
    const before = "Forged notes from doctors fuelled the shortage of crews.";
    const best = "Doctors are leaving because the port treats them badly.";
    const parts = draftFrom(
      "Why are doctors leaving?",
      { "a.txt": [before, best] },
      { nearness: 0.45 },
    );
    expect(listQuoted(parts)).toEqual([best]);
  });
});
