// npm pack → an install in an empty folder elsewhere, its resolved tree, an index and an answer.
//
//   node scripts/try-tarball.mjs [--keep]

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isolateEnvironment, requireAnswer, run, sampleQuestion } from "./try-program.mjs";

/** Packages that must not be in a user's tree: large, or from a small publisher. */
const unwanted = /^(?:openai|@huggingface\/|@plurnk\/|@xenova\/|sharp$|onnxruntime-web$)/;
const packed = ["dist/cli/main.js", "dist/index.d.ts", "LICENSE", "corpus/cnn-isis-documents.md"];
const weights = "models/all-minilm-l6-v2/model_quantized.onnx";

const root = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "pullquote-tarball-"));
const say = (text) => process.stdout.write(`${text}\n`);

/** The packages of the tree as npm resolved it, installed here or not, under their real names. */
function readTree(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { name, version, link }]) => ({
      name: name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      link,
    }));
}

try {
  const [{ filename, size, files }] = JSON.parse(
    run("npm", ["pack", "--json", "--silent", "--pack-destination", work], { cwd: root }).replace(
      /^[^[]*/,
      "",
    ),
  );
  const names = new Set(files.map(({ path }) => path));
  const absent = [...packed, weights].filter((name) => !names.has(name));
  if (absent.length > 0) throw new Error(`not in the tarball: ${absent.join(", ")}`);
  const stray = [...names].filter((name) => /^(?:src|test|bench|index|scripts)\//.test(name));
  if (stray.length > 0) throw new Error(`should not be in the tarball: ${stray.join(", ")}`);
  say(`tarball: ${names.size} files, ${(size / 1e6).toFixed(1)} MB`);

  const folder = join(work, "empty");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const env = isolateEnvironment(join(work, "home"));
  // Strict: a package that does not want this Node fails the installation instead of warning.
  run("npm", ["install", "--no-audit", "--no-fund", join(work, filename)], {
    cwd: folder,
    env: { ...env, HOME: process.env.HOME ?? "" },
  });
  const tree = readTree(folder);
  const bad = tree.filter(({ name }) => unwanted.test(name));
  if (bad.length > 0) {
    throw new Error(`in the resolved tree: ${bad.map((one) => `${one.name}@${one.version}`)}`);
  }
  say(`resolved tree: ${tree.length} packages, none unwanted`);

  const program = join(folder, "node_modules", ".bin", "pullquote");
  if (!existsSync(join(folder, "node_modules/pullquote", weights))) throw new Error("no model");
  const elsewhere = join(work, "elsewhere");
  mkdirSync(elsewhere);
  const options = { cwd: elsewhere, env };
  say(`version: ${run(program, ["--version"], options).trim()}`);
  run(program, ["index", "--sample"], options);
  const answer = run(program, ["ask", "--sample", sampleQuestion], options);
  requireAnswer(answer);
  say(`answered from the sample:\n${answer}`);
} finally {
  if (process.argv.includes("--keep")) say(`kept ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
