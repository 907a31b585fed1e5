// The installed package → its folder and version.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A package may ask for itself by name: found from the sources, from `dist/` and from a bundle alike. */
export const PACKAGE_FOLDER: string = dirname(
  createRequire(import.meta.url).resolve("pullquote/package.json"),
);

export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}
