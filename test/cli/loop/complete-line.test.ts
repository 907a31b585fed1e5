import { describe, expect, test } from "vitest";
import { completeLine } from "../../../src/cli/loop/complete-line.ts";

const ARTICLES = ["bridge.md", "north/bridge-two.md"];
const words = {
  commands: ["/sources", "/show", "/articles", "/again"],
  listArticles: async () => ARTICLES,
  listPublishers: async () => ["Hill Gazette", "The Tidewater Courier"],
  listAuthors: async () => ["Ines Varga"],
  listSpeakers: async () => ["Lena Okafor", "Tomas Reyl"],
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
    ["/filter article ", ARTICLES, ""],
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
  ])("%j to %j", async (line, expected, replaced) => {
    expect(await completeLine(line, words)).toEqual([expected, replaced]);
  });
});
