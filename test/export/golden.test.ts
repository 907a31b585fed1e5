import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { projectAnswer } from "../../src/export/project-json.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { renderTerminal } from "../../src/export/render-terminal.ts";
import { CASES, loadCase } from "./load-case.ts";

const names = readdirSync(CASES).sort();

function expected(name: string, file: string): string {
  return resolve(join(CASES, name, "expected", file));
}

test("there are cases to compare", () => {
  expect(names.length).toBeGreaterThanOrEqual(5);
});

describe.each(names)("%s looks as it did", (name) => {
  test.each([40, 80, 120])("in %d columns", async (width) => {
    const shown = renderTerminal(loadCase(name), { width, colour: false, hyperlinks: false });
    await expect(shown).toMatchFileSnapshot(expected(name, `${width}.txt`));
  });

  test("in colour with links", async () => {
    const shown = renderTerminal(loadCase(name), { width: 60, colour: true, hyperlinks: true });
    await expect(shown.replaceAll("\u001b", "␛ESC")).toMatchFileSnapshot(
      expected(name, "colour.txt"),
    );
  });

  test("as Markdown", async () => {
    const exported = renderMarkdown([loadCase(name)]);
    await expect(exported).toMatchFileSnapshot(expected(name, "export.md"));
  });

  test("as JSON", async () => {
    const printed = JSON.stringify(projectAnswer(loadCase(name)), undefined, 2);
    await expect(`${printed}\n`).toMatchFileSnapshot(expected(name, "answer.json"));
  });
});
