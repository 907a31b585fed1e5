import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { renderTerminal } from "../../src/export/render-terminal.ts";
import { loadCase, makeOutcome } from "./load-case.ts";
import { ACTING, nastyText, SPELLING } from "./nasty-text.ts";

const PLAIN = { colour: false, hyperlinks: false };

function showQuote(text: string, width: number, title = "t", question = "q"): string {
  const described = {
    question,
    understood: question,
    claims: [{ text: `${title}:`, quotes: [["a.txt", text] as const] }],
    articles: { "a.txt": { title, publisher: title, path: `${title}.txt`, published: title } },
  };
  return renderTerminal(makeOutcome(described, new Map([["a.txt", text]])), { width, ...PLAIN });
}

describe("whatever an article says", () => {
  test("no line is wider than the terminal", () => {
    fc.assert(
      fc.property(nastyText, nastyText, fc.integer({ min: 16, max: 120 }), (text, title, width) => {
        for (const line of showQuote(text, width, title).split("\n")) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  test("no control, bidirectional or invisible character of it reaches the terminal", () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, (text, title, question) => {
        const shown = showQuote(text, 80, title, question);
        expect(shown.replaceAll(SPELLING, "").match(ACTING)).toBeNull();
      }),
    );
  });

  test("only its white space changes, where nothing in it is invisible", () => {
    const visible = fc
      .stringMatching(/^[\p{L}\p{N}\p{P} \n\r\t👍漢]+$/u)
      .filter(
        (text) => /[\p{L}\p{N}]/u.test(text) && !/\p{Default_Ignorable_Code_Point}/u.test(text),
      );
    fc.assert(
      fc.property(visible, fc.integer({ min: 16, max: 120 }), (text, width) => {
        const bare = (shown: string): string => shown.replaceAll(/\s/g, "");
        expect(bare(showQuote(text, width))).toContain(bare(`“${text}”[1]`));
      }),
    );
  });
});

test("an outcome in colour, its escape sequences removed, is the plain one", () => {
  const outcome = loadCase("two-reports");
  const painted = renderTerminal(outcome, { width: 60, colour: true, hyperlinks: true });
  const seen = painted.replaceAll("\u001b", "␛");
  const sequences = /␛\]8;;[^␛]*␛\\|␛\[[\d;]+m/g;
  expect(seen).toMatch(sequences);
  expect(seen.replaceAll(sequences, "")).toBe(renderTerminal(outcome, { width: 60, ...PLAIN }));
});

test("a link is only made of an address of the web or an absolute path", () => {
  const painted = renderTerminal(loadCase("hostile"), {
    width: 80,
    colour: false,
    hyperlinks: true,
  });
  expect(painted).not.toContain("\u001b");
});
