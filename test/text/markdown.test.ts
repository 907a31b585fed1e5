import { expect, test } from "vitest";
import { readMarkdownProse } from "../../src/text/markdown.ts";

test.each(["-", "+", "="])("a long rule of %s leaves the code below it code", (sign) => {
  const { blocks, codes } = readMarkdownProse(
    `Words.\n\n${sign.repeat(150)}\n\n\`\`\`\n"nobody said these words"\n\`\`\`\n`,
  );

  expect(codes).toHaveLength(1);
  expect(blocks.map(({ text }) => text).join("\n")).not.toContain("nobody");
});

test.each(["> ", ">", "- ", "1. "])("a line of thousands of %s is read as plain text", (marker) => {
  const { blocks } = readMarkdownProse(`${marker.repeat(5000)}“words at the very end”\n`);

  expect(blocks.map(({ text }) => text).join("\n")).toContain("words at the very end");
});

test.each([
  '<script>\r\n[^1]: ---\n</script>{"pullquote": "proof/1"',
  "<div>\n<!-- gone -->   <b>Ada</b> Quill said so.\n          \n</div>\n",
  "> <div>\n> <style>p {\n>    }</style> “We left”\n> </div>\n",
])(
  "a letter of HTML in Markdown has its own place, whatever was blanked before it: %j",
  (markdown) => {
    const { blocks } = readMarkdownProse(markdown);
    const letters = blocks.flatMap(({ text, places }) =>
      [...text].flatMap((letter, at) =>
        /\S/.test(letter) ? [[letter, places[at] ?? -1] as const] : [],
      ),
    );

    expect(letters.length).toBeGreaterThan(0);
    expect(letters.map(([, place]) => markdown.charAt(place))).toEqual(
      letters.map(([letter]) => letter),
    );
    expect(letters.map(([letter]) => letter).join("")).not.toMatch(/^>|script|style/);
  },
);
