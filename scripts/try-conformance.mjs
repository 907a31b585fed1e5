// The conformance suite of the Model Context Protocol, against the built program over HTTP: exits 1 where a scenario fails that asks for nothing but what this server has.
//
//   node scripts/try-conformance.mjs         needs a build and a package registry
//
// Most scenarios want a server of tools that were made for the suite (an image, a prompt, sampling); those say nothing of this one.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isolateEnvironment } from "./try-program.mjs";

/** The last version that runs on our oldest Node. */
const SUITE = "@modelcontextprotocol/conformance@0.1.13";
const SCENARIOS = [
  "server-initialize",
  "ping",
  "tools-list",
  "resources-list",
  "server-sse-multiple-streams",
  "dns-rebinding-protection",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "pullquote-conformance-"));
const environment = isolateEnvironment(work);
const program = join(root, "dist/cli/main.js");
const sample = ["--sample", "--index", join(work, "index")];
let server;

/** Resolves to the address that the server says it listens on. */
async function start() {
  server = spawn(process.execPath, [program, "mcp", "--http", "0", ...sample], {
    cwd: work,
    env: environment,
    stdio: ["ignore", "inherit", "pipe"],
  });
  let told = "";
  for await (const part of server.stderr) {
    told += part;
    const found = /http:\/\/\S+\/mcp/.exec(told);
    if (found) return found[0];
  }
  throw new Error(`the server did not start:\n${told}`);
}

try {
  const install = ["install", "--prefix", work, "--no-audit", "--no-fund", SUITE];
  spawnSync("npm", install, { cwd: work, stdio: "inherit" });
  spawnSync(process.execPath, [program, "index", "-q", ...sample], { cwd: work, env: environment });
  const url = await start();
  const suite = join(work, "node_modules/@modelcontextprotocol/conformance/dist/index.js");
  for (const scenario of SCENARIOS) {
    const words = [suite, "server", "--url", url, "--scenario", scenario];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: work,
      encoding: "utf8",
    });
    process.stdout.write(`${status === 0 ? "ok" : "FAILED"}  ${scenario}\n`);
    if (status === 0) continue;
    process.stderr.write(`${stdout}${stderr}\n`);
    process.exitCode = 1;
  }
} finally {
  server?.kill("SIGTERM");
  rmSync(work, { recursive: true, force: true });
}
