import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findReliances } from "../../../src/corpus/copies/find-reliances.ts";

const named = (text: string, ...own: readonly string[]): readonly string[] =>
  findReliances([{ start: 0, text }], own).map(({ name }) => name);

describe("a publisher that an article has something from is found", () => {
  test.each([
    ["The pier is unsafe, the Alder Bay Gazette reported on Monday.", ["the Alder Bay Gazette"]],
    ["“It will fall,” she told the Harbour Telegraph.", ["the Harbour Telegraph"]],
    ["The cost was nine crowns, according to a report in The Brone Times.", ["The Brone Times"]],
    ["He said so in an interview with CNN last year.", ["CNN"]],
    ["BRONE (Reuters) - The pier fell on Monday.", ["Reuters"]],
    ["She told the Post so. It was first reported by the Harbour Post.", ["Harbour Post"]],
    ["The figures were first published by Reuters.", ["Reuters"]],
    ["The plan was first reported by the Harbour Post.", ["the Harbour Post"]],
    ["CNN reported that the pier was closed.", ["CNN"]],
    ["“It will fall,” she told the Telegraph.", ["the Telegraph"]],
    ["The pier is unsafe, according to the Brone Times.", ["the Brone Times"]],
    ["The mayor resigned in a statement carried by the Brone news agency.", ["Brone news agency"]],
    ["Divers were ill, the newspaper said, citing the Harbour Post.", ["the Harbour Post"]],
    ["Divers were ill, she said, citing a report in the Harbour Post.", ["the Harbour Post"]],
    [
      "He spoke to the German newspaper Abendblatt. He told the German newspaper Abendblatt so.",
      ["Abendblatt"],
    ],
    ["Eastmere's state news agency ENA reported the fall.", ["ENA"]],
    ["A Harbour Post investigation found cracks.", ["Harbour Post"]],
    ["The pier fell, the Associated Press reported.", ["the Associated Press"]],
    ["Ines Varga of the Associated Press contributed to this report.", ["the Associated Press"]],
  ])("%s", (text, names) => {
    expect(named(text)).toEqual(names);
  });

  test("once, with the phrase as its span", () => {
    const text = "She told CNN so. CNN reported more.";
    const [reliance, ...more] = findReliances([{ start: 100, text }], []);
    expect(more).toEqual([]);
    expect(text.slice((reliance?.start ?? 0) - 100, (reliance?.end ?? 0) - 100)).toBe("told CNN");
  });
});

describe("no publisher is found", () => {
  test.each([
    ["where it is only named", "He used to work for the Harbour Telegraph, near the pier."],
    [
      "where a person is told",
      "She told Gazette Square residents that the pier had reported faults.",
    ],
    ["where it got no answer", "The board did not reply to the Brone Times."],
    ["where a short name may be any paper's", "Harbour Operations fell. The Post reported it."],
    [
      "where a short name may be one of two",
      "The Harbour Post and the Brone Post are rivals. She told the Post so.",
    ],
    [
      "where a body's name begins like a paper's",
      "She told the Independent Harbour Commission so.",
    ],
    ["in common words", "The mayor told the press that times are hard, reports say."],
  ])("%s", (_name, text) => {
    expect(named(text)).toEqual([]);
  });

  test("when it is the article's own", () => {
    expect(named("He told the Times that it fell.", "The Brone Times")).toEqual([]);
  });
});

test("every span lies in its text, and the text has the name", () => {
  const words = fc.constantFrom(
    "told",
    "CNN",
    "the",
    "Brone Times",
    "reported",
    "(AP) -",
    "Reuters",
    "he",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (list) => {
      const text = list.join(" ");
      for (const { name, start, end } of findReliances([{ start: 7, text }], [])) {
        expect(text).toContain(name);
        expect(text.slice(start - 7, end - 7).trim()).not.toBe("");
      }
    }),
  );
});
