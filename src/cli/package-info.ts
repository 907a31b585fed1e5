// The installed package → its folder and version.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The same two levels up from `src/cli` and from `dist/cli`. */
export const PACKAGE_FOLDER: string = fileURLToPath(new URL("../../", import.meta.url));

export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}
