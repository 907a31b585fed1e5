import { expect, test } from "vitest";
import { reflowForTerminal, sanitizeTerminal } from "../../src/export/terminal-text.ts";

test.each([
  ["an escape sequence", "\u001b[2Jx", "␛[2Jx"],
  ["a C1 control", "\u009b31m", "\\u{9b}31m"],
  ["delete and bell", "\u007f\u0007", "␡␇"],
  ["a bidirectional override", "\u202eabc\u2066", "\\u{202e}abc\\u{2066}"],
  ["zero-width characters", "a\u200bb\ufeffc\u00add", "a\\u{200b}b\\u{feff}c\\u{ad}d"],
  ["a joiner that joins nothing", "a\u200db", "a\\u{200d}b"],
  ["hidden tag characters", "x\u{e0041}", "x\\u{e0041}"],
  ["half a surrogate pair", "\ud83d!", "\\u{d83d}!"],
  ["a line end in a name", "a\nb", "a␊b"],
])("%s is shown, not obeyed", (_what, text, shown) => {
  expect(sanitizeTerminal(text)).toBe(shown);
});

test.each(["👩‍👩‍👧‍👦 👍🏽 🇳🇴 #️⃣", "می‌خواهم", "क्‍ष", "Cafe\u0301 12\u00a0crowns", "漢字 עברית"])(
  "%s stays as it is",
  (text) => {
    expect(sanitizeTerminal(text)).toBe(text);
  },
);

test("prose is reflowed: white space becomes one space, but NBSP stays", () => {
  expect(reflowForTerminal("a \r\n\t b\u2028c\u00a0d")).toBe("a b c\u00a0d");
});
