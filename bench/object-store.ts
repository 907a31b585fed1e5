// An S3 server on this machine → how many requests and seconds a cold question costs, and what writers lose.
//
//   node --import tsx bench/object-store.ts [--articles 1000] [--delay 20] [--writers 4] [--commits 250]
//
// Needs moto (node scripts/tools-for-tests.mjs) and a built program (npm run build).

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import { STATE } from "../test/contracts/passage-entries.ts";
import { readRecords } from "../test/contracts/read-records.ts";
import { type ServedStore, serveStore, setEnvironment } from "../test/object-stores/serve-store.ts";
import { startSlowProxy } from "../test/object-stores/slow-proxy.ts";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "1000" },
    delay: { type: "string", default: "20" },
    writers: { type: "string", default: "4" },
    commits: { type: "string", default: "250" },
  },
});

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const WRITER = fileURLToPath(new URL("../test/object-stores/write-articles.ts", import.meta.url));

interface Ended {
  readonly seconds: number;
  readonly output: string;
}

/** @throws where it ends with neither 0 nor 1: the latter is an abstention */
async function start(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, words, {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (status !== 0 && status !== 1) throw new Error(`${words.join(" ")} ended with ${status}`);
  return { seconds: (performance.now() - began) / 1000, output };
}

const HARBOURS = ["Alder Bay", "Marsk", "Tollen", "Viborg Sound", "Oster Quay", "Hemmel"];
const SUBJECTS = ["ferry", "lighthouse", "pier", "crane", "breakwater", "fish market", "customs"];

/** Articles of three sentences: what a question costs in requests hardly depends on their length. */
async function writeCorpus(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < count; at += 1) {
    const place = HARBOURS[at % HARBOURS.length];
    const subject = SUBJECTS[at % SUBJECTS.length];
    const text = `The ${subject} of ${place} was closed on day ${at} of the inquiry.\n\nThe harbour master said that ${at * 7 + 3} crowns a day were lost. Work on the ${subject} begins again when permit ${at} is granted.\n`;
    await writeFile(join(folder, `story-${at}.txt`), text);
  }
}

/**
 * A cold process a question, each request to the store some milliseconds late: how many there are, and how
 * long at least one of them is under way.
 */
async function measureQuestions(store: ServedStore): Promise<void> {
  const delay = Number(values.delay);
  const place = await mkdtemp(join(tmpdir(), "pullquote-bench-"));
  const corpus = join(place, "corpus");
  const cache = join(place, "cache");
  await writeCorpus(corpus, Number(values.articles));
  const index = await store.makeBucket();
  const proxy = await startSlowProxy(store.url, delay);
  const run = (words: readonly string[], endpoint: string) =>
    start(
      [PROGRAM, ...words, "--corpus", corpus, "--index", index, "--storage", "allow_http=true"],
      { ...process.env, AWS_ENDPOINT_URL: endpoint, XDG_STATE_HOME: place, XDG_CACHE_HOME: cache },
    );
  try {
    const made = await run(["index", "--quiet"], store.url);
    print(`${values.articles} articles indexed in ${made.seconds.toFixed(1)} s`);
    const question = "How many crowns a day were lost at the ferry of Marsk?";
    const noRefresh = ["ask", "--no-refresh", question];
    for (const [words, copy] of [
      [["search", "--no-refresh", question], "none yet"],
      [noRefresh, "none yet"],
      [noRefresh, "there"],
      [["ask", question], "there"],
      // A file where the folder should be: as an index that is too large for a copy.
      [noRefresh, "none"],
    ] as const) {
      if (copy !== "there") await rm(cache, { recursive: true, force: true });
      if (copy === "none") await writeFile(cache, "");
      proxy.reset();
      const { seconds } = await run(words, proxy.url);
      const count = (method: string) =>
        proxy.requests.filter((request) => request.startsWith(method)).length;
      const told = ["GET", "HEAD", "PUT", "POST", "DELETE"]
        .map((method) => `${count(method)} ${method}`)
        .filter((text) => !text.startsWith("0 "));
      const shown = `${words.slice(0, -1).join(" ")}, copy ${copy}`;
      const waited = (proxy.waitedMs() / 1000).toFixed(2);
      print(
        `  ${shown}: ${waited} s of ${seconds.toFixed(2)} s at ${delay} ms a request · ${told.join(", ")}`,
      );
      if (process.env["SHOW_REQUESTS"]) print(proxy.requests.join("\n"));
    }
  } finally {
    await proxy.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** Processes that write the same index at once, an article a commit, each under the lock. */
async function measureWriters(store: ServedStore): Promise<void> {
  const [writers, commits] = [Number(values.writers), Number(values.commits)];
  const index = await store.makeBucket();
  const opened = openLanceStore(index, store.storage);
  await opened.reset(STATE);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: writers }, (_, writer) =>
      start(
        [
          "--import",
          "tsx",
          WRITER,
          index,
          JSON.stringify(store.storage),
          `w${writer}`,
          String(commits),
        ],
        process.env,
      ),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  const ids = (await readRecords(opened)).map(({ id }) => id);
  const wanted = Array.from(
    { length: writers * commits },
    (_, at) => `w${Math.floor(at / commits)}-${at % commits}`,
  );
  const lost = wanted.filter((id) => !ids.includes(id)).length;
  let passages = 0;
  for (const id of wanted) passages += (await opened.passagesOf(id)).length;
  await opened.close();
  print(`${writers} writers × ${commits} commits in ${seconds.toFixed(0)} s`);
  print(`  articles: lost ${lost}, doubled ${ids.length - new Set(ids).size}`);
  print(`  passages: ${passages} of ${wanted.length * 2}`);
}

const store = await serveStore("moto");
setEnvironment(store.environment);
try {
  if (Number(values.articles) > 0) await measureQuestions(store);
  if (Number(values.writers) > 0) await measureWriters(store);
} finally {
  await store.stop();
}
