// JSON and a jq program, from the thread that started this one → what jq prints, or what is wrong with the program.

import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

/** `jq-web` has no types: jq 1.7 or later as WebAssembly. Throws where jq exits with an error. */
interface Jq {
  raw(json: string, program: string, flags: readonly string[]): string | undefined;
}

const { json, program } = workerData as { readonly json: string; readonly program: string };
try {
  const load = createRequire(import.meta.url)("jq-web") as Promise<Jq>;
  const stdout = (await load).raw(json, program, ["-r", "-c"]) ?? "";
  parentPort?.postMessage({ stdout });
} catch (cause) {
  parentPort?.postMessage({ fault: cause instanceof Error ? cause.message : String(cause) });
}
