// Damaged files of every kind → how many end the program, take longer than 10 s, or more than 500 MB of memory.
// npx tsx bench/damaged.ts [--files 1000] [--samples DIR] [--only "deep"]
// --only: one kind of damage. DIR: a folder of sound files of your own, damaged like those that are made here.

import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readArticles } from "../src/corpus/formats/read-file.ts";
import { parseArticle } from "../src/corpus/read/parse-article.ts";
import { type DamagedFile, damageFiles } from "./damaged/damage.ts";
import { SAMPLES } from "./damaged/samples.ts";

const MEGABYTE = 1024 * 1024;
const MAX_BYTES = 20 * MEGABYTE;
const LONGEST_MS = 10_000;
/** What has not answered by then is ended. */
const LONGEST_WAIT_MS = 90_000;
const MOST_MEMORY_MB = 500;

interface Reading {
  readonly articles: number;
  readonly refused: number;
  /** Of processor time, so that other programs do not count. */
  readonly milliseconds: number;
  /** At its peak, in megabytes. */
  readonly memory: number;
  readonly thrown?: string;
}
interface Outcome extends Reading {
  readonly fault?: "crash" | "hang" | "memory";
}

/** In a process of its own: what is damaged may end it. */
function serve(): void {
  process.on("message", async ({ name, content }: { name: string; content: string }) => {
    forgetPeak();
    const before = process.cpuUsage();
    const reading = await read(name, Buffer.from(content, "base64"));
    const { user, system } = process.cpuUsage(before);
    process.send?.({ ...reading, milliseconds: (user + system) / 1000, memory: readPeak() });
  });
}

const STATUS = "/proc/self/status";

/** Linux forgets the peak so far where it is told so; elsewhere there is none. */
function forgetPeak(): void {
  if (existsSync(STATUS)) writeFileSync("/proc/self/clear_refs", "5");
}

function readPeak(): number {
  if (!existsSync(STATUS)) return process.memoryUsage().rss / MEGABYTE;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(STATUS, "latin1"))?.[1] ?? 0) / 1024;
}

async function read(
  name: string,
  bytes: Uint8Array,
): Promise<Omit<Reading, "memory" | "milliseconds">> {
  try {
    const { articles, refused } = await readArticles({ name, bytes }, { maxBytes: MAX_BYTES });
    for (const { text, extracted } of articles) {
      const source = {
        id: name,
        path: name,
        text,
        sha256: "",
        textSha256: "",
        size: 0,
        modified: 0,
      };
      parseArticle({ ...source, ...(extracted !== undefined && { extracted }) });
    }
    return { articles: articles.length, refused: refused.length };
  } catch (cause) {
    return { articles: 0, refused: 0, thrown: String(cause).slice(0, 200) };
  }
}

/** One process for many files, and a new one after each fault. */
class Readers {
  #child: ChildProcess | undefined;

  async read(file: DamagedFile): Promise<Outcome> {
    const outcome = await this.#ask(file);
    if (outcome.fault !== "memory") return outcome;
    // What earlier files left in memory is not this one's.
    this.stop();
    const alone = await this.#ask(file);
    this.stop();
    return alone;
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #ask({ name, bytes }: DamagedFile): Promise<Outcome> {
    this.#child ??= fork(fileURLToPath(import.meta.url), ["--serve"]);
    const child = this.#child;
    return new Promise((resolve) => {
      const end = (reading: Reading, fault?: Outcome["fault"]): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (fault !== undefined) this.stop();
        resolve({ ...reading, ...(fault !== undefined && { fault }) });
      };
      const nothing = { articles: 0, refused: 0, memory: 0, milliseconds: 0 };
      const timer = setTimeout(() => end(nothing, "hang"), LONGEST_WAIT_MS);
      child.on("exit", () => end(nothing, "crash"));
      child.on("message", (reading: Reading) => end(reading, judge(reading)));
      child.send({ name, content: Buffer.from(bytes).toString("base64") });
    });
  }
}

function judge({ thrown, memory, milliseconds }: Reading): Outcome["fault"] {
  if (thrown !== undefined) return "crash";
  if (milliseconds > LONGEST_MS) return "hang";
  return memory > MOST_MEMORY_MB ? "memory" : undefined;
}

function readSamples(folder: string | undefined): typeof SAMPLES {
  if (folder === undefined) return SAMPLES;
  const own = readdirSync(folder).map((name) => ({
    name,
    bytes: readFileSync(join(folder, name)),
  }));
  return [...SAMPLES, ...own];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: "string", default: "1000" },
      samples: { type: "string" },
      only: { type: "string" },
    },
  });
  const print = (line: string): boolean => process.stdout.write(`${line}\n`);
  const readers = new Readers();
  const outcomes = new Map<string, Outcome[]>();
  for (const file of damageFiles(readSamples(values.samples), Number(values.files))) {
    if (values.only !== undefined && file.damage !== values.only) continue;
    const outcome = await readers.read(file);
    outcomes.set(file.damage, [...(outcomes.get(file.damage) ?? []), outcome]);
    if (outcome.fault !== undefined) {
      const { fault, milliseconds, memory, thrown = "" } = outcome;
      print(
        `${fault}: ${file.damage} ${file.name}, ${Math.round(milliseconds)} ms, ${Math.round(memory)} MB ${thrown}`,
      );
    }
  }
  readers.stop();
  for (const [damage, all] of outcomes) {
    const articles = all.reduce((sum, one) => sum + one.articles, 0);
    const slowest = Math.max(...all.map(({ milliseconds }) => milliseconds));
    print(
      `${damage}: ${all.length} files, ${articles} articles read, slowest ${Math.round(slowest)} ms`,
    );
  }
  const all = [...outcomes.values()].flat();
  const count = (fault: Outcome["fault"]): number =>
    all.filter((one) => one.fault === fault).length;
  print(
    `${all.length} files: ${count("crash")} crashes, ${count("hang")} over 10 s, ${count("memory")} over 500 MB`,
  );
  process.exitCode = all.some(({ fault }) => fault !== undefined) ? 1 : 0;
}

if (process.argv.includes("--serve")) serve();
else await main();
