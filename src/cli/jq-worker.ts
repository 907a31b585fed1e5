// JSON and a jq program, from the thread that started this one → what jq prints, or what is wrong with the program.

import { parentPort, workerData } from "node:worker_threads";
import jq from "jq-web";

const { json, program } = workerData as { readonly json: string; readonly program: string };
try {
  const stdout = (await jq).raw(json, program, ["-r", "-c"]) ?? "";
  parentPort?.postMessage({ stdout });
} catch (cause) {
  parentPort?.postMessage({ fault: cause instanceof Error ? cause.message : String(cause) });
}
