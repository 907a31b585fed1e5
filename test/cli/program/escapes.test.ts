// Terminal escapes in everything that comes from outside: none reaches the terminal.

import { describe, expect, test } from "vitest";
import { HARBOUR } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const EVIL = "\u001B]0;owned\u0007\u001B[2J\u009B31m\u202E";

function makeHostilePlace(): Place {
  return makePlace({
    "corpus/evil\u001B[31m.txt": HARBOUR.replace("The night ferry", `The ${EVIL} night ferry`),
    "corpus/titled.md": `---\ntitle: "Toll \\e]0;owned\\a rises"\npublisher: "Hill \\e[31m"\n---\n\nThe toll on the bridge rises ${EVIL} from four crowns to six.\n`,
  });
}

/** Everything but line ends: C0, C1 and the invisible bidirectional controls. */
const ACTING = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

describe("no terminal escape comes through", () => {
  test.each([
    [["index"]],
    [["ask", "Why does the night ferry stop running?"]],
    [["ask", `What does the toll${EVIL} cost?`]],
    [["ask", "Who won the chess championship in Reykjavik?"]],
    [["search", "toll"]],
    [["articles"]],
    [["show", "evil"]],
    [["show", "titled"]],
    [["show", `none${EVIL}`]],
    [["status"]],
    [["doctor"]],
    [["chat"]],
  ])("of %j", async (words) => {
    const input = `Why does the ${EVIL} ferry stop?\n/sources\n/show 1\n/articles\n/filter publisher ${EVIL}\n/${EVIL}\n/export ${EVIL}/x\n`;
    const result = await runProgram(makeHostilePlace(), words, { input });
    expect(result.stdout).not.toMatch(ACTING);
    expect(result.stderr).not.toMatch(ACTING);
    expect((result.stdout + result.stderr).length).toBeGreaterThan(0);
  });
});
