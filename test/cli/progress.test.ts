import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  describeProgress,
  describeSummary,
  drawBar,
  followIndexRun,
} from "../../src/cli/progress.ts";
import type { Screen } from "../../src/cli/terminal.ts";
import type { IngestEvent, IngestSummary } from "../../src/index.ts";

const summary: IngestSummary = {
  added: ["a.txt"],
  changed: [],
  moved: [],
  removed: ["b.txt", "c.txt"],
  skipped: [{ id: "d.txt", reason: "binary", detail: "not text" }],
  forgotten: [],
  doubts: [],
  otherKinds: [],
  unchanged: 4,
  articles: 5,
  passages: 1,
  embeddedPassages: 1,
  complete: true,
};

function recordScreen(redraws: boolean): { screen: Screen; notes: string[]; drawn: string[] } {
  const notes: string[] = [];
  const drawn: string[] = [];
  const screen: Screen = {
    width: 80,
    colour: false,
    hyperlinks: false,
    folder: "/",
    interactive: redraws,
    tabular: false,
    redraws,
    setWidth: () => {},
    print: () => {},
    printJson: async () => {},
    note: (text) => void notes.push(text),
    warn: (text) => void notes.push(text),
    redraw: (text) => void (redraws && drawn.push(text)),
  };
  return { screen, notes, drawn };
}

async function* makeRun(articles: number): AsyncGenerator<IngestEvent> {
  yield { kind: "scanned", files: articles, toRead: articles };
  for (let done = 1; done <= articles; done += 1) {
    const articleId = `${done}.txt`;
    yield {
      kind: "progress",
      doneArticles: done,
      totalArticles: articles,
      donePassages: done,
      articleId,
    };
  }
  yield { kind: "optimizing" };
  yield { kind: "done", summary };
}

/** A clock that moves on by `step` milliseconds whenever it is read. */
const makeClock = (step: number): (() => number) => {
  let time = 0;
  return () => (time += step);
};

describe("an index run is shown", () => {
  test("as a bar that is drawn again and cleared at the end, on a terminal", async () => {
    const { screen, notes, drawn } = recordScreen(true);
    expect(await followIndexRun(makeRun(5), screen, makeClock(200))).toBe(summary);
    expect(drawn[0]).toContain("1 of 5 articles");
    expect(drawn.at(-1)).toBe("");
    expect(notes).toEqual([]);
  });

  test("as a line now and then elsewhere", async () => {
    const { screen, notes, drawn } = recordScreen(false);
    await followIndexRun(makeRun(100), screen, makeClock(500));
    expect(drawn).toEqual([]);
    expect(notes.length).toBeGreaterThan(1);
    expect(notes.length).toBeLessThan(10);
    expect(notes[0]).toMatch(/of 100 articles · \d+ passages\/s · \d+:\d\d left/);
  });

  test("and its bar is cleared when it fails", async () => {
    const { screen, drawn } = recordScreen(true);
    async function* fail(): AsyncGenerator<IngestEvent> {
      yield* makeRun(0);
      throw new Error("disk");
    }
    await followIndexRun(fail(), screen);
    async function* failAtOnce(): AsyncGenerator<IngestEvent> {
      yield { kind: "scanned", files: 1, toRead: 1 };
      throw new Error("disk");
    }
    await expect(followIndexRun(failAtOnce(), screen)).rejects.toThrow("disk");
    expect(drawn.at(-1)).toBe("");
  });

  test("does not count the wait for another writer as its own time", async () => {
    const { screen, notes } = recordScreen(false);
    let time = 0;
    const run = async function* (): AsyncGenerator<IngestEvent> {
      yield { kind: "waiting" };
      time = 3_600_000;
      yield* makeRun(1);
    };
    await followIndexRun(run(), screen, () => (time += 1_000));

    expect(notes.at(-1)).toMatch(/^1 of 1 articles · [1-9]/);
  });
});

test("the bar fits every width", () => {
  const count = fc.nat(1_000_000);
  fc.assert(
    fc.property(
      count,
      count,
      count,
      count,
      fc.integer({ min: 20, max: 300 }),
      (a, b, c, d, width) => {
        const figures = {
          doneArticles: Math.min(a, b),
          totalArticles: Math.max(a, b),
          donePassages: c,
          elapsed: d,
        };
        expect(drawBar(figures, width).length).toBeLessThan(width);
      },
    ),
  );
});

test.each([
  [
    { doneArticles: 10, totalArticles: 20, donePassages: 50, elapsed: 10_000 },
    "5 passages/s · 0:10 left",
  ],
  [{ doneArticles: 1, totalArticles: 1000, donePassages: 8, elapsed: 10_000 }, "2 h 46 min left"],
  [{ doneArticles: 0, totalArticles: 3, donePassages: 0, elapsed: 10 }, "0 of 3 articles"],
])("progress %j reads “…%s”", (figures, words) => {
  expect(describeProgress(figures).endsWith(words)).toBe(true);
});

describe("the summary", () => {
  test("counts what happened and says why a file was skipped", () => {
    expect(describeSummary(summary)).toEqual([
      "index: 5 articles, 1 passage (1 added, 2 removed, 1 skipped, 4 unchanged)",
      "  skipped d.txt: not text",
    ]);
  });

  test("names ten skipped files at most", () => {
    const skipped = Array.from({ length: 14 }, (_, i) => ({
      id: `${i}.txt`,
      reason: "empty" as const,
      detail: "is empty",
    }));
    const lines = describeSummary({ ...summary, skipped });
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toContain("4 more");
  });
});
