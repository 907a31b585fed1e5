// JSON and a jq program → what jq makes of it, within a time that is bounded.

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PullquoteError } from "../index.ts";
import { PACKAGE_FOLDER } from "./package-info.ts";

/** A program of jq may never end: `repeat(.)`. */
const LONGEST_MS = 20_000;

/** Found from a bundle too. */
const WORKER: string = join(PACKAGE_FOLDER, "dist", "cli", "jq-worker.js");

/**
 * Strings as they are, all else as JSON, a line each: jq's `-r -c`. jq runs in a thread of its own, so
 * that Ctrl-C and the time reach it; it sees this JSON and nothing else of the machine.
 * @throws PullquoteError `bad-setting` for a program that jq refuses or does not end; `interrupted`
 */
export async function filterJson(
  json: string,
  program: string,
  signal?: AbortSignal,
): Promise<string> {
  // jq refuses half of a surrogate pair, which JSON may hold.
  const whole = json.replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, "$1\\ufffd");
  const worker = new Worker(WORKER, {
    workerData: { json: whole, program },
    env: {},
    stdout: true,
    stderr: true,
  });
  try {
    const { stdout, fault } = await listen(worker, signal);
    if (fault !== undefined) throw refuse(fault);
    return (stdout ?? "").replace(/\n$/, "");
  } finally {
    await worker.terminate();
  }
}

interface Told {
  readonly stdout?: string;
  readonly fault?: string;
}

function listen(worker: Worker, signal: AbortSignal | undefined): Promise<Told> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => resolve({ fault: `it did not end within ${LONGEST_MS / 1000} seconds` }),
      LONGEST_MS,
    );
    const stop = (): void =>
      reject(new PullquoteError({ code: "interrupted", message: "interrupted" }));
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", resolve);
    worker.once("error", (cause) => resolve({ fault: cause.message }));
    worker.once("exit", () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve({ fault: "it ended without a result" });
    });
  });
}

function refuse(fault: string): PullquoteError {
  const why = fault.replace(/^Non-zero exit code: \d+\n/, "").replace(/\s*\n\s*/g, "; ");
  return new PullquoteError({
    code: "bad-setting",
    message: `--jq: ${why.trim()}`,
    hint: "A program of jq, such as '.quotes[].text': https://jqlang.org/manual",
  });
}
