// The run's events → a line on stderr for each test that is still running after minutes (vitest reporter).
//
// vitest's own limit cannot end a test that never returns to the event loop (an endless loop on some generated
// input), and a run that is killed says nothing of it; the reporter lives in the main process and can.

import type { Reporter, TestCase } from "vitest/node";

const MINUTES = 4;
const running = new Map<string, NodeJS.Timeout>();

function tell(test: TestCase): void {
  process.stderr.write(
    `still running after ${MINUTES} minutes: ${test.module.relativeModuleId} > ${test.fullName}\n`,
  );
}

export const hangingReporter: Reporter = {
  onTestCaseReady(test) {
    running.set(test.id, setTimeout(tell, MINUTES * 60_000, test).unref());
  },
  onTestCaseResult(test) {
    clearTimeout(running.get(test.id));
    running.delete(test.id);
  },
};
