// src/cli/start.ts → dist/cli/start.js and dist/cli/chunks/: the program in a few files instead of hundreds.
//
//   node scripts/bundle-program.mjs
//
// Loading hundreds of small modules takes longer than what most commands do. What is imported when it
// is first needed stays in a chunk of its own; packages stay outside. The library, dist/index.js, is as
// the compiler wrote it.

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(at("dist/cli/chunks"), { recursive: true, force: true });
await build({
  entryPoints: [at("src/cli/start.ts")],
  outdir: at("dist/cli"),
  // As deep as src/adapters/builtin: what ships beside the code is looked for from there.
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
