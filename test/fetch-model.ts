// Before any test: the built-in model's files are in place, as after a build.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const setup = (): void => {
  const script = fileURLToPath(new URL("../scripts/fetch-model.mjs", import.meta.url));
  execFileSync(process.execPath, [script], { stdio: "inherit" });
};
