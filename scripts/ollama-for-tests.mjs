// Nothing → where the tests find a real Ollama server, as shell words; or, on stderr, that they find none.
//
//   eval "$(node scripts/ollama-for-tests.mjs)"    exports OLLAMA_HOST; sets ollama_stop when a server was started
//
// Takes the server at OLLAMA_HOST when it answers, else starts the one in ../shared/tools/ollama where that exists
// (its first start builds it and needs Go). Always exits 0: without a server test/real-server skips, and says so.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const tools = fileURLToPath(new URL("../../shared/tools/ollama", import.meta.url));
const say = (text) => process.stderr.write(`ollama for tests: ${text}\n`);

/** Whether a server answers there. */
async function answers(host) {
  const url = /^https?:/.test(host) ? host : `http://${host}`;
  try {
    return (await fetch(`${url}/api/version`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** The address that the tool prints; undefined when it cannot start. */
function startServer() {
  try {
    const printed = execFileSync(`${tools}/up`, {
      stdio: ["ignore", "pipe", "inherit"],
      timeout: 12 * 60_000,
    });
    return /OLLAMA_HOST=(\S+)/.exec(printed.toString())?.[1];
  } catch (error) {
    say(`the server did not start (${error.message.split("\n")[0]})`);
  }
}

/** `host` as one shell word. */
const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;

async function findServer() {
  const own = process.env.OLLAMA_HOST ?? "";
  if (own !== "" && (await answers(own))) return say(`real-server tests use ${own}`);
  if (own !== "") say(`nothing answers at OLLAMA_HOST=${own}`);
  if (!existsSync(`${tools}/up`)) return say("SKIPPED real-server tests: no Ollama server here");
  const wasRunning = await answers("127.0.0.1:11500");
  const host = startServer();
  if (host === undefined) return say("SKIPPED real-server tests: no Ollama server here");
  say(`real-server tests use ${host}, ${wasRunning ? "which was running" : "just started"}`);
  process.stdout.write(`export OLLAMA_HOST=${quote(host)}\n`);
  if (!wasRunning) process.stdout.write(`ollama_stop=${quote(`${tools}/down`)}\n`);
}

await findServer();
