// The documents say what the program does: generated parts, field names, examples and links.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const runNode = (words: readonly string[], folder: string) =>
  spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });

/** The code blocks of a document in one language. */
const readBlocks = (path: string, language: string): readonly string[] =>
  [...read(path).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, code]) => code ?? "",
  );

describe("the generated parts", () => {
  test("show the real answer, help, settings and rooms", () => {
    const { status, stderr } = runNode(["scripts/generate-docs.mjs", "--check"], root);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("README.md opens with the two commands", () => {
    const commands = readBlocks("README.md", "sh")[0];
    expect(commands).toBe(
      `npm ci && npm start -- ask "How many foreign fighters arrive each month?"\nnpm ci && npm test\n`,
    );
  });
});

describe("the way through the code", () => {
  /** Paths in backticks that lead to a file or a folder, from the root or from src/. */
  const pathsIn = (document: string): readonly string[] =>
    [...read(document).matchAll(/`([\w.-]+(?:\/[\w.-]+)+(?:\/|\.ts|\.mjs))`/g)].map(
      ([, path]) => path ?? "",
    );

  test.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("%s names files that are there", (document) => {
    const paths = pathsIn(document);
    const missing = paths.filter(
      (path) => !(existsSync(join(root, path)) || existsSync(join(root, "src", path))),
    );
    expect(paths.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  test("ARCHITECTURE.md can be read in one sitting", () => {
    expect(read("ARCHITECTURE.md").split("\n").length).toBeLessThanOrEqual(250);
  });

  test("npm run files prints each folder with its files and their duties", () => {
    const { status, stdout } = runNode(["scripts/list-files.mjs", "quote"], root);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^src\/quote\/ {2}\(\d+\)\n/);
    expect(stdout).toMatch(/^ {2}mint-quote\.ts: \S/m);
    expect(runNode(["scripts/list-files.mjs", "no-such-room"], root).status).toBe(1);
  });
});

describe("every document", () => {
  const documents = readdirSync(root, { recursive: false, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .concat(readdirSync(join(root, "docs")).map((name) => `docs/${name}`))
    .filter((name) => name.endsWith(".md"));

  test.each(documents)("%s links to files that are there", (document) => {
    const prose = read(document).replace(/^```[\s\S]*?^```/gm, "");
    const targets = [...prose.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
      ([, to]) => to ?? "",
    );
    const missing = targets.filter((to) => !existsSync(join(root, dirname(document), to)));
    expect(missing).toEqual([]);
  });
});

/** All names of properties in a JSON Schema, at any depth. */
const namesOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties } = schema as { properties?: Record<string, unknown> };
  const own = properties === undefined ? [] : Object.keys(properties);
  return [...own, ...Object.values(schema).flatMap(namesOf)];
};

test("docs/proof.md names every field of the proof block", () => {
  const names = new Set(namesOf(JSON.parse(read("docs/schemas/proof.schema.json"))));
  const text = read("docs/proof.md");
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

describe("docs/json.md", () => {
  test.each(["answer", "search"])("names every field of %s", (kind) => {
    const names = new Set(namesOf(JSON.parse(read(`docs/schemas/${kind}.schema.json`))));
    const text = read("docs/json.md");
    const missing = [...names].filter((name) => !new RegExp(`\`${name}(?:\\[\\])?\``).test(text));
    expect(names.size).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  test("shows a check that finds every quote in its file", () => {
    const folder = mkdtempSync(join(tmpdir(), "pullquote-json-"));
    try {
      const question = "How many foreign fighters arrive each month?";
      const words = [join(root, "dist/cli/main.js"), "ask", question, "--sample", "--json"];
      const asked = runNode([...words, "--no-history", "--index", join(folder, "index")], folder);
      expect(asked.status, asked.stderr).toBe(0);
      writeFileSync(join(folder, "answer.json"), asked.stdout);
      const script = /node -e '([\s\S]*?)'\n/.exec(read("docs/json.md"))?.[1] ?? "";
      const { stdout, stderr } = runNode(["-e", script], folder);
      expect(stderr).toBe("");
      const lines = stdout.trim().split("\n");
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.filter((line) => !line.startsWith("true "))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const articles = {
  "brickyard.txt": `Hollin brickyard takes on forty people

By Mara Venn

HOLLIN, 4 March 2021 - The brickyard at Hollin employs 212 people, its manager Odo Brand said on Thursday. It is owned by the Stell family, which bought it in 1987.

Mr Brand said that forty of them were taken on this spring, because the town rebuilds its harbour wall.
`,
  "flood.md": `---
title: Flood reaches the lower town
publisher: The Hollin Courier
published: 2021-03-09
---

The flood reached the lower town of Hollin on Tuesday night. Eleven families left their houses and slept in the school, the fire brigade said.

Water stood forty centimetres deep in the market hall. The mayor, Ines Tarrow, asked the county for pumps.
`,
};

/** What each example of docs/library.md must print, in the document's order. */
const expected: readonly RegExp[] = [
  /^2 articles are indexed\n\[1\] .*212 people/,
  /"kind":"answer"[\s\S]*Stell/,
  /Eleven families[\s\S]*flood\.md \d+/,
  /^interrupted\n$/,
];

describe("docs/library.md", () => {
  const examples = readBlocks("docs/library.md", "ts");
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "pullquote-library-"));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(root, join(folder, "node_modules", "pullquote"), "junction");
    symlinkSync(join(root, "node_modules/@types"), join(folder, "node_modules/@types"), "junction");
    mkdirSync(join(folder, "articles"));
    for (const [name, text] of Object.entries(articles)) {
      writeFileSync(join(folder, "articles", name), text);
    }
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    examples.forEach((code, at) => void writeFileSync(join(folder, `example-${at}.ts`), code));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("has examples that compile", () => {
    const names = examples.map((_, at) => join(folder, `example-${at}.ts`));
    const program = ts.createProgram(names, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.Node20,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
    });
    const faults = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    expect(faults).toEqual([]);
    expect(examples.length).toBe(expected.length);
  });

  test.each(examples.map((code, at) => [at + 1, code] as const))("example %i runs", (at, code) => {
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    writeFileSync(join(folder, `example-${at}.js`), outputText);
    const { status, stdout, stderr } = runNode([`example-${at}.js`], folder);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(expected[at - 1] ?? /^$/);
  });
});
