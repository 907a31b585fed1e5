import { expect, test } from "vitest";
import { readFrontMatter } from "../../../src/corpus/read/read-front-matter.ts";

const values = (text: string): Record<string, unknown> | undefined => {
  const front = readFrontMatter(text);
  return front === undefined
    ? undefined
    : Object.fromEntries(front.entries.map(({ key, value }) => [key, value]));
};

test("values stay text as written, whatever YAML would make of them", () => {
  expect(values("---\ndate: 2021-04-03\npages: 007\nopen: no\n---\nText.")).toEqual({
    date: "2021-04-03",
    pages: "007",
    open: "no",
  });
});

test("CRLF, a closing line of dots and an empty block are front matter", () => {
  expect(values("---\r\ntitle: Rain\r\n---\r\nText.")).toEqual({ title: "Rain" });
  expect(values("---\ntitle: Rain\n...\nText.")).toEqual({ title: "Rain" });
});

test("front matter in another language is set aside unread", () => {
  const text = '---js\nmodule.exports = { title: "Rain" }\n---\nText.';
  expect(readFrontMatter(text)).toMatchObject({ start: 0, end: text.indexOf("\nText.") });
  expect(values(text)).toEqual({});
});

test("what is no YAML but says what it means is read line by line", () => {
  expect(values("---\ntitle: Chad: a river's end\nauthor: @roe\n---\n")).toMatchObject({
    title: "Chad: a river's end",
    author: "@roe",
  });
});

test.each([
  ["a rule", "---\n\nText between two rules.\n\n---\n"],
  ["an open fence", "---\nBreaking: it rains.\n\nText.\n"],
  ["text", "Text.\n---\ntitle: Rain\n---\n"],
])("%s is no front matter", (_, text) => {
  expect(readFrontMatter(text)).toBeUndefined();
});

const lines = Array.from(
  { length: 9 },
  (_, at) => `a${at + 1}: &a${at + 1} [${Array.from({ length: 9 }, () => `*a${at}`).join(",")}]`,
);
test.each([
  ["aliases that multiply", `---\na0: &a0 [x]\n${lines.join("\n")}\n---\n`],
  ["custom tags", "---\ntitle: !!js/function 'function () {}'\n---\n"],
  ["deep brackets", `---\na: ${"[".repeat(30_000)}\n---\n`],
  ["deep lists", `---\n${"- ".repeat(15_000)}x\n---\n`],
  ["deep keys", `---\n${"? ".repeat(15_000)}x\n---\n`],
  [
    "deep indents",
    `---\n${Array.from({ length: 250 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")}\n---\n`,
  ],
  ["a key like __proto__", "---\n__proto__: x\nconstructor: y\n---\n"],
])("hostile front matter does nothing: %s", (_, text) => {
  expect(readFrontMatter(text)?.start ?? 0).toBe(0);
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
});
