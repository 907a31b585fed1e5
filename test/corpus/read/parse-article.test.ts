import { expect, test } from "vitest";
import type { Article } from "../../../src/core/article.ts";
import { parseArticle } from "../../../src/corpus/read/parse-article.ts";

const parse = (text: string, id = "a.txt"): Article =>
  parseArticle({ id, path: id, text, sha256: "0", textSha256: "0", size: 0, modified: 0 });
const told = ({ metadata }: Article): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(metadata).map(([key, field]) => [key, "value" in field ? field.value : field]),
  );
const excludedOf = (article: Article): string[] =>
  article.excluded.map(({ start, end, reason }) => `${reason}: ${article.text.slice(start, end)}`);
const blocksOf = (article: Article): string[] =>
  article.blocks.map(({ start, end, kind }) => `${kind}: ${article.text.slice(start, end)}`);

const BODY =
  "The ferry company will stop its night service to the island of Tarn in May, officials said on Monday.";
const MORE =
  "Residents of the island have relied on the service for more than forty years, and many protested.";

test("front matter gives metadata as declared, and is an excluded span", () => {
  const text = `---\ntitle: "Night ferry: the end"\nauthors: [Ana Roe, Bo Lind]\npublisher: Tarn Post\ndate: 2021-04-03\nabout:\n  publisher: Isle Echo\n  title: No more ferries\n---\n# Night ferry: the end\n\n${BODY}\n`;
  const article = parse(text, "a.md");
  expect(told(article)).toEqual({
    title: "Night ferry: the end",
    author: "Ana Roe, Bo Lind",
    publisher: "Tarn Post",
    published: "2021-04-03",
    about: { publisher: "Isle Echo", title: "No more ferries" },
  });
  expect(article.metadata.publisher?.origin).toBe("front-matter");
  expect(article.excluded.map(({ reason }) => reason)).toEqual(["front-matter", "title"]);
  expect(blocksOf(article)).toEqual([`paragraph: ${BODY}`]);
});

test("what front matter does not give is found in the text, and marked as found", () => {
  const text = [
    "Island loses its night ferry after forty years",
    "By Ana Roe and Bo Lind",
    "April 3, 2021",
    `LUND (XYZ) — ${BODY}`,
    MORE,
  ].join("\n\n");
  const article = parse(text);
  expect(told(article)).toEqual({
    title: "Island loses its night ferry after forty years",
    author: "Ana Roe and Bo Lind",
    published: "2021-04-03",
    dateline: "LUND",
    publisher: "XYZ",
  });
  expect(
    new Set(Object.values(article.metadata).map((field) => "origin" in field && field.origin)),
  ).toEqual(new Set(["found"]));
  expect(blocksOf(article)).toEqual([`paragraph: ${BODY}`, `paragraph: ${MORE}`]);
});

test.each([
  [
    "a dateline on its own line",
    `Ferry service ends on the island\n\nPort Tarn XYZ  — \n\n${BODY}`,
    { publisher: "XYZ", dateline: "Port Tarn" },
  ],
  [
    "a paper that reports",
    `Ferry service ends on the island\n\nNorthern Isle Review reports:\n\n${BODY}`,
    { publisher: "Northern Isle Review" },
  ],
  [
    "a republished article",
    `Isle Affairs: “The Last Ferry to Tarn” (with Bo Lind)\n\n${BODY}\n\nOriginally published by Isle Affairs.`,
    { publisher: "Isle Affairs", title: "The Last Ferry to Tarn", author: "with Bo Lind" },
  ],
  [
    "a link",
    `Ferry service ends on the island\n\nhttps://example.org/ferry\n\n${BODY}`,
    { url: "https://example.org/ferry" },
  ],
])("the text tells of its origin: %s", (_, text, expected) => {
  expect(told(parse(text))).toMatchObject(expected);
});

test.each([
  ["a speaker in a headline", `Minister Roe: “Ferries are safe for now”\n\n${BODY}`],
  ["a person who reports", `Ferry service ends on the island\n\nAna Roe reports:\n\n${BODY}`],
  [
    "a paper that is only cited",
    `Ferry service ends on the island\n\n${BODY} The Tarn Post reported it first.`,
  ],
  ["capitals that are no place", `Ferry service ends on the island\n\nBREAKING — ${BODY}`],
])("no publisher is guessed from %s", (_, text) => {
  const { metadata } = parse(text);
  expect(metadata.publisher).toBeUndefined();
  expect(metadata.dateline).toBeUndefined();
});

test("a text without a headline has no title", () => {
  expect(told(parse(`${BODY}\n\n${MORE}`))).toEqual({});
});

const furniture: [string, string][] = [
  ["related", "READ: Opinion: The island is right"],
  ["related", "Read more"],
  ["related", "Harbour fees:Council votes on new prices for yachts"],
  ["share", "Share this article on Facebook"],
  ["share", "Stay Connected"],
  ["newsletter", "Sign up for our morning newsletter to get the day's news in your inbox."],
  ["caption", "ferry night tarn 04_0001.jpg"],
  ["caption", "01:31 - Source: Harbour TV"],
  ["caption", "The last ferry leaves the pier of Tarn. Ana Roe/Reuters"],
  ["copyright", "© 2021 Tarn Post. All rights reserved."],
  ["author-blurb", "Contributing: Bo Lind in Lund"],
  ["author-blurb", "Ana Roe can be reached at ana@example.org."],
  ["comments", "Please let us know if you're having issues with commenting."],
  ["navigation", "Advertisement"],
];
test.each(furniture)("furniture is excluded as %s and stays in the text: %s", (reason, line) => {
  const article = parse([BODY, line, MORE].join("\n\n"));
  expect(excludedOf(article)).toEqual([`${reason}: ${line}`]);
  expect(blocksOf(article)).toEqual([`paragraph: ${BODY}`, `paragraph: ${MORE}`]);
});

