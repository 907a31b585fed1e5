import { describe, expect, test } from "vitest";
import { completeLine } from "../../../src/cli/loop/complete-line.ts";

const words = {
  commands: ["/sources", "/show", "/articles", "/again"],
  articles: ["bridge.md", "north/bridge-two.md"],
  publishers: ["Hill Gazette", "The Tidewater Courier"],
  authors: ["Ines Varga"],
  speakers: ["Lena Okafor", "Tomas Reyl"],
  quotes: ["1", "2", "12"],
  endings: [".md", ".html"],
  listFiles: (typed: string) => ["notes.md", "notes/"].filter((name) => name.startsWith(typed)),
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
    ["/filter speaker le", ["Lena Okafor"], "le"],
    ["/show 1", ["1", "12"], "1"],
    ["/copy ", ["1", "2", "12"], ""],
    ["/open x", [], "/open x"],
    ["/width a", ["auto"], "a"],
    ["/export ", ["notes.md", "notes/"], ""],
    ["/export answer", ["answer.md", "answer.html"], "answer"],
    ["/export answer.h", ["answer.html"], "answer.h"],
    ["/export notes.m", ["notes.md"], "notes.m"],
    ["/export notes/", ["notes/"], "notes/"],
    ["/again now", [], "/again now"],
    ["", [], ""],
  ])("%j to %j", (line, expected, replaced) => {
    expect(completeLine(line, words)).toEqual([expected, replaced]);
  });
});
