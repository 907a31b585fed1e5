// A plan → whether there is anything to write, or more to embed than is allowed; nothing is written.

import type { SkippedSource } from "../../core/ingest-event.ts";
import type { ArticleSource, ReadResult } from "../../core/ports/article-source.ts";
import {
  type ChangePlan,
  type FileState,
  groupByFile,
  type IndexContent,
  type JudgeContent,
  listDropped,
  makeJudge,
} from "../read/plan-changes.ts";
import type { ReadFile } from "./article-intake.ts";
import { mapAhead } from "./map-ahead.ts";
import type { IngestPorts } from "./open-index.ts";
import { prepareArticle } from "./prepare-article.ts";

type Survey =
  | { readonly kind: "some" }
  | { readonly kind: "too-many" }
  | {
      readonly kind: "nothing";
      readonly skipped: readonly SkippedSource[];
      readonly forgotten: readonly string[];
    };

interface SurveyOptions {
  /** Most passages that may be new; without it, the first change ends the survey. */
  readonly limit: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Files read before their turn: enough to hide the wait for a disk. */
const READ_AHEAD = 4;

/** Each file with the articles in it, in order, a few read ahead. */
export function readFiles(
  source: ArticleSource,
  files: readonly FileState[],
  signal?: AbortSignal,
): AsyncGenerator<ReadFile, void> {
  return mapAhead(files, READ_AHEAD, async ({ id }) => ({
    file: id,
    results: await source.readFile(id, signal),
  }));
}

export async function surveyChanges(
  ports: IngestPorts,
  index: IndexContent,
  plan: ChangePlan,
  { limit, signal }: SurveyOptions,
): Promise<Survey> {
  let some = plan.vanished.length > 0 || !(await ports.store.isTidy());
  if (some && limit === undefined) return { kind: "some" };
  const findings: Finding[] = [];
  let passages = 0;
  for await (const finding of inspectAll(ports, index, plan, signal)) {
    findings.push(finding);
    if (finding.kind !== "write") continue;
    some = true;
    passages += finding.passages;
    if (limit === undefined || passages > limit) break;
  }
  if (passages > (limit ?? Infinity)) return { kind: "too-many" };
  return some ? { kind: "some" } : reportNothing(findings);
}

async function* inspectAll(
  { source }: IngestPorts,
  index: IndexContent,
  plan: ChangePlan,
  signal: AbortSignal | undefined,
): AsyncGenerator<Finding, void> {
  const judge = makeJudge(index, plan.vanished);
  const indexed = groupByFile(index.records);
  for await (const { file, results } of readFiles(source, plan.toRead, signal)) {
    for (const result of results) yield inspect(result, judge);
    if (listDropped(file, results, indexed.get(file) ?? []).length > 0)
      yield { kind: "write", passages: 0 };
  }
}

function reportNothing(findings: readonly Finding[]): Survey {
  return {
    kind: "nothing",
    skipped: findings.flatMap((finding) => (finding.kind === "skipped" ? [finding.skipped] : [])),
    forgotten: findings.flatMap((finding) => (finding.kind === "forgotten" ? [finding.id] : [])),
  };
}

type Finding =
  | { readonly kind: "skipped"; readonly skipped: SkippedSource }
  | { readonly kind: "forgotten"; readonly id: string }
  | { readonly kind: "same" }
  | { readonly kind: "write"; readonly passages: number };

function inspect(result: ReadResult, judge: JudgeContent): Finding {
  if (result.kind === "skipped") return noteSkip(result);
  const verdict = judge(result);
  if (verdict.kind === "forgotten") return { kind: "forgotten", id: result.id };
  if (verdict.kind === "unchanged") return { kind: "same" };
  if (verdict.kind === "touched") return { kind: "write", passages: 0 };
  const prepared = prepareArticle(result);
  if (prepared.kind === "skipped") return noteSkip(prepared);
  return { kind: "write", passages: verdict.twin === undefined ? prepared.passages.length : 0 };
}

function noteSkip({ id, reason, detail }: SkippedSource): Finding {
  return { kind: "skipped", skipped: { id, reason, detail } };
}
