// What happens to each article in a run → the summary at its end.

import type {
  IngestSummary,
  OtherKind,
  SkippedSource,
  StopReason,
} from "../../core/ingest-event.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import type { ChangePlan } from "../read/plan-changes.ts";
import type { JudgedSource } from "./judge-source.ts";
import type { Listing } from "./list-sources.ts";

/** Filled while a run goes on. */
export class Tally {
  readonly added: string[] = [];
  readonly changed: string[] = [];
  readonly moved: { readonly from: string; readonly to: string }[] = [];
  readonly removed: string[] = [];
  readonly skipped: SkippedSource[];
  readonly forgotten: string[];
  unchanged: number;
  embeddedPassages = 0;

  readonly otherKinds: readonly OtherKind[];

  /** @param plan what it takes as unchanged, or as taken out before, is counted already */
  constructor({ skipped, otherKinds }: Listing, plan?: ChangePlan) {
    this.skipped = [...skipped];
    this.otherKinds = otherKinds;
    this.unchanged = plan?.unchanged.length ?? 0;
    this.forgotten = [...(plan?.forgotten ?? [])];
  }

  /** @returns whether it needs no writing, and is counted */
  takeUnwritten(judged: JudgedSource): boolean {
    const { id, kind } = judged;
    if (kind === "unchanged") this.unchanged += 1;
    else if (kind === "forgotten") this.forgotten.push(id);
    else if (kind === "skipped") {
      this.skipped.push({ id, reason: judged.reason, detail: judged.detail });
    } else return false;
    return true;
  }

  async summarize(store: PassageStore, stopped?: StopReason): Promise<IngestSummary> {
    const records = await store.records();
    const { added, changed, moved, removed, skipped, otherKinds, forgotten } = this;
    return {
      ...{ added, changed, moved, removed, skipped, otherKinds, forgotten },
      doubts: records.flatMap(({ id, metadata }) =>
        (metadata.doubts ?? []).map((field) => ({ id, ...field })),
      ),
      unchanged: this.unchanged,
      articles: records.length,
      passages: records.reduce((passages, record) => passages + record.passages, 0),
      embeddedPassages: this.embeddedPassages,
      complete: stopped === undefined,
      ...(stopped === undefined ? {} : { stopped }),
    };
  }
}
