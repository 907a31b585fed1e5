// vitest's global setup: the program that the tests spawn is built once, from these sources.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export function setup(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  const steps = [[compiler, "--build", ".", "src/browser/client"], ["scripts/bundle-program.mjs"]];
  for (const step of steps) execFileSync(process.execPath, step, { cwd: root, stdio: "inherit" });
}
