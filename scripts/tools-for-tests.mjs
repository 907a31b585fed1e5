// Nothing → Pandoc and Chromium for test/tools, servers of stores for test/object-stores, installed where that is
// possible; or, on stderr, which are missing.
//
//   node scripts/tools-for-tests.mjs    uses apt-get as root; elsewhere it only looks for Pandoc and Chromium
//
// The servers go into node_modules/.cache/test-tools: moto by pip, Azurite and s3rver by npm.
//
// Always exits 0: without a tool its tests skip, and say so.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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

const folder = fileURLToPath(new URL("../node_modules/.cache/test-tools", import.meta.url));
/** The newest Azurite wants Node 22. s3rver is the store that must be refused. */
const servers = [
  {
    name: "moto",
    file: join(folder, "moto", "bin", "moto_server"),
    steps: [
      ["python3", "-m", "venv", join(folder, "moto")],
      [join(folder, "moto", "bin", "pip"), "install", "--quiet", "moto[server]==5.2.5"],
    ],
  },
  {
    name: "azurite and s3rver",
    file: join(folder, "node_modules", ".bin", "s3rver"),
    steps: [
      [
        "npm",
        "install",
        "--silent",
        "--no-save",
        "--prefix",
        folder,
        "azurite@3.35.0",
        "s3rver@3.7.1",
      ],
    ],
  },
];
mkdirSync(folder, { recursive: true });
for (const { name, file, steps } of servers) {
  if (existsSync(file)) continue;
  try {
    for (const [command, ...words] of steps) {
      execFileSync(command, words, { stdio: "ignore", timeout: 4 * MINUTES });
    }
  } catch (error) {
    say(`SKIPPED: no ${name} here, its tests do not run (${error.message.split("\n")[0]})`);
  }
}
