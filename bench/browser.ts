// Twenty quotes in the page of `open` → milliseconds from the click to their first paint in Chromium, and what the page weighs.
//
//   npx tsx bench/browser.ts [--runs 10]
//
// Needs a build and Chromium. Makes a folder of its own, with an article of dated statements, and deletes it.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findTool } from "../test/tools/find-tool.ts";
import { openChromium, type Page } from "../test/tools/open-chromium.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const QUOTES = 20;
const runs = Number(process.argv[process.argv.indexOf("--runs") + 1] || 10) || 10;
const chromium = findTool("Chromium", ["chromium", "chromium-browser", "google-chrome"]);
if (chromium === undefined) process.exit(1);

const home = mkdtempSync(join(tmpdir(), "pullquote-browser-"));
mkdirSync(join(home, "corpus"));
for (let at = 0; at < QUOTES; at += 1) {
  const text = `The crane at quay ${at + 1} lifted its first container on ${at + 1} August ${2000 + at}, and the harbour band played.`;
  writeFileSync(
    join(home, `corpus/crane-${at + 1}.md`),
    `---\ntitle: Crane ${at + 1}\npublisher: Harbour News\n---\n\n${text}\n`,
  );
}

/** Runs in the page: when the last of the answer was painted, and how many bytes came. */
const MEASURE = `new Promise((done) => {
  const look = () => {
    const [mark] = performance.getEntriesByName("shown");
    if (mark === undefined) return setTimeout(look, 5);
    const painted = performance.getEntriesByType("paint").find(({ name }) => name === "first-contentful-paint");
    const files = performance.getEntriesByType("resource").filter(({ name }) => /\\.(?:js|css|svg)$/.test(name));
    const bytes = files.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
    done({
      first: painted.startTime,
      quotes: mark.startTime,
      shown: document.querySelectorAll(".exhibit").length,
      bytes: bytes + performance.getEntriesByType("navigation")[0].decodedBodySize,
    });
  };
  look();
})`;

interface Measured {
  readonly first: number;
  readonly quotes: number;
  readonly shown: number;
  readonly bytes: number;
}

const child = spawn(process.execPath, [PROGRAM, "open", "--no-browser", "--limit", `${QUOTES}`], {
  cwd: home,
  env: { ...process.env, HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home },
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise<string>((resolve) => {
  child.stdout.once("data", (data: Buffer) => resolve(String(data).trim()));
});
const browser = openChromium(chromium);
const measured: Measured[] = [];
try {
  const page = await browser.open(address, { width: 1300, height: 900 });
  await askTimeline(page);
  const url = await page.evaluate<string>("location.href");
  for (let run = 0; run < runs; run += 1) {
    const again = await browser.open(url, { width: 1300, height: 900 });
    measured.push(await again.evaluate<Measured>(MEASURE));
    await again.close();
  }
} finally {
  await browser.close();
  child.kill("SIGINT");
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}

/** Its answer is kept by the server: each later page shows it at once. */
async function askTimeline(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = () => {
      const send = document.querySelector("#send");
      if (document.querySelector("#answer .receipt")) return done();
      if (!send.disabled && send.textContent === "Ask") {
        document.querySelector("#kind").value = "timeline";
        document.querySelector("#question").value = "the first container of the crane";
        document.querySelector("#ask").requestSubmit();
      }
      setTimeout(look, 50);
    };
    look();
  })`);
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const told = (name: string, pick: (one: Measured) => number): string => {
  const values = measured.map(pick);
  return `${name}: median ${Math.round(median(values))}, most ${Math.round(Math.max(...values))} ms`;
};
process.stdout.write(
  [
    `${measured[0]?.shown} quotes, ${runs} pages, ${measured[0]?.bytes} bytes of page, style and script`,
    told("first paint", ({ first }) => first),
    told("quotes laid out for paint", ({ quotes }) => quotes),
    "",
  ].join("\n"),
);
