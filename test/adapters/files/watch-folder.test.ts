// Signs of a watched folder: after quiet, and by the sweep alone.

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { watchFolder } from "../../../src/adapters/files/watch-folder.ts";

async function watch(sweepMs: number, events: boolean) {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-watch-"));
  const stop = new AbortController();
  const signs: number[] = [];
  const watching = (async () => {
    for await (const _ of watchFolder(folder, { sweepMs, events }, stop.signal))
      signs.push(Date.now());
  })();
  onTestFinished(async () => {
    stop.abort();
    await watching;
    rmSync(folder, { recursive: true, force: true });
  });
  await sleep(300);
  const end = async () => {
    stop.abort();
    await watching;
  };
  return { folder, signs, end };
}

test("one sign follows many changes, once they are over", async () => {
  const { folder, signs } = await watch(60_000, true);
  mkdirSync(join(folder, "deep"));
  for (let number = 0; number < 10; number += 1) {
    writeFileSync(join(folder, "deep", `${number}.tmp`), "words");
    renameSync(join(folder, "deep", `${number}.tmp`), join(folder, "deep", `${number}.txt`));
    await sleep(100);
  }
  const last = Date.now();
  await sleep(1_500);
  expect(signs).toHaveLength(1);
  expect(signs[0]).toBeGreaterThanOrEqual(last);
});

test("without events the sweep gives signs", async () => {
  const { signs } = await watch(200, false);
  await sleep(1_000);
  expect(signs.length).toBeGreaterThanOrEqual(3);
});

test("changes without end do not hold back the sweep", async () => {
  const { folder, signs } = await watch(600, true);
  for (let number = 0; number < 25; number += 1) {
    writeFileSync(join(folder, "log.txt"), String(number));
    await sleep(100);
  }
  expect(signs.length).toBeGreaterThanOrEqual(1);
});

test("it ends at once, and after the folder has gone", async () => {
  const { folder, end } = await watch(60_000, true);
  rmSync(folder, { recursive: true });
  const asked = Date.now();
  await end();
  expect(Date.now() - asked).toBeLessThan(1_000);
});
