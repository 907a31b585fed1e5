#!/usr/bin/env node
// Node's version → the program, or one sentence where it is too old to load it.

// Nothing is imported before the check: an old Node would stop at the first word that it does not know.
const OLDEST: readonly [number, number] = [20, 19];
const written = process.versions.node.split(".");
const major = Number(written[0]);
const minor = Number(written[1]);

if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
  void import("./start.ts");
} else {
  process.stderr.write(
    "error: pullquote needs Node " +
      OLDEST.join(".") +
      " or later, and this is " +
      process.versions.node +
      ": install a newer one from https://nodejs.org\n",
  );
  process.exitCode = 2;
}

export {};
