// A folder's path → whether it can be written, or made.

import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { type Check, fault, well } from "./check.ts";

/** A folder that is not there yet is well when the nearest one above it can be written. */
export function checkWritable(name: string, folder: string): Check {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return well(name, folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return fault(name, `${nearest} cannot be written (${code})`, `make ${nearest} writable`);
  }
}
