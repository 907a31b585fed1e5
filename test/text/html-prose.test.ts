import fc from "fast-check";
import { expect, test } from "vitest";
import { readHtmlProse } from "../../src/text/html-prose.ts";

const shown = (html: string): string[] =>
  readHtmlProse(html).blocks.map(({ kind, text }) => `${kind}: ${text.trim()}`);

test.each([
  ["a sign in an attribute", '<p title="a > b">The quay</p>', ["paragraph: The quay"]],
  ["a head without an end", "<head><title>T</title><body>The quay", ["paragraph: The quay"]],
  [
    "items without an end",
    "<ul><li>One<li>Two</ul>Behind",
    ["list-item: One", "list-item: Two", "paragraph: Behind"],
  ],
  [
    "blocks of one name in each other",
    '<div class="pullquote"><div>One</div><p>Two</p></div><p>Behind',
    ["quotation: One", "quotation: Two", "paragraph: Behind"],
  ],
  ["a style that names quotes", '<div class="blockquote-big"><p>One', ["paragraph: One"]],
  ["code without an end", "<code>x <p>“Said”</p>", ["paragraph: x", "paragraph: “Said”"]],
  [
    "a cell that ends too much",
    "<table><td>One</div><td>Two",
    ["paragraph: One", "paragraph: Two"],
  ],
  ["a title in a drawing", "<p>One <svg><title/></svg>two", ["paragraph: One two"]],
  ["a tag without an end", "<p>One “two” <b three", ["paragraph: One “two” <b three"]],
  ["a raw element", "<p>One<script>if (a < b) '</p>'</script> two", ["paragraph: One two"]],
  [
    "a space that does not break",
    "<p>5&nbsp;crowns\u00a0each",
    ["paragraph: 5\u00a0crowns\u00a0each"],
  ],
])("%s", (_, html, expected) => {
  expect(shown(html)).toEqual(expected);
});

test("each unit has the place where it or its reference stands, and places rise", () => {
  const part = fc.constantFrom(
    ..."<p>,</p>,<b>,</td>,<table>,<td>,<li>,<q>,</q>,<!--,-->,&amp;,&eacute,&#150;,&notit;, ,\r\n,\0,é,😀,words,<,&,<br>,<pre>,<code>,</code>,<a href=x>".split(
      ",",
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const html = parts.join("");
      for (const { text, places } of readHtmlProse(html).blocks) {
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(places.at(-1)).toBeLessThanOrEqual(html.length);
        for (const [at, unit] of text.split("").entries()) {
          const sign = html.charAt(places[at] ?? -1);
          expect(unit === sign || /[&<\s]/.test(sign)).toBe(true);
        }
      }
    }),
  );
});

test.each([
  "<div>",
  "<p>x",
  "<b>",
  "<li>x",
  "<pre>x",
  "<a href=x>",
  "<td>",
  "<!--",
  "<",
  "&",
  "</p>",
])("a page of nothing but %s is read in little time", (part) => {
  const before = performance.now();
  const { blocks, codes } = readHtmlProse(`${part.repeat(60_000)}</table>--><p>The end.`);

  expect(performance.now() - before).toBeLessThan(6_000);
  expect(blocks.length + codes.length).toBeGreaterThan(0);
});
