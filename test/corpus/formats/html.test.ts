// Web pages: which part is the article, what the page declares, encodings, tables, and the bytes of each word.

import { expect, test } from "vitest";
import { HTML_FORMAT } from "../../../src/corpus/formats/html.ts";
import { MHT_FORMAT } from "../../../src/corpus/formats/mht.ts";
import { atBytes, bytesOf, describeFormat, readFile } from "../../contracts/format.ts";

const PROSE =
  "The ferry to the north stops on Friday, the company said, and no other ship will take its place before the spring, when the new pier is to be ready.";
const page = (head: string, body: string): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">${head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<main><article><h1>Ferry stops</h1>${body}</article></main>
<footer><p>All rights reserved by the North Post and its many owners.</p></footer></body></html>`;

const BODY = `<p class="byline">By <a rel="author" href="/ada">Ada Roe</a></p>
<p>${PROSE}</p><p title="a > b">It ran “for <b>forty</b> years”, A&amp;B told us – and never sank.</p>
<figure><img src="x.png"><figcaption>The ferry in its last winter.</figcaption></figure>
<p>${PROSE.replace("ferry", "boat")}</p><blockquote><p>Nobody asked the crews.</p></blockquote>
<ul><li>Two crews lose their work.</li><li>One pier is closed.</li></ul>
<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2023</td><td>4</td></tr></table>
<div class="related-stories"><p>The mill burned down on Sunday, and nobody knows why it did so.</p></div>
<p>${PROSE.replace("ferry", "ship")}</p>`;
const PAGE = bytesOf("ferry.html", page("<title>Ferry stops | North Post</title>", BODY));
const LATIN = {
  name: "cafe.html",
  bytes: new Uint8Array(
    Buffer.from(
      page(
        "",
        `<p>${PROSE}</p><p>Le caf\u00e9 \u00ab Nord \u00bb ferme.</p><p>${PROSE}</p>`,
      ).replace("utf-8", "iso-8859-1"),
      "latin1",
    ),
  ),
};
const ARCHIVE = bytesOf(
  "ferry.mht",
  `From: <Saved by a browser>\r
