// What a page declares against what its readers see: the heading, who signed, the day at the page's place.

import { expect, test } from "vitest";
import { bytesOf, readFile } from "../../contracts/format.ts";

const PROSE = `<p>${"The ferry to Orlen sails again from Monday, the port authority said, after weeks in dock. ".repeat(12)}</p>`;

async function readMetadata(data: object, seen = "", head = "") {
  const linked = JSON.stringify({ "@type": "NewsArticle", ...data });
  const html = `<!DOCTYPE html><html><head><title>Ferry – North Post</title>${head}
<script type="application/ld+json">${linked}</script></head>
<body><article>${seen}${PROSE}</article></body></html>`;
  const { articles } = await readFile(bytesOf("p.html", html));
  const { title, author, published } = articles[0]?.extracted?.metadata ?? {};
  return { title: title?.value, author: author?.value, day: published?.value.slice(0, 10) };
}

test.each([
  ["Orlen ferry: boat sails again", "The Orlen ferry sails again at last", "heading"],
  ["Orlen ferry sails again | North Post", "Orlen ferry sails again", "heading"],
  ["Orlen ferry sails again on Monday", "Orlen ferry sails again", "title"],
  ["Orlen ferry sails again", "North Post of the harbour", "title"],
])("of the title %j and the heading %j a reader's is the %s", async (title, heading, wanted) => {
  const metadata = await readMetadata({ headline: title }, `<h1>${heading}</h1>`);
  expect(metadata.title).toBe(wanted === "heading" ? heading : title);
});

test.each([
  ["admin", undefined],
  ["Editor", undefined],
  ["harbourcat77", undefined],
  ["North Post", undefined],
  ["Ada Roe. North Post", "Ada Roe"],
  ["By Ada Roe, NP Sports Writer", "Ada Roe"],
  ["Ada Roe, MS, RDN", "Ada Roe, MS, RDN"],
  ["Staff Reports", "Staff Reports"],
  ["North Wire", "North Wire"],
])("of the author %j a reader takes %j for one", async (name, wanted) => {
  const data = { headline: "Ferry", author: { name }, publisher: { name: "North Post" } };
  expect((await readMetadata(data)).author).toBe(wanted);
});

const LATE = "2024-05-04T02:30:00Z";

test.each([
  [
    "the time in the text",
    `<time datetime="${LATE}">May 3, 2024, 9:30 pm CT</time>`,
    "",
    "2024-05-03",
  ],
  [
    "the same instant with its distance from Greenwich",
    "",
    `<meta name="pub-date" content="2024-05-03T21:30:00-05:00">`,
    "2024-05-03",
  ],
  [
    "the address",
    "",
    `<link rel="canonical" href="https://north.example/2024-05-03/ferry">`,
    "2024-05-03",
  ],
  ["nothing else", "", "", "2024-05-04"],
  ["another time", `<time datetime="2024-05-01T10:00:00Z">May 1, 2024</time>`, "", "2024-05-04"],
])("a day of Greenwich is the page's own by %s", async (_name, seen, head, day) => {
  const data = { headline: "Ferry", datePublished: LATE };
  expect((await readMetadata(data, seen, head)).day).toBe(day);
});

test("the byline's day counts where each change is declared as the publication", async () => {
  const byline = `<p class="byline">By Ada Roe <time datetime="2024-05-02T08:00:00">May 2</time></p>`;
  const at = (dateModified: string) =>
    readMetadata({ headline: "Ferry", datePublished: "2024-05-04 12:00:00", dateModified }, byline);
  expect((await at("2024-05-04 12:00:00")).day).toBe("2024-05-02");
  expect((await at("2024-05-05 09:00:00")).day).toBe("2024-05-04");
});
