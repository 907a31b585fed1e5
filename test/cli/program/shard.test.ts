// Parts of a folder made by the real program, stopped and run again, and adopted: the rows of one run.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listRowDigests } from "../../fixtures/row-digests.ts";
import { BRIDGE, MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, runProgram } from "../run-program.ts";

/** Two dozen articles beside those of the mini corpus. */
const CORPUS = {
  ...MINI_CORPUS,
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, at) => [
      `corpus/bridges/${at}.md`,
      BRIDGE.replaceAll("Marrow", `Marrow ${at}`),
    ]),
  ),
};

describe("shard and index --adopt", () => {
  test("give the rows of one run, also where a part was killed, and answer", async () => {
    const place = makePlace(CORPUS);
    const make = (part: number) => ["shard", "--part", `${part}/4`, "--out", `shards/${part}`];
    const killed = await runProgram(place, make(2), {
      during: (child) => setTimeout(() => child.kill("SIGKILL"), 900),
    });
    expect([0, "SIGKILL"]).toContain(killed.code);
    for (const part of [1, 2, 3, 4]) {
      const made = await runProgram(place, make(part));
      expect(made).toMatchObject({ code: 0, stdout: "" });
      expect(made.stderr).toMatch(new RegExp(`part ${part} of 4: \\d+ articles`));
    }
    const shards = [1, 2, 3, 4].map((part) => `shards/${part}`);
    const lacking = await runProgram(place, ["index", "--adopt", ...shards.slice(1)]);
    expect(lacking.code).toBe(2);
    expect(lacking.stderr).toContain("--partial");
    const adopted = await runProgram(place, ["index", "--json", "--adopt", ...shards]);
    expect(JSON.parse(adopted.stdout)).toMatchObject({ articles: 27, unchanged: 0 });
    await runProgram(place, ["index", "--index", "whole"]);
    const rows = await listRowDigests(join(place.folder, "index"));
    expect(rows).toEqual(await listRowDigests(join(place.folder, "whole")));
    const again = await runProgram(place, ["index"]);
    expect(again.stderr).toMatch(/\(27 unchanged\)/);
    const answer = await runProgram(place, ["ask", QUESTION, "--json"]);
    expect(JSON.parse(answer.stdout)).toMatchObject({ searched: { articles: 27 } });
  });

  test("say what is wrong with what was typed, and write nothing", async () => {
    const place = makePlace(MINI_CORPUS);
    const wrong = [
      ["shard"],
      ["shard", "--part", "5/4", "--out", "x"],
      ["shard", "--part", "0/4", "--out", "x"],
      ["shard", "--part", "1/4"],
      ["shard", "--part", "1/1", "--out", "x", "--manifest", "nowhere.txt"],
      ["shard", "--part", "1/1", "--out", "x", "--manifest", "list.txt"],
      ["index", "--adopt", "corpus"],
      ["index", "--partial"],
      ["index", "--adopt", "a", "--rebuild"],
      ["index", "--adopt", "s3:/typo"],
    ];
    writeFileSync(join(place.folder, "list.txt"), "bridge.md\nnobody.md\n");
    mkdirSync(join(place.folder, "x"));
    for (const words of wrong) {
      const result = await runProgram(place, words);
      expect([words, result.code, result.stdout]).toEqual([words, 2, ""]);
      expect(result.stderr).not.toContain("    at ");
    }
    expect(readdirSync(join(place.folder, "x"))).toEqual([]);
  });
});
