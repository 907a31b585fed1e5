// The events of an index run → a bar, or a line now and then, and a summary on stderr.

import {
  describeOtherKinds,
  type IndexStatus,
  type IngestEvent,
  type IngestSummary,
  type OtherKind,
} from "../index.ts";
import type { Screen } from "./terminal.ts";

const LINE_INTERVAL_MS = 10_000;
const REDRAW_INTERVAL_MS = 100;
const MOST_SHOWN = 10;

/** What the bar shows; times in milliseconds. */
interface ProgressFigures {
  readonly doneArticles: number;
  readonly totalArticles: number;
  readonly donePassages: number;
  readonly elapsed: number;
}

/**
 * Passes the run's events by while it reports them, and resolves to its summary.
 * @throws whatever the run throws, after the bar is cleared
 */
export async function followIndexRun(
  events: AsyncIterable<IngestEvent>,
  screen: Screen,
  now: () => number = Date.now,
): Promise<IngestSummary> {
  const report = startReport(screen, now);
  try {
    for await (const event of events) {
      if (event.kind === "done") return event.summary;
      report(event);
    }
  } finally {
    screen.redraw("");
  }
  throw new Error("the index run ended without a summary");
}

function startReport(screen: Screen, now: () => number): (event: IngestEvent) => void {
  let started = now();
  const show = paceReport(screen, now);
  return (event) => {
    if (event.kind === "waiting")
      screen.note("another pullquote writes this index; waiting for it …");
    if (event.kind === "checking") screen.redraw(`checking ${event.shard} …`);
    // Time spent waiting for another writer says nothing of this run's pace.
    if (event.kind === "scanned") started = now();
    if (event.kind === "optimizing") screen.redraw("tidying the index …");
    if (event.kind !== "progress") return;
    show((time) => {
      const figures = { ...event, elapsed: time - started };
      return screen.redraws ? drawBar(figures, screen.width) : describeProgress(figures);
    });
  };
}

/** Shows a line in place of the one before many times a second, or below it now and then. */
export function paceReport(
  screen: Screen,
  now: () => number = Date.now,
): (line: (time: number) => string) => void {
  const interval = screen.redraws ? REDRAW_INTERVAL_MS : LINE_INTERVAL_MS;
  let lastShown = screen.redraws ? 0 : now();
  return (line) => {
    if (now() - lastShown < interval) return;
    lastShown = now();
    if (screen.redraws) screen.redraw(line(lastShown));
    else screen.note(line(lastShown));
  };
}

/** One line that fits `width` columns. */
export function drawBar(figures: ProgressFigures, width: number): string {
  const words = describeProgress(figures);
  const cells = Math.min(30, width - words.length - 4);
  if (cells < 8) return words.slice(0, width - 1);
  const share = figures.totalArticles === 0 ? 1 : figures.doneArticles / figures.totalArticles;
  const filled = Math.round(Math.min(1, share) * cells);
  return `${"█".repeat(filled)}${"░".repeat(cells - filled)}  ${words}`;
}

/** `120 of 600 articles · 35 passages/s · 1:20 left`; time left only once it can be known. */
export function describeProgress(figures: ProgressFigures): string {
  const { doneArticles, totalArticles, donePassages, elapsed } = figures;
  const parts = [`${doneArticles} of ${totalArticles} articles`];
  if (elapsed >= 1000) {
    parts.push(`${Math.round(donePassages / (elapsed / 1000))} passages/s`);
    if (doneArticles > 0) {
      parts.push(`${writeTime((elapsed / doneArticles) * (totalArticles - doneArticles))} left`);
    }
  }
  return parts.join(" · ");
}

/** `1:20`, `2 h 05 min`. */
export function writeTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** What a run did: one line of counts, then what was skipped and why. */
export function describeSummary(summary: IngestSummary): readonly string[] {
  const counts = [
    [summary.added.length, "added"],
    [summary.changed.length, "changed"],
    [summary.moved.length, "moved"],
    [summary.removed.length, "removed"],
    [summary.skipped.length, "skipped"],
    [summary.forgotten.length, "kept out"],
    [summary.unchanged, "unchanged"],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const total = `${count(summary.articles, "article")}, ${count(summary.passages, "passage")}`;
  const skipped = summary.skipped.map(({ id, detail }) => `  skipped ${id}: ${detail}`);
  const doubts = summary.doubts.map(
    ({ id, line, key, detail }) => `  ${id}:${line}: ${key === "" ? "" : `${key}: `}${detail}`,
  );
  return [
    `index: ${total}${told.length > 0 ? ` (${told.join(", ")})` : ""}`,
    ...listFirst(skipped, "pullquote index --json lists them all"),
    ...tellOtherKinds(summary.otherKinds).map((line) => `  ${line}`),
    ...listFirst(doubts, "pullquote articles marks them all"),
  ];
}

function listFirst(lines: readonly string[], where: string): readonly string[] {
  const rest = lines.length - MOST_SHOWN;
  return [...lines.slice(0, MOST_SHOWN), ...(rest > 0 ? [`  … and ${rest} more; ${where}`] : [])];
}

/** What of the folder is not answered from, a line each. */
export function tellUnread({ skipped, otherKinds }: IndexStatus): readonly string[] {
  const told = skipped > 0 ? [`${count(skipped, "file")} skipped; why: pullquote index`] : [];
  return [...told, ...tellOtherKinds(otherKinds)];
}

/** One line where the folder has files of other kinds, else none. */
export function tellOtherKinds(kinds: readonly OtherKind[]): readonly string[] {
  if (kinds.length === 0) return [];
  const files = kinds.reduce((sum, kind) => sum + kind.files, 0);
  return [`not read: ${count(files, "file")} of other kinds (${describeOtherKinds(kinds)})`];
}

/** `1 article`, `2 articles`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}
