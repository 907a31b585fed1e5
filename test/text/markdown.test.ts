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
