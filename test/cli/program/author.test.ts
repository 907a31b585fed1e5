import { describe, expect, test } from "vitest";
import { MINI_CORPUS } from "../mini-corpus.ts";
import { makePlace, runProgram } from "../run-program.ts";

const KEEPER = `---
title: The keeper of the north light
author: Jörn O’Dell
publisher: Hill Gazette
published: 2021-03-09
---

The keeper of the north light says that the last boat leaves Port Alder at noon.
`;
const place = () => makePlace({ ...MINI_CORPUS, "corpus/keeper.md": KEEPER });
const QUESTION = "When does the last boat leave Port Alder?";

describe("--author", () => {
  test("keeps a question to one author's articles, in any typography, and proves it", async () => {
    const here = place();
    const { stdout, code } = await runProgram(here, [
      ...["ask", QUESTION, "--author", "jorn o'dell", "--json"],
    ]);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.searched.filters).toEqual({ authors: ["jorn o'dell"] });
    expect(answer.sources.map(({ path }: { path: string }) => path)).toEqual([
      expect.stringContaining("keeper.md"),
    ]);
    const file = ["ask", QUESTION, "--author", "ODell", "-o", "answer.md"];
    expect(await runProgram(here, file)).toMatchObject({ code: 0 });
    expect(await runProgram(here, ["verify", "answer.md"])).toMatchObject({ code: 0 });
    expect(await runProgram(here, ["replay", "answer.md"])).toMatchObject({ code: 0 });
  });

  test("finds an author whom the text names, by the surname alone", async () => {
    const { stdout } = await runProgram(place(), ["articles", "--author", "varga"]);
    expect(stdout).toContain("harbour.txt");
    expect(stdout).not.toContain("keeper.md");
  });

  test.each([["ask"], ["search"], ["compare"], ["timeline"], ["articles"]])(
    "of an unknown name says so with the nearest, and that no article is left: %s",
    async (command) => {
      const words = command === "articles" ? [] : [QUESTION];
      const { stderr, code } = await runProgram(place(), [
        ...[command, ...words, "--author", "Inez Vargo"],
      ]);
      expect(code).toBe(1);
      expect(stderr).toContain('no article has the author "Inez Vargo"');
      expect(stderr).toContain('"Ines Varga"');
      expect(stderr).toContain("leave no article");
    },
  );

  test("tells the unknown one of two, and asks the other's articles", async () => {
    const { stderr, code } = await runProgram(place(), [
      ...["ask", QUESTION, "--author", "Dell", "--author", "Vargo", "--publisher", "Hil Gazete"],
      ...["--publisher", "Gazette"],
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('author "Vargo"; did you mean "Ines Varga"');
    expect(stderr).toContain('publisher "Hil Gazete"; did you mean "Hill Gazette"');
    expect(stderr).not.toContain("leave no article");
  });

  test("holds in the loop until it is cleared", async () => {
    const input = `/filter author Dell\n${QUESTION}\n/filter clear\n${QUESTION}\n`;
    const { stdout } = await runProgram(place(), ["chat"], { input });
    const [first = "", ...rest] = stdout.split(/(?<=^Sources$)/m);
    expect(first).toContain("at noon");
    expect(first).not.toContain("April 30");
    expect(rest.join("")).toContain("April 30");
  });
});