test.each([
  "Share prices of the company fell by a third on Tuesday.",
  "Read more than one paper, the minister advised the islanders.",
  "More: that is what the crews asked for, and what they got.",
  "Copyright law protects the timetable, the judge ruled.",
  "Photos of the deck showed rust, the inspector told the court.",
  "Comments by the mayor angered the crews of both ferries.",
  "Subscribers to the service paid 40 crowns a month, officials said.",
  "Sign-ups for the last trip closed within an hour.",
  "1,500",
])("reporting that looks like furniture is kept: %s", (line) => {
  const article = parse([BODY, line, MORE].join("\n\n"));
  expect(excludedOf(article)).toEqual([]);
});

test("a comment form at the end is excluded whole", () => {
  const form = [
    "Leave a Reply",
    "Fill in your details below or click an icon to log in:",
    "You are commenting using your Isle account.",
    "Connecting to %s",
  ];
  const article = parse([BODY, MORE, ...form].join("\n\n"));
  expect(article.excluded.map(({ reason }) => reason)).toEqual(form.map(() => "comments"));
});

test("highlights that only repeat the prose are excluded, one that says more is kept", () => {
  const head = [
    "Island loses its night ferry in May",
    "Story highlights",
    "Night ferry service to island will stop in May",
    "Helicopter tickets cost triple, brokers warn",
  ];
  const article = parse([...head, BODY, MORE].join("\n\n"));
  expect(excludedOf(article).slice(1)).toEqual([
    "navigation: Story highlights",
    "summary: Night ferry service to island will stop in May",
  ]);
  expect(blocksOf(article)[0]).toContain("Helicopter");
});

test("somebody of whom the article speaks is no author's note, somebody else is", () => {
  const note = "Carl Menk is a professor of transport at the Lund Institute.";
  expect(excludedOf(parse([BODY, MORE, note].join("\n\n")))).toEqual([`author-blurb: ${note}`]);
  const spoken = `${MORE} Menk disagreed with them.`;
  expect(excludedOf(parse([BODY, spoken, note].join("\n\n")))).toEqual([]);
});

test("Markdown's marks are told from its words, which stay raw", () => {
  const text = `# Island loses its night ferry\n\n![Pier](pier.jpg)\n\nLong **shadow**\n-----------\n\nThe ferry *Aurora*\nwill [stop](https://example.org) in May.\n\n- It began in 1981.\n- It ends now.\n\n> “We will row,” one resident said.\n\n\`\`\`\ncode stays in the text.\n\`\`\`\n\n<div class="ad">\n\n<!-- hidden -->\n\n<script>alert("x")</script>\n`;
  const article = parse(text, "a.md");
  expect(blocksOf(article)).toEqual([
    "heading: Long **shadow**",
    "paragraph: The ferry *Aurora*\nwill [stop](https://example.org) in May.",
    "list-item: It began in 1981.",
    "list-item: It ends now.",
    "quotation: “We will row,” one resident said.",
    "paragraph: code stays in the text.",
  ]);
  expect(excludedOf(article)).toContain('markup: <script>alert("x")</script>');
});

test.each([
  [
    "a list in a list, and what goes on in an item",
    `- One thing.\n  - Another thing.\n\n  It goes on.\n`,
    ["list-item: One thing.", "list-item: Another thing.", "list-item: It goes on."],
  ],
  [
    "code that looks like Markdown",
    "~~~\n# no heading\n- no item\n~~~\n",
    ["paragraph: # no heading\n- no item"],
  ],
  [
    "paragraphs of a quotation",
    "> One thing.\n>\n> Another thing,\n> and more.\n",
    ["quotation: One thing.", "quotation: Another thing,\n> and more."],
  ],
  [
    "indents by tabs",
    "1.\t\tOne\tthing\r\n\t\tand all of it.\r\n",
    ["One\tthing\r\n\t\tand all of it."],
  ],
  [
    "a comment in a line",
    "One thing <!-- not this --> and another.\n",
    ["paragraph: One thing", "paragraph: and another."],
  ],
])("blocks of Markdown are what they are on a page: %s", (_, text, expected) => {
  const blocks = blocksOf(parse(`# A night ferry\n\n${text}`, "a.md"));
  expect(blocks.map((block, at) => block.endsWith(expected[at] ?? "?"))).toEqual(
    expected.map(() => true),
  );
});

test("an image's name, its caption and its running time, line under line, are no paragraph", () => {
  const lines = [
    "last night ferry leaves the harbour of tarn pier_04_0001.jpg",
    "Harbour master explains why the night ferry stops in May",
    "01:31 - Source: Harbour TV",
  ];
  const article = parse(
    ["Island loses its night ferry in May", lines.join("\n"), BODY].join("\n\n"),
  );
  expect(excludedOf(article).slice(1)).toEqual(lines.map((line) => `caption: ${line}`));
});

test("a comment that is never closed hides nothing", () => {
  expect(blocksOf(parse(`<!-- open\n\n${BODY}`, "a.md"))).toContain(`paragraph: ${BODY}`);
});

test("wrapped lines make one paragraph, single lines each their own", () => {
  const wrapped =
    "The ferry company will stop its night service to the island of\nTarn in May, officials said on Monday, after forty years of service\nthat many had relied on.";
  expect(blocksOf(parse(wrapped))).toEqual([`paragraph: ${wrapped}`]);
  expect(blocksOf(parse(`${BODY}\r\n${MORE}`))).toEqual([
    `paragraph: ${BODY}`,
    `paragraph: ${MORE}`,
  ]);
});
