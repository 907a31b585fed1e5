// The labelled drafts → how many of their quotes are found, and with the right verdict.
// npx tsx bench/drafts.ts [--show]

import { parseArgs } from "node:util";
import { readDraftArticles, readDrafts } from "./drafts/read-drafts.ts";
import { scoreDrafts } from "./drafts/score-drafts.ts";

const { values } = parseArgs({ options: { show: { type: "boolean", default: false } } });
const drafts = readDrafts();
const score = await scoreDrafts(drafts, readDraftArticles());
const share = (part: number, whole: number): string =>
  `${(part / whole).toFixed(3)} (${part} of ${whole})`;
const lines = [
  `${drafts.length} drafts`,
  `recall          ${share(score.found, score.labelled)}`,
  `precision       ${share(score.found, score.reported)}`,
  `right verdicts  ${share(score.right, score.labelled)}`,
  `honest faulted  ${share(score.faulted, score.honest)}`,
  ...(values.show ? score.misses : []),
];
process.stdout.write(`${lines.join("\n")}\n`);
