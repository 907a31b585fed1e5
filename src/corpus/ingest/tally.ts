// What happens to each article in a run → the summary at its end.

import type {
  IngestSummary,
  OtherKind,
  SkippedSource,
  StopReason,
} from "../../core/ingest-event.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import type { Listing } from "./list-sources.ts";

/** Filled while a run goes on. */
export class Tally {
  readonly added: string[] = [];
  readonly changed: string[] = [];
  readonly moved: { readonly from: string; readonly to: string }[] = [];
  readonly removed: string[] = [];
  readonly skipped: SkippedSource[];
  readonly forgotten: string[] = [];
  unchanged = 0;
  embeddedPassages = 0;

  readonly otherKinds: readonly OtherKind[];

  constructor({ skipped, otherKinds }: Pick<Listing, "skipped" | "otherKinds">) {
    this.skipped = [...skipped];
    this.otherKinds = otherKinds;
  }

  async summarize(store: PassageStore, stopped?: StopReason): Promise<IngestSummary> {
    const records = await store.records();
    return {
      added: this.added,
      changed: this.changed,
      moved: this.moved,
      removed: this.removed,
      skipped: this.skipped,
      otherKinds: this.otherKinds,
      forgotten: this.forgotten,
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
