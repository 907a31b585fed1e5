// src/cli/start.ts → dist/cli/start.js and dist/cli/chunks/: the program in a few files instead of hundreds.
//
//   node scripts/bundle-program.mjs
//
// Loading hundreds of small modules takes longer than what most commands do. A command loads what it
// uses of them and no more: the bundler follows each name through src/index.ts to where it is defined.
// Packages stay outside. The library, dist/index.js, is as the compiler wrote it.

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(at("dist/cli/chunks"), { recursive: true, force: true });
await build({
  input: at("src/cli/start.ts"),
  platform: "node",
  external: (name) => !/^[./]/.test(name) && !/^[A-Z]:/i.test(name),
  // No module of ours does anything by being imported.
  treeshake: { moduleSideEffects: false },
  transform: { target: "node20.19" },
  logLevel: "warn",
  output: {
    dir: at("dist/cli"),
    entryFileNames: "[name].js",
    // As deep as src/adapters/builtin: what ships beside the code is looked for from there.
    chunkFileNames: "chunks/[name]-[hash].js",
    sourcemap: true,
  },
});
