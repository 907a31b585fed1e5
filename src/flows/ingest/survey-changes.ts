// A plan → whether there is anything to write, or more to embed than is allowed; nothing is written.

import type { SkippedSource } from "../../model/ingest-event.ts";
import type { ReadResult } from "../../ports/article-source.ts";
import { type JudgeContent, makeJudge } from "../../stages/ingest/judge-content.ts";
import type { ChangePlan, IndexContent } from "../../stages/ingest/plan-changes.ts";
import { mapAhead } from "./map-ahead.ts";
import type { IngestPorts } from "./open-index.ts";
import { prepareArticle } from "./prepare-article.ts";

export type Survey =
  | { readonly kind: "some" | "too-many" }
  | {
      readonly kind: "nothing";
      readonly skipped: readonly SkippedSource[];
      readonly forgotten: readonly string[];
    };

export interface SurveyOptions {
  /** Most passages that may be new; without it, the first change ends the survey. */
  readonly limit: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Files read before their turn: enough to hide the wait for a disk. */
export const READ_AHEAD = 4;

export async function surveyChanges(
  { source, store }: IngestPorts,
  index: IndexContent,
  plan: ChangePlan,
  { limit = 0, signal }: SurveyOptions,
): Promise<Survey> {
  const judge = makeJudge(index, plan.vanished);
  const skipped: SkippedSource[] = [];
  const forgotten: string[] = [];
  let some = plan.vanished.length > 0 || !(await store.isTidy());
  let passages = 0;
  if (some && limit === 0) return { kind: "some" };
  const reads = mapAhead(plan.toRead, READ_AHEAD, ({ id }) => source.read(id, signal));
  for await (const result of reads) {
    const finding = inspect(result, judge);
    if (finding.kind === "skipped") skipped.push(finding.skipped);
    if (finding.kind === "forgotten") forgotten.push(result.id);
    if (finding.kind !== "write") continue;
    some = true;
    passages += finding.passages;
    if (passages > limit) return { kind: limit === 0 ? "some" : "too-many" };
  }
  return some ? { kind: "some" } : { kind: "nothing", skipped, forgotten };
}

type Finding =
  | { readonly kind: "skipped"; readonly skipped: SkippedSource }
  | { readonly kind: "forgotten" | "same" }
  | { readonly kind: "write"; readonly passages: number };

function inspect(result: ReadResult, judge: JudgeContent): Finding {
  if (result.kind === "skipped") return { kind: "skipped", skipped: result };
  const verdict = judge(result);
  if (verdict.kind === "forgotten") return { kind: "forgotten" };
  if (verdict.kind === "unchanged") return { kind: "same" };
  if (verdict.kind === "touched") return { kind: "write", passages: 0 };
  const prepared = prepareArticle(result);
  if (prepared.kind === "skipped") return { kind: "skipped", skipped: prepared };
  return { kind: "write", passages: verdict.twin === undefined ? prepared.passages.length : 0 };
}
