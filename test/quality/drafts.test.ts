import { describe, expect, test } from "vitest";
import {
  type LabelledDraft,
  readDraftArticles,
  readDrafts,
} from "../../bench/drafts/read-drafts.ts";
import { scoreDrafts } from "../../bench/drafts/score-drafts.ts";

const drafts = readDrafts();
const articles = readDraftArticles();

describe("the quotes of the labelled drafts", () => {
  test("are found, told from what is no quote, and judged as a person judged them", async () => {
    const score = await scoreDrafts(drafts, articles);
    const misses = score.misses.join("\n");

    expect(drafts.length).toBeGreaterThanOrEqual(20);
    expect(score.labelled).toBeGreaterThanOrEqual(200);
    expect(score.honest).toBeGreaterThanOrEqual(200);
    expect(score.found / score.labelled, misses).toBeGreaterThanOrEqual(0.98);
    expect(score.found / score.reported, misses).toBeGreaterThanOrEqual(0.97);
    expect(score.right / score.labelled, misses).toBeGreaterThanOrEqual(0.95);
    expect(score.faulted / score.honest, misses).toBeLessThanOrEqual(0.01);
  });

  test("lower the score when one is not found, found too often or judged wrongly", async () => {
    const draft = (text: string, verdict: "verified" | "altered"): LabelledDraft => ({
      name: "draft.md",
      text,
      labels: [{ start: 0, end: text.indexOf("”") + 1, verdict }],
    });
    const [quote, other] = ["“Nobody here wants to strike”", "“A railway cannot cut a mountain”"];
    const score = await scoreDrafts(
      [
        draft(`${quote}, she said.`, "altered"),
        draft(`${quote}, she said, and ${other}.`, "verified"),
        draft("“Rain” fell.", "verified"),
      ],
      articles,
    );

    expect(score).toMatchObject({ labelled: 3, reported: 3, found: 2, right: 1, faulted: 1 });
    expect(score.misses).toHaveLength(3);
  });
});

test("a draft of twenty quotes, six wrong in six ways, is checked right", async () => {
  const twenty = drafts.filter(({ labels }) => labels.length === 20);
  const score = await scoreDrafts(twenty, articles);
  const wrong = twenty[0]?.labels.filter(
    ({ verdict }) => !["verified", "typographic", "edited"].includes(verdict),
  );

  expect(twenty).toHaveLength(1);
  expect(wrong).toHaveLength(6);
  expect(score.misses).toEqual([]);
});
