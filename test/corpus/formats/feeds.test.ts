// Feeds: RSS, Atom and JSON Feed; whole texts and teasers; lists of feeds.

import { expect, test } from "vitest";
import { FEED_FORMAT } from "../../../src/corpus/formats/feeds.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";

const RSS = bytesOf(
  "north.rss",
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>North Post</title><link>https://north.example/</link><description>News</description>
<item><title>Ferry stops</title><link>https://north.example/ferry</link><dc:creator>Ada Roe</dc:creator>
<pubDate>Fri, 03 May 2024 10:15:00 GMT</pubDate>
<description>The ferry stops.</description>
<content:encoded><![CDATA[The ferry to the north stops at noon on Friday, the company said.]]></content:encoded></item>
<item><title>Mill burns</title><description>The mill burned down on Sunday.</description></item>
</channel></rss>
`,
);
const ATOM = bytesOf(
  "north.atom",
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>North Post</title>
<entry><title>Ferry stops</title><link href="https://north.example/ferry"/><published>2024-05-03T10:15:00Z</published>
<author><name>Ada Roe</name></author><content type="text">The ferry to the north stops at noon.</content></entry></feed>
`,
);
const JSON_FEED = bytesOf(
  "north.json",
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "North Post",
    items: [{ id: "1", title: "Mill burns", content_text: "The mill burned down on Sunday." }],
  }),
);

describeFormat(FEED_FORMAT, [
  {
    file: RSS,
    placed: [
      {
        part: "1",
        words: "to the north",
        at: (places) =>
          expect(places).toEqual([
            [
              { kind: "record", number: 1 },
              { kind: "part", name: "content:encoded" },
              { kind: "bytes", start: 10, end: 22 },
            ],
          ]),
      },
    ],
  },
  { file: ATOM, placed: [] },
  { file: JSON_FEED, placed: [] },
]);

test.each([RSS, ATOM])("an item is an article with what the feed declares of it", async (file) => {
  const [item] = (await readFile(file)).articles;
  expect(item).toMatchObject({
    part: "1",
    extracted: {
      metadata: {
        title: { value: "Ferry stops", origin: "field" },
        author: { value: "Ada Roe" },
        publisher: { value: "North Post" },
        url: { value: "https://north.example/ferry" },
      },
    },
  });
  expect(item?.extracted?.metadata?.published?.value).toMatch(/^2024-05-03/);
});

test("an item that is only a teaser says so", async () => {
  const [whole, teaser] = (await readFile(RSS)).articles;
  expect(whole?.extracted?.metadata?.doubts).toBeUndefined();
  expect(teaser?.extracted?.metadata?.doubts).toHaveLength(1);
});

test("a list of feeds is refused with the command that takes a feed", async () => {
  const list = bytesOf(
    "feeds.opml",
    '<opml version="2.0"><body><outline xmlUrl="https://x.example/f"/></body></opml>',
  );
  expect((await readFile(list)).refused[0]?.detail).toContain("add --feed");
});

test.each([
  [
    "rss",
    (html: string) =>
      `<rss version="2.0"><channel><title>North</title><item><title>Mill</title><description><![CDATA[${html}]]></description></item></channel></rss>`,
  ],
  [
    "json",
    (html: string) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "North",
        items: [{ id: "1", content_html: html }],
      }),
  ],
])(
  "bytes count in the field of %s as it is, comments and white space and all",
  async (ending, write) => {
    const html = "\n  <p>The mill <!-- a slot -->burned down.</p>";
    const { articles } = await readFile(bytesOf(`a.${ending}`, write(html)));
    const { text = "", extracted } = articles[0] ?? {};
    const start = text.indexOf("burned");
    const [place] = extracted?.places({ start, end: start + 6 }) ?? [];
    const at = html.indexOf("burned");
    expect(place?.at(-1)).toEqual({ kind: "bytes", start: at, end: at + 6 });
  },
);
