// Mails: whose words they are, what is quoted of others, encodings, boxes, and the bytes of each line.

import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { MAIL_FORMAT } from "../../../src/corpus/formats/mail.ts";
import { atBytes, bytesOf, describeFormat, readFile } from "../../contracts/format.ts";

const PLAIN = bytesOf(
  "ferry.eml",
  `From: Ada Roe <ada@north.example>\r
To: desk@post.example\r
Subject: =?utf-8?q?Ferry_=E2=80=93_stops?=\r
Date: Fri, 3 May 2024 10:15:00 +0200\r
Content-Type: text/plain; charset=utf-8\r
\r
The ferry stops at noon – for good.\r
The crews were told yesterday.\r
\r
On Thu, 2 May 2024, Jan Ost wrote:\r
> Will the ferry stop?\r
\r
No ship will take its place.\r
-- \r
Ada Roe, harbour office\r
`,
);
const ENCODED = `From: Jan Ost <jan@north.example>
Subject: Mill
Date: Sat, 4 May 2024 08:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="cut"

--cut
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

The mill burned down =96 all of it =
on Sunday.

--cut
Content-Type: application/pdf; name="plan.pdf"
Content-Disposition: attachment; filename="plan.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--cut--
`;
const BOX = bytesOf(
  "desk.mbox",
  `From ada@north.example Fri May  3 10:15:00 2024
From: Ada Roe <ada@north.example>
Subject: Ferry

The ferry stops at noon.
>From here on nobody sails.

From jan@north.example Sat May  4 08:00:00 2024
${ENCODED}`,
);

const inPart = (places: readonly Place[]): void => {
  expect(places).toEqual([
    [
      { kind: "record", number: 2 },
      { kind: "part", name: "text/plain" },
    ],
  ]);
};

describeFormat(MAIL_FORMAT, [
  { file: PLAIN, placed: [{ words: "noon – for", at: atBytes(PLAIN, "noon – for") }] },
  { file: BOX, placed: [{ part: "2", words: "– all of it", at: inPart }] },
]);

test("a mail's words are its sender's alone, and what is left out is told", async () => {
  const [mail] = (await readFile(PLAIN)).articles;
  expect(mail?.text).toBe(
    "The ferry stops at noon – for good. The crews were told yesterday.\n\nNo ship will take its place.",
  );
  expect(mail?.extracted?.metadata).toMatchObject({
    title: { value: "Ferry – stops", origin: "header" },
    author: { value: "Ada Roe", origin: "header" },
    doubts: [{ key: "" }],
  });
  expect(mail?.extracted?.metadata?.published?.value).toMatch(/^2024-05-03/);
});

test("each mail of a box is an article, decoded, its attachments told", async () => {
  const { articles } = await readFile(BOX);
  expect(articles.map(({ part, text }) => [part, text])).toEqual([
    ["1", "The ferry stops at noon. From here on nobody sails."],
    ["2", "The mill burned down – all of it on Sunday."],
  ]);
  expect(articles[1]?.extracted?.metadata?.doubts?.[0]?.detail).toContain("plan.pdf");
});

test("a line that repeats the subject stands below it", async () => {
  const file = bytesOf(
    "a.eml",
    "From: ada@north.example\r\nSubject: Ferry stops\r\nDate: Fri, 3 May 2024 10:15:00 +0200\r\n\r\nFerry stops\r\n",
  );
  const { extracted } = (await readFile(file)).articles[0] ?? {};
  const start = Buffer.from(file.bytes).lastIndexOf("Ferry stops");
  expect(extracted?.places({ start: 0, end: 11 })).toEqual([
    [{ kind: "bytes", start, end: start + 11 }],
  ]);
});