Snapshot-Content-Location: https://north.example/ferry\r
Subject: Ferry stops\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="cut"\r
\r
--cut\r
Content-Type: text/html\r
Content-Transfer-Encoding: quoted-printable\r
\r
${page("", `<p>${PROSE}</p><p>${PROSE.replace("ferry", "boat")}</p>`).replace(/=/g, "=3D")}\r
--cut--\r
`,
);

describeFormat(HTML_FORMAT, [
  {
    file: PAGE,
    placed: [
      { words: "and never sank", at: atBytes(PAGE, "and never sank") },
      { words: "forty years”, A&B", at: atBytes(PAGE, "forty</b> years”, A&amp;B") },
    ],
  },
  { file: LATIN, placed: [] },
]);
describeFormat(MHT_FORMAT, [
  {
    file: ARCHIVE,
    placed: [
      {
        words: "stops on Friday",
        at: (places) => expect(places[0]?.[0]).toEqual({ kind: "part", name: "text/html" }),
      },
    ],
  },
]);

test("the article is read, what stands around it is not", async () => {
  const text = (await readFile(PAGE)).articles[0]?.text ?? "";
  expect(text).toContain(PROSE);
  expect(text).toContain("Year | Ships\n\n2023 | 4");
  for (const other of ["Home", "rights reserved", "last winter", "mill burned"])
    expect(text).not.toContain(other);
});

test("headings, quotations and list items are blocks of their kind", async () => {
  const { text = "", extracted } = (await readFile(PAGE)).articles[0] ?? {};
  const kinds = (extracted?.blocks ?? []).map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ]);
  expect(kinds).toContainEqual(["quotation", "Nobody asked the crews."]);
  expect(kinds).toContainEqual(["list-item", "One pier is closed."]);
});

test("bytes that are no UTF-8 are read as the page says, each with its place", async () => {
  const { text = "", extracted } = (await readFile(LATIN)).articles[0] ?? {};
  const start = text.indexOf("« Nord »");
  expect(start).toBeGreaterThan(0);
  const [[step] = []] = extracted?.places({ start, end: start + 8 }) ?? [];
  if (step?.kind !== "bytes") throw new Error("no bytes");
  const words = LATIN.bytes.subarray(step.start, step.end);
  expect(Buffer.from(words).toString("latin1")).toBe("« Nord »");
});

const LINKED = `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"Page"},
{"@type":"NewsArticle","headline":"Ferry stops &amp; rests","author":[{"@id":"#ada"}],"datePublished":"2024-05-03T10:00:00+02:00","publisher":{"name":"North Post"}},
{"@type":"Person","@id":"#ada","name":"Ada Roe"}]}</script>`;

test.each([
  ["linked data", LINKED, "json-ld", "Ferry stops & rests"],
  [
    "its head",
    `<meta property="og:title" content="Ferry stops"><meta name="author" content="Ada Roe">
     <meta property="article:published_time" content="2024-05-03T08:00:00Z"><meta property="og:site_name" content="North Post">`,
    "meta",
    "Ferry stops",
  ],
  [
    "its text and address",
    `<link rel="canonical" href="https://north.example/2024/05/03/ferry"><meta property="og:site_name" content="North Post">`,
    "markup",
    "Ferry stops",
  ],
])("a page declares its article by %s", async (_name, head, origin, title) => {
  const [article] = (await readFile(bytesOf("p.html", page(head, BODY)))).articles;
  const metadata = article?.extracted?.metadata;
  expect(metadata?.title).toEqual({ value: title, origin });
  expect(metadata?.author).toEqual({ value: "Ada Roe", origin });
  expect(metadata?.publisher?.value).toBe("North Post");
  expect(metadata?.published?.value.slice(0, 10)).toBe("2024-05-03");
});

test("of several articles in a page the first is read", async () => {
  const both = page("", `<p>${PROSE}</p><p>${PROSE}</p>`).replace(
    "</main>",
    `<article><h2>Mill burns</h2><p>The mill burned down on Sunday, all of it, firefighters said, and nobody was in it.</p></article></main>`,
  );
  const text = (await readFile(bytesOf("p.html", both))).articles[0]?.text ?? "";
  expect(text).toContain("ferry");
  expect(text).not.toContain("mill burned");
});

test("a fragment is read whole, a page without an article is refused", async () => {
  const fragment = await readFile(bytesOf("item.html", "<p>One &amp; two.</p><p>Three.</p>"));
  expect(fragment.articles[0]?.text).toBe("One & two.\n\nThree.");
  const empty = await readFile(bytesOf("e.html", "<html><body><script>x()</script></body></html>"));
  expect(empty.refused).toMatchObject([{ reason: "no-prose" }]);
});

test("words of two elements with white space between stand apart, in its bytes", async () => {
  const prose = PROSE.replace("the company said", "<a href='/c'>the company</a> <em>said</em>");
  const file = bytesOf("a.html", page("", `<p>${prose}</p><p>${PROSE}</p>`));
  const { articles } = await readFile(file);
  const { text = "", extracted } = articles[0] ?? {};
  const start = text.indexOf("the company said");
  expect(start).toBeGreaterThan(0);
  const end = start + "the company said".length;
  atBytes(file, "the company</a> <em>said")(extracted?.places({ start, end }) ?? []);
});

test("bytes of a page in a mail or in a saved one count in its text with plain line ends", async () => {
  const html = page("", `<p>${PROSE}</p>\n<p>${PROSE}</p>`).replaceAll("\n", "\r\n");
  const coded = Buffer.from(html).toString("base64");
  const head =
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const mail = `From: ada@north.example\r\nSubject: Ferry\r\n${head}${coded}\r\n`;
  const saved = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n${head}${coded}\r\n--x--\r\n`;
  const unix = html.replaceAll("\r\n", "\n");
  for (const file of [bytesOf("a.eml", mail), bytesOf("a.mht", saved)]) {
    const { text = "", extracted } = (await readFile(file)).articles[0] ?? {};
    const start = text.lastIndexOf("the company");
    const first = Buffer.from(unix.slice(0, unix.lastIndexOf("the company"))).length;
    expect(extracted?.places({ start, end: start + 11 })).toEqual([
      [
        { kind: "part", name: "text/html" },
        { kind: "bytes", start: first, end: first + 11 },
      ],
    ]);
  }
});

test("a picture parts the words beside it, and no word from its full stop", async () => {
  const fragment = (html: string) => readFile(bytesOf("p.html", `<p>${html}</p>`));
  for (const picture of ['<img src="x.png">', "<svg><path/></svg>", "<b><img alt=x></b>"]) {
    const { articles } = await fragment(`The ferry${picture}sails <i>again</i>${picture}.`);
    expect(articles[0]?.text).toBe("The ferry sails again.");
    const places = articles[0]?.extracted?.places({ start: 9, end: 10 }) ?? [];
    expect(places[0]?.[0]?.kind).toBe("bytes");
  }
  expect((await fragment("The fer<!-- x -->ry<wbr>boat")).articles[0]?.text).toBe("The ferryboat");
});
