// What happens to each article in a run → the summary at its end.

import type {
  DoubtInArticle,
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
  readonly doubts: DoubtInArticle[] = [];
  unchanged: number;
  embeddedPassages = 0;

  readonly otherKinds: readonly OtherKind[];

  /** @param plan what it takes as unchanged, or as taken out before, is counted already */
  constructor({ skipped, otherKinds }: Listing, plan?: ChangePlan) {
    this.skipped = [...skipped];
    this.otherKinds = otherKinds;
    this.unchanged = plan?.unchanged ?? 0;
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
    const { articles, passages } = await store.totals();
    const { added, changed, moved, removed, skipped, otherKinds, forgotten, doubts } = this;
    return {
      ...{ added, changed, moved, removed, skipped, otherKinds, forgotten, doubts },
      unchanged: this.unchanged,
      articles,
      passages,
      embeddedPassages: this.embeddedPassages,
      complete: stopped === undefined,
      ...(stopped === undefined ? {} : { stopped }),
    };
  }
}
