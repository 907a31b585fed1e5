import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { hangingReporter } from "./test/tell-hanging.ts";

/** Where `.ci/run` wants the counts; absent on a person's own run. */
const report = process.env["TEST_REPORT"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build-program.ts"],
    reporters: [
      "default",
      hangingReporter,
      ...(report === undefined ? [] : [["json", { outputFile: report }] as ["json", object]]),
    ],
    // One less, as is usual, would leave half of a small machine idle: most tests wait for the program.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
