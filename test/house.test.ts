// The house rules catch each kind of fault, planted in a copy of the sources, and read every module.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Excerpt, Quote } from "../src/core/answer.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"));
const read = (name: string): string => readFileSync(join(root, "src", name), "utf8");

/** A copy of what the house rules read, so that a fault can be planted without touching ours. */
const copyHouse = (): string => {
  const copy = mkdtempSync(join(tmpdir(), "pullquote-house-"));
  for (const part of [
    "src",
    "scripts",
    "package.json",
    "tsconfig.json",
    ".dependency-cruiser.mjs",
  ]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
};

const checkHouse = (house: string) =>
  spawnSync(process.execPath, ["scripts/check-house.mjs"], { cwd: house, encoding: "utf8" });

/** Rule that must speak → file to plant → what stands in it. */
const faults: readonly (readonly [rule: string, file: string, text: string])[] = [
  ["no-circles", "text/planted-a.ts", 'import "./planted-b.ts";'],
  ["no-orphans", "text/planted-orphan.ts", "export const alone = 1;"],
  ["core-uses-what-lies-below", "core/planted.ts", 'import "../text/words.ts";'],
  ["text-uses-what-lies-below", "text/planted.ts", 'import "../core/errors.ts";'],
  ["english-uses-what-lies-below", "english/planted.ts", 'import "../question/read-question.ts";'],
  ["question-uses-what-lies-below", "question/planted.ts", 'import "../quote/mint-quote.ts";'],
  ["quote-uses-what-lies-below", "quote/planted.ts", 'import "../corpus/read-articles.ts";'],
  ["corpus-uses-what-lies-below", "corpus/planted.ts", 'import "../question/read-question.ts";'],
  ["search-uses-what-lies-below", "search/planted.ts", 'import "../answer/answer-question.ts";'],
  ["answer-uses-what-lies-below", "answer/planted.ts", 'import "../compare/compare-evidence.ts";'],
  ["compare-uses-what-lies-below", "compare/planted.ts", 'import "../timeline/trace-timeline.ts";'],
  [
    "timeline-uses-what-lies-below",
    "timeline/planted.ts",
    'import "../compare/compare-evidence.ts";',
  ],
  ["lists-uses-what-lies-below", "lists/planted.ts", 'import "../answer/answer-question.ts";'],
  ["verify-uses-what-lies-below", "verify/planted.ts", 'import "../export/render-terminal.ts";'],
  ["export-uses-what-lies-below", "export/planted.ts", 'import "../answer/answer-question.ts";'],
  [
    "evaluate-uses-what-lies-below",
    "evaluate/planted.ts",
    'import "../verify/check-documents.ts";',
  ],
  [
    "adapters-uses-what-lies-below",
    "adapters/builtin/planted.ts",
    'import "../../answer/answer-question.ts";',
  ],
  [
    "assistant-uses-what-lies-below",
    "assistant/planted.ts",
    'import "../export/render-terminal.ts";',
  ],
  ["capabilities-touch-no-world", "verify/planted-file.ts", 'import "node:fs";'],
  ["capabilities-touch-no-world", "question/planted-clock.ts", 'import "node:timers";'],
  [
    "capabilities-touch-no-world",
    "corpus/ingest/planted-clock.ts",
    'import "node:timers/promises";',
  ],
  ["a-question-is-read-once", "search/planted-form.ts", 'import "../question/asked-speaker.ts";'],
  ["adapters-do-not-meet", "adapters/files/planted.ts", 'import "../builtin/planted.ts";'],
  ["cli-uses-the-public-api", "cli/planted.ts", 'import "../assistant/assistant.ts";'],
  ["cli-uses-the-public-api", "cli/planted-mcp.ts", 'import "../mcp/tool.ts";'],
  ["mcp-uses-the-public-api", "mcp/planted.ts", 'import "../assistant/assistant.ts";'],
  ["one-command-starts-the-mcp-server", "cli/planted-server.ts", 'import "../mcp/serve.ts";'],
  ["one-door-mcp", "cli/planted-protocol.ts", 'import "@modelcontextprotocol/server";'],
  ["one-door-network", "mcp/planted-net.ts", 'import "node:http";'],
  ["browser-uses-the-public-api", "browser/planted.ts", 'import "../assistant/assistant.ts";'],
  ["the-page-is-alone", "browser/client/planted.ts", 'import "../serve-reader.ts";'],
  ["nothing-imports-the-page", "export/planted-page.ts", 'import "../browser/wire.ts";'],
  ["nothing-imports-the-cli", "adapters/planted/planted.ts", 'import "../../cli/planted.ts";'],
  ["one-door-commander", "adapters/planted/door.ts", 'import "commander";'],
  ["one-door-jq", "cli/planted-jq.ts", 'import "jq-web";'],
  ["one-door-config-reader", "answer/planted-config.ts", 'import "env-paths";'],
  ["one-door-lancedb", "search/planted-store.ts", 'import "@lancedb/lancedb";'],
  ["one-door-lancedb", "cli/planted-arrow.ts", 'import "apache-arrow";'],
  ["one-door-object-stores", "adapters/lancedb/planted-s3.ts", 'import "@aws-sdk/client-s3";'],
  [
    "stores-are-for-files-and-the-index",
    "adapters/web/planted-store.ts",
    'import "../object-stores/open-bucket.ts";',
  ],
  ["one-door-onnxruntime", "quote/planted-onnx.ts", 'import "onnxruntime-node";'],
  ["one-door-text-recognition", "corpus/formats/planted-ocr.ts", 'import "tesseract.js";'],
  ["one-door-ollama", "adapters/files/planted-ollama.ts", 'import "ollama";'],
  ["one-door-langchain", "adapters/ollama/planted.ts", 'import "langchain";'],
  ["one-door-front-matter-reader", "cli/planted-yaml.ts", 'import "yaml";'],
  ["one-door-front-matter-reader", "text/planted-toml.ts", 'import "smol-toml";'],
  ["one-door-stemmer", "corpus/read/planted-stem.ts", 'import "porter2";'],
  ["one-door-markdown", "export/planted-marked.ts", 'import "marked";'],
  ["one-door-html", "text/planted-html.ts", 'import "parse5";'],
  ["one-door-character-references", "cli/planted-entities.ts", 'import "entities";'],
  ["one-door-readers-of-files", "text/planted-table.ts", 'import "csv-parse/sync";'],
  ["one-door-readers-of-files", "search/planted-mail.ts", 'import "postal-mime";'],
  ["one-door-readers-of-files", "text/planted-page.ts", 'import "linkedom";'],
  ["one-door-folder-watcher", "cli/planted-watch.ts", 'import "@parcel/watcher";'],
  ["one-door-readers-of-files", "text/planted-xml.ts", 'import "sax";'],
  ["one-door-readers-of-files", "adapters/files/planted-zip.ts", 'import "yauzl";'],
  ["one-door-unpacking", "corpus/formats/planted-inflate.ts", 'import "node:zlib";'],
  [
    "one-door-readers-of-files",
    "quote/planted-pdf.ts",
    'import "pdfjs-dist/legacy/build/pdf.mjs";',
  ],
  ["one-door-linear-expressions", "text/planted-expression.ts", 'import "re2js";'],
  ["one-door-word-diff", "text/planted-diff.ts", 'import "diff";'],
  ["one-door-text-width", "cli/planted-width.ts", 'import "string-width";'],
  ["one-door-network", "adapters/planted/net.ts", 'import "node:https";'],
  ["packages-that-touch-the-world", "corpus/planted-write.ts", 'import "write-file-atomic";'],
  ["no-dev-dependency-at-run-time", "answer/planted-dev.ts", 'import "fast-check";'],
];

const otherHalfOfTheCircle = ["", "text/planted-b.ts", 'import "./planted-a.ts";'] as const;

describe("the house rules", () => {
  let house: string;
  let clean: ReturnType<typeof checkHouse>;
  let faulty: ReturnType<typeof checkHouse>;

  beforeAll(() => {
    house = copyHouse();
    clean = checkHouse(house);
    for (const [, file, text] of [...faults, otherHalfOfTheCircle]) {
      mkdirSync(dirname(join(house, "src", file)), { recursive: true });
      writeFileSync(join(house, "src", file), `// planted\n${text}\n`);
    }
    faulty = checkHouse(house);
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  test("find no fault in the sources and read every module of them", () => {
    expect(clean.stderr).toBe("");
    expect(clean.stdout).toBe(`house rules: ${sources.length} modules read, 0 violations\n`);
    expect(clean.status).toBe(0);
  });

  test.each(faults)("%s catches src/%s", (rule, file) => {
    expect(faulty.status).toBe(1);
    expect(faulty.stderr).toContain(`${rule}: src/${file} → `);
  });

  test("are all tried here: each rule has a planted fault", async () => {
    const config = pathToFileURL(join(root, ".dependency-cruiser.mjs")).href;
    const { default: rules } = (await import(config)) as {
      default: { forbidden: readonly { name: string }[] };
    };
    const tried = new Set(faults.map(([rule]) => rule));
    expect(rules.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  test("reading fewer modules than there are is a failure", () => {
    const half = copyHouse();
    try {
      const config = join(half, ".dependency-cruiser.mjs");
      const text = readFileSync(config, "utf8");
      writeFileSync(config, text.replace("options: {", 'options: { exclude: "^src/core/",'));
      const { status, stderr } = checkHouse(half);
      expect(stderr).toMatch(/^read \d+ modules of \d+ under src\/$/m);
      expect(status).toBe(1);
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
  });
});

describe("a quote", () => {
  test("cannot be written by hand: the compiler refuses what was not minted", () => {
    const byHand = { articleId: "a.md", start: 0, end: 1, text: "x", prefix: "", suffix: "" };
    // @ts-expect-error an excerpt carries a mark that only verification can give
    const excerpt: Excerpt = byHand;
    // @ts-expect-error and so does a quote
    const quote: Quote = { number: 1, ...byHand };
    expect([excerpt.text, quote.number]).toEqual(["x", 1]);
  });

  test("is made by a cast in one file only", () => {
    const cast =
      /\bas\s+(?:unknown\s+as\s+)?(?:readonly\s+)?(?:Quote|Excerpt)\b|\bas\s+(?:any|never)\b/;
    const casting = sources.filter((name) => cast.test(read(name)));
    expect(casting).toEqual(["quote/mint-quote.ts"]);
  });
});

describe("a source file", () => {
  test("opens with its duty", () => {
    expect(sources.filter((name) => !/^(?:#!.*\n)?\/\/ \S/.test(read(name)))).toEqual([]);
  });

  test("is named for what it does", () => {
    const vague = /^(?:utils?|helpers?|manager|service|misc|data|cfg|opts)\b/;
    expect(sources.filter((name) => vague.test(basename(name)))).toEqual([]);
  });

  test("has no unfinished business", () => {
    expect(sources.filter((name) => /\b(?:TODO|FIXME|XXX)\b|@ts-ignore/.test(read(name)))).toEqual(
      [],
    );
  });
});
