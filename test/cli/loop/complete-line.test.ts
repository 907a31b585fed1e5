import { describe, expect, test } from "vitest";
import { completeLine } from "../../../src/cli/loop/complete-line.ts";

const words = {
  commands: ["/sources", "/show", "/articles", "/again"],
  articles: ["bridge.md", "north/bridge-two.md"],
  publishers: ["Hill Gazette", "The Tidewater Courier"],
  authors: ["Ines Varga"],
};

describe("Tab completes", () => {
  test.each([
    ["/s", ["/sources", "/show"], "/s"],
    ["/", words.commands, "/"],
    [
      "/filter ",
      ["article", "publisher", "author", "since", "until", "speaker", "as-of", "clear"],
      "",
    ],
    ["/filter pub", ["publisher"], "pub"],
    ["/filter publisher the t", ["The Tidewater Courier"], "the t"],
    ["/filter article ", words.articles, ""],
    ["/filter author i", ["Ines Varga"], "i"],
    ["What does hill", ["Hill Gazette"], "hill"],
    ["What is in br", ["bridge.md"], "br"],
    ["Who is h", [], "Who is h"],
    ["/show 1", [], "/show 1"],
    ["", [], ""],
  ])("%j to %j", (line, expected, replaced) => {
    expect(completeLine(line, words)).toEqual([expected, replaced]);
  });
});
