// WebVTT and SubRip: who speaks, rolling captions, markup, and the bytes of each line.

import { expect, test } from "vitest";
import { CAPTIONS } from "../../../src/corpus/formats/captions.ts";
import { atBytes, bytesOf, describeFormat, readFile } from "../../contracts/format.ts";

const TALK = bytesOf(
  "talk.vtt",
  `WEBVTT

NOTE recorded in the town hall

00:01.000 --> 00:03.000
<v Ada Roe>The ferry stops at noon

00:03.000 --> 00:05.000
<v Ada Roe>and the bridge – still new – is closed.

00:05.000 --> 00:09.000
<v Jan Ost><i>Nobody</i> told the crews of A&amp;B.
`,
);
const FILM = bytesOf(
  "film.srt",
  "\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\nThe mill burned down\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\nThe mill burned down\r\non Sunday.\r\n\r\n",
);

describeFormat(CAPTIONS, [
  {
    file: TALK,
    placed: [
      { words: "– still new –", at: atBytes(TALK, "– still new –") },
      { words: "told", at: atBytes(TALK, "<v Jan Ost><i>Nobody</i> told the crews of A&amp;B.") },
    ],
  },
  { file: FILM, placed: [{ words: "on Sunday", at: atBytes(FILM, "on Sunday") }] },
]);

test("a paragraph a speaker, who is named once", async () => {
  const { articles } = await readFile(TALK);
  expect(articles[0]?.text).toBe(
    "Ada Roe: The ferry stops at noon and the bridge – still new – is closed.\n\nJan Ost: Nobody told the crews of A&B.",
  );
});

test("a line that rolls on is said once", async () => {
  expect((await readFile(FILM)).articles[0]?.text).toBe("The mill burned down on Sunday.");
});

test("a speaker's name has the place of its tag, and is not put where no tag stands", async () => {
  const cue = (at: number, words: string): string =>
    `00:${10 + at}.000 --> 00:${11 + at}.000\n${words}\n\n`;
  const long = Array.from({ length: 12 }, (_, at) =>
    cue(at, `${at === 0 ? "<v.loud Ada Roe>" : ""}${`The ferry ${at} stops at noon. `.repeat(3)}`),
  );
  const file = bytesOf("a.vtt", `WEBVTT\n\n${long.join("")}`);
  const { text = "", extracted } = (await readFile(file)).articles[0] ?? {};
  expect(text.split("\n\n").map((words) => words.startsWith("Ada Roe: "))).toEqual([true, false]);
  atBytes(file, "<v.loud Ada Roe>The ferry")(extracted?.places({ start: 0, end: 18 }) ?? []);
});
