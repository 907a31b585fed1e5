// Nothing → Pandoc and Chromium for test/tools, installed where that is possible; or, on stderr, which are missing.
//
//   node scripts/tools-for-tests.mjs    uses apt-get as root; elsewhere it only looks
//
// Always exits 0: without a tool its tests skip, and say so.

import { execFileSync, spawnSync } from "node:child_process";

const MINUTES = 60_000;
const tools = [
  { package: "pandoc", names: ["pandoc"] },
  { package: "chromium", names: ["chromium", "chromium-browser", "google-chrome"] },
];
const say = (text) => process.stderr.write(`tools for tests: ${text}\n`);
const starts = (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0;
const missing = () => tools.filter(({ names }) => !names.some(starts));

/** Bounded: a mirror that does not answer must not hold up the tests. */
function install(packages) {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (words, timeout) =>
    execFileSync("apt-get", ["-qq", "-o", "Acquire::Retries=1", ...words], {
      env: environment,
      stdio: ["ignore", "ignore", "ignore"],
      timeout,
    });
  try {
    run(["update"], 2 * MINUTES);
    run(["install", "-y", "--no-install-recommends", ...packages], 5 * MINUTES);
  } catch (error) {
    say(`apt-get failed (${error.message.split("\n")[0]})`);
  }
}

const wanted = missing().map((tool) => tool.package);
if (wanted.length > 0 && process.getuid?.() === 0 && starts("apt-get")) install(wanted);
for (const tool of missing()) say(`SKIPPED: no ${tool.package} here, its tests do not run`);
