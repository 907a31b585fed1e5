import { describe, expect, it } from "vitest";
import type { Quote } from "../../../src/core/answer.ts";
import {
  findSharedSpeaker,
  listAlwaysSharing,
  listSharing,
} from "../../../src/corpus/copies/share-speakers.ts";

const files = ["a", "b", "c"];

/** `a:Ada Roe` is a quote of hers in article a, `a:` one of its own words. */
function cite(...told: readonly string[]): readonly Quote[] {
  return told.map((one, at) => {
    const [articleId = "", name = ""] = one.split(":");
    const place = { start: at, end: at + 1 };
    const attribution =
      name === ""
        ? { manner: "statement" as const }
        : { manner: "reported" as const, speaker: { ...place, name } };
    const quote = { number: at + 1, articleId, text: "x", prefix: "", suffix: "", ...place };
    return { ...quote, codePoints: place, attribution } as Quote;
  });
}

function pairs(sharing: ReadonlyMap<string, readonly string[]>): string[] {
  return files.flatMap((id) => (sharing.get(id) ?? []).map((other) => `${id}${other}`));
}

describe("listSharing", () => {
  it("pairs articles that have nobody's words but the same person's", () => {
    expect(pairs(listSharing(cite("a:Gen. Ada Roe", "b:Ada E. Roe", "c:Ivo Lind")))).toEqual([
      "ab",
      "ba",
    ]);
  });

  it("pairs an article with one that has its only speaker among others", () => {
    expect(pairs(listSharing(cite("a:Ada Roe", "b:Ada Roe", "b:Ivo Lind")))).toEqual(["ab", "ba"]);
  });

  it("leaves articles apart that each have a voice of their own, their own words included", () => {
    expect(pairs(listSharing(cite("a:Ada Roe", "a:", "b:Ada Roe", "b:Ivo Lind")))).toEqual([]);
    expect(pairs(listSharing(cite("a:", "b:")))).toEqual([]);
  });
});

describe("listAlwaysSharing", () => {
  it("leaves articles apart that have different speakers for one of the positions", () => {
    const shared = cite("a:Ada Roe", "b:Ada Roe");
    expect(pairs(listAlwaysSharing([shared, cite("a:Ada Roe")]))).toEqual(["ab", "ba"]);
    expect(pairs(listAlwaysSharing([shared, cite("a:Ada Roe", "b:Ivo Lind")]))).toEqual([]);
  });
});

describe("findSharedSpeaker", () => {
  it("gives the longest form of the name, and whether nobody else speaks", () => {
    expect(findSharedSpeaker(cite("a:Ada Roe", "b:Gen. Ada E. Roe"))).toEqual({
      name: "Gen. Ada E. Roe",
      articles: 2,
      isAlone: true,
    });
    expect(findSharedSpeaker(cite("a:Ada Roe", "b:Ada Roe", "b:Ivo Lind"))?.isAlone).toBe(false);
  });

  it("finds nobody in one article, nor where an article lacks them", () => {
    expect(findSharedSpeaker(cite("a:Ada Roe", "a:Ada Roe"))).toBeUndefined();
    expect(findSharedSpeaker(cite("a:Ada Roe", "b:Ada Roe", "c:"))).toBeUndefined();
  });
});
