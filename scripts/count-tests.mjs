// vitest's JSON report, steps passed, steps failed → the line "N passed, N failed", exit code.

import { existsSync, readFileSync } from "node:fs";

const [report = "", stepsPassed = "0", stepsFailed = "0"] = process.argv.slice(2);
const counts = existsSync(report)
  ? JSON.parse(readFileSync(report, "utf8"))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
const passed = counts.numPassedTests + Number(stepsPassed);
const failed = counts.numFailedTests + Number(stepsFailed);
const skipped = counts.numPendingTests + counts.numTodoTests;
process.stdout.write(
  `tests: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${skipped} skipped; ` +
    `steps: ${stepsPassed} passed, ${stepsFailed} failed\n${passed} passed, ${failed} failed\n`,
);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
