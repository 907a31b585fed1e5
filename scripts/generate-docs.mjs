// The program and its modules → the generated parts of the documents, written between their marks.
//
//   node scripts/generate-docs.mjs            writes the parts below and the config's schema
//   node scripts/generate-docs.mjs --check    exits 1 where a document differs from the program
//
// A part stands between `<!-- generated: NAME -->` and `<!-- end of NAME -->`. Needs a build.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KEYS } from "../dist/browser/page.js";
import { drawRooms } from "./draw-rooms.mjs";
import { isolateEnvironment, sampleQuestion } from "./try-program.mjs";
import { writeColumns, writeFullText, writeVersion } from "./write-format.mjs";
import {
  buildConfigSchema,
  writeAllHelp,
  writeFormatsTable,
  writeSettingsTable,
  writeToolTable,
} from "./write-reference.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const fence = (language, text) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** What the README's first command prints on stdout, from an index made anew. */
function answerSample() {
  const home = mkdtempSync(join(tmpdir(), "pullquote-docs-"));
  try {
    const words = [
      "dist/cli/main.js",
      "ask",
      sampleQuestion,
      "--index",
      join(home, "index"),
      "--width",
      "80",
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: root,
      encoding: "utf8",
      env: { ...isolateEnvironment(home), COLUMNS: "80" },
    });
    if (status !== 0) throw new Error(`the sample question: exit ${status}\n${stdout}${stderr}`);
    return stdout;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const showHelp = ({ command, text }) => `## ${command}\n\n${fence("text", text)}`;

const documents = {
  "README.md": {
    "first answer": () => fence("text", answerSample()),
    keys: () => writeKeys(),
  },
  "docs/commands.md": {
    help: () => writeAllHelp().map(showHelp).join("\n\n"),
  },
  "docs/exports.md": {
    formats: () => writeFormatsTable(),
  },
  "docs/settings.md": {
    settings: () => writeSettingsTable(),
  },
  "docs/index-format.md": {
    version: writeVersion,
    columns: writeColumns,
    "full text": writeFullText,
  },
  "docs/mcp.md": {
    tools: () => writeToolTable(),
  },
  "ARCHITECTURE.md": {
    rooms: async () => fence("mermaid", await drawRooms()),
  },
};

/** The keys of the page, as the page itself lists them. */
function writeKeys() {
  const rows = KEYS.map(([key, does]) => `| \`${key}\` | ${does} |`);
  return ["| Key | Does |", "|---|---|", ...rows].join("\n");
}

/** The document with that part replaced. A missing mark is an error: nothing would be checked. */
function replacePart(text, name, part) {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`no marks for the part "${name}"`);
  return `${text.slice(0, from)}${begin}\n\n${part}\n\n${text.slice(to)}`;
}

const checking = process.argv.includes("--check");
for (const [document, parts] of Object.entries(documents)) {
  const path = join(root, document);
  const before = readFileSync(path, "utf8");
  let after = before;
  for (const [name, write] of Object.entries(parts)) {
    const replaced = replacePart(after, name, await write());
    if (checking && replaced !== after) {
      process.stderr.write(`${document}: the part "${name}" differs; run "npm run docs"\n`);
      process.exitCode = 1;
    }
    after = replaced;
  }
  if (!checking && after !== before) {
    writeFileSync(path, after);
    process.stdout.write(`${document}: written anew\n`);
  }
}
const schemaFile = "docs/schemas/config.schema.json";
const schema = JSON.stringify(buildConfigSchema(), null, 2);
// Compared by value: the formatter lays the file out in its own way.
if (JSON.stringify(JSON.parse(readFileSync(join(root, schemaFile), "utf8")), null, 2) !== schema) {
  if (checking) {
    process.stderr.write(`${schemaFile} differs; run "npm run docs"\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, schemaFile), `${schema}\n`);
    spawnSync("npx", ["biome", "format", "--write", schemaFile], { cwd: root });
    process.stdout.write(`${schemaFile}: written anew\n`);
  }
}
