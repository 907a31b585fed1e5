// Strings that break renderers, for the properties of rendering.

import fc from "fast-check";

const PIECES = [
  ..."\\`*_{}[]()#+-.!|<>~$^@&;:'\"=% \n\r\t\u00a0\u2003\u3000",
  ..."\u200b\u200d\u200c\u202e\u2066\u2069\ufeff\u00ad\u2028\u2029\u0085\u001b\u009b\u0007\u007f\u{e0041}",
  "<script>alert(1)</script>",
  "<img src=x onerror=1>",
  "<!-- x -->",
  "![a](http://e.example/i.png)",
  "[go](javascript:alert(1))",
  "http://e.example/",
  "www.e.example",
  "a@e.example",
  "@someone",
  "&amp;",
  "&lt;",
  "&#10;",
  "&copy",
  "\r\n",
  "\n\n",
  "\n    code",
  "\n- item",
  "\n1. item",
  "\n# head",
  "\n| a | b |\n|---|---|\n",
  "\n```\n",
  "````",
  "**bold**",
  "_em_",
  "~~gone~~",
  "[^1]",
  "[^1]: note",
  "$x$",
  "word",
  "“",
  "”",
  "[1]",
  "漢字",
  "かな",
  "עברית",
  "می‌خواهم",
  "👩‍👩‍👧‍👦",
  "👍🏽",
  "#️⃣",
  "e\u0301",
  "  ",
  "ftp://e.example",
  "mailto:a@e.example",
  "ſ",
  "\u001b]8;;http://e.example\u001b\\x",
  "\u001b[2J",
];

/** Any well-formed text without NUL, most of it made of pieces that mean something to somebody. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join("").replaceAll("\0", ""))
  .filter((text) => text.trim() !== "");

/** Invisible characters that may stay: those of emoji, and joiners between letters. */
export const SPELLING: RegExp = new RegExp(
  [
    "\\p{RGI_Emoji}",
    "(?<=\\p{L}\\p{M}*)[\\u200c\\u200d](?=\\p{L})",
    // Arabic and Syriac signs that are seen, although Unicode files them under "format".
    "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2]",
  ].join("|"),
  "gv",
);

/** Any other character that acts or hides. */
export const ACTING: RegExp = /[^\P{C}\n\p{Cn}\p{Co}]|\p{Default_Ignorable_Code_Point}/gu;
