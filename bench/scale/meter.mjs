// A process → what it used, written as it ends: user and system seconds of all its threads, and its largest memory.

import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  writeFileSync(process.env.PULLQUOTE_METER, JSON.stringify(usage));
});
