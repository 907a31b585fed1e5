import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern } from "../../src/lists/compile-pattern.ts";
import { type GrepAsked, grepArticles } from "../../src/lists/grep-articles.ts";
import { foldTypography } from "../../src/text/fold-typography.ts";
import { makeSource, story } from "./corpus.ts";

const find = async (
  text: string,
  pattern: string,
  options: Partial<GrepAsked> = {},
): Promise<readonly string[]> => {
  const list = await grepArticles(
    { pattern, filters: {}, ...options },
    makeSource({ "a.txt": text }),
  );
  return list.articles.flatMap(({ found }) =>
    found.flatMap(({ excerpt, matches }) =>
      matches.map(({ start, end }) => {
        expect(text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
        expect(start >= excerpt.start && end <= excerpt.end).toBe(true);
        return text.slice(start, end);
      }),
    ),
  );
};

describe("a phrase", () => {
  test("stands as whole words, in its own case unless another is allowed", async () => {
    const text = "The art of war is no article. Art is long, and ART is short.";
    expect(await find(text, "art")).toEqual(["art"]);
    expect(await find(text, "art", { ignoreCase: true })).toEqual(["art", "Art", "ART"]);
  });

  test("is one in every typography, and what is found is what the file has", async () => {
    const text = "The mayor’s plan – a “bold\nmove” – won. The mayor's plan failed in Malmo\u0308.";
    expect(await find(text, "mayor's plan")).toEqual(["mayor’s plan", "mayor's plan"]);
    expect(await find(text, '"bold move"')).toEqual(["“bold\nmove”"]);
    expect(await find(text, "Malmö")).toEqual(["Malmo\u0308"]);
  });

  test("is found however the file hides its letters", async () => {
    const text =
      "The pi\u00ader fell. The pi**er** fell. The pi-\ner fell. The ｐｉｅｒ fell. The PIER fell.";
    expect(await find(text, "pier")).toHaveLength(4);
    expect(await find(text, "pier", { ignoreCase: true })).toHaveLength(5);
  });

  test("that goes over the end of a sentence joins both", async () => {
    const text = "Nobody knew the cause. The harbour board was silent about it.";
    const list = await grepArticles(
      { pattern: "cause. The", filters: {} },
      makeSource({ "a.txt": text }),
    );
    expect(list.articles[0]?.found.map(({ excerpt }) => excerpt.text)).toEqual([text]);
  });

  test("is found wherever a text has it between words, and nowhere else", async () => {
    const word = fc.constantFrom("pier", "storm", "Quay", "ferry’s", "coal", "a");
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        word,
        async (words, one) => {
          const text = words.join(" ");
          const matches = (await compilePattern(one, {})).find(foldTypography(text).text);
          expect(matches).toHaveLength(words.filter((other) => other === one).length);
        },
      ),
    );
  });

  test("of no word that is seen is refused, and so is one of a pasted page", async () => {
    const refused = { code: "bad-setting" };
    await expect(compilePattern("  \u200b ", {})).rejects.toMatchObject(refused);
    await expect(compilePattern("", {})).rejects.toMatchObject(refused);
    await expect(compilePattern("x".repeat(5000), {})).rejects.toMatchObject(refused);
  });

  test("is counted by article and in all, headings and captions too, front matter not", async () => {
    const source = makeSource({
      "one.md": story(
        "2024-05-08",
        "Quay Post",
        "# Pier falls",
        "The pier fell. A pier is no bridge.",
      ),
      "two.md": story("2024-05-09", "Quay Post", "Nothing of it here, said the board."),
      "three.md": story("2024-05-10", "pier News", "The old pier was closed for a year."),
    });
    const list = await grepArticles({ pattern: "pier", filters: {}, ignoreCase: true }, source);
    const counts = list.articles.map(({ article, found }) => [
      article.id,
      found.reduce((sum, { matches }) => sum + matches.length, 0),
    ]);
    expect(counts).toEqual([
      ["one.md", 3],
      ["three.md", 1],
    ]);
    expect([list.matches, list.read]).toEqual([4, 3]);
    const later = { pattern: "pier", filters: { since: "2024-05-10" } };
    expect((await grepArticles(later, source)).articles.map(({ article }) => article.id)).toEqual([
      "three.md",
    ]);
  });

  test("is found in a line of megabytes and beside broken characters", async () => {
    const text = `${"wave ".repeat(300_000)}pier \ud800 pier\u0000pier.`;
    expect(await find(text, "pier")).toEqual(["pier", "pier", "pier"]);
  });
});

describe("an expression", () => {
  test("is looked for in each sentence, and takes any typography", async () => {
    const text =
      "Air strikes hit the port. An airstrike’s cost is high, and one air strike more is too.";
    expect(await find(text, "air ?strikes?", { regex: true, ignoreCase: true })).toEqual([
      "Air strikes",
      "airstrike",
      "air strike",
    ]);
    expect(await find(text, "strike’s", { regex: true })).toEqual(["strike’s"]);
    expect(await find(text, "port.*airstrike", { regex: true })).toEqual([]);
  });

  test("that would take for ever elsewhere ends here", async () => {
    const text = `${"a".repeat(30_000)}!`;
    expect(await find(text, "(a+)+$", { regex: true })).toEqual([]);
    expect(await find(text, "(a|aa)+b", { regex: true })).toEqual([]);
  });

  test("that is none is refused with the reason", async () => {
    for (const pattern of ["(", "a{2000}", "(?=a)", "\\1"]) {
      const asked = compilePattern(pattern, { regex: true });
      await expect(asked).rejects.toMatchObject({ code: "bad-setting" });
    }
  });
});
