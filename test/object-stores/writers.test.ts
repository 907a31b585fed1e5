// Several processes at one index in a store: nothing lost, nothing doubled, whoever is killed.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import { openPlace } from "../../src/adapters/lancedb/places/open-place.ts";
import { makeEntry, STATE } from "../contracts/passage-entries.ts";
import { readRecords } from "../contracts/read-records.ts";
import { describeStore, store } from "./describe-store.ts";

const SCRIPT = fileURLToPath(new URL("./write-articles.ts", import.meta.url));

describeStore("moto", "writers", () => {
  /** Ends with the process's exit code or signal; `until` is called with each line that it prints. */
  function write(
    index: string,
    writer: string,
    count: number,
    onLine: (line: string, kill: () => void) => void = () => undefined,
  ): Promise<number | string | null> {
    const words = ["--import", "tsx", SCRIPT, index, JSON.stringify(store.storage), writer];
    const child = spawn(process.execPath, [...words, String(count)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      onLine(text, () => child.kill("SIGKILL"));
    });
    return new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
  }

  async function open(index: string) {
    const opened = openLanceStore(index, store.storage);
    await opened.reset(STATE);
    return opened;
  }

  it("of four processes none loses what another wrote", async () => {
    const index = await store.makeBucket();
    const opened = await open(index);
    const writers = ["a", "b", "c", "d"];
    expect(await Promise.all(writers.map((writer) => write(index, writer, 10)))).toEqual([
      0, 0, 0, 0,
    ]);
    const reader = openLanceStore(index, store.storage);
    const ids = (await readRecords(reader)).map(({ id }) => id).sort();
    const wanted = writers.flatMap((writer) =>
      Array.from({ length: 10 }, (_, at) => `${writer}-${at}`),
    );
    expect(ids).toEqual(wanted.sort());
    for (const id of ids) expect(await reader.passagesOf(id)).toHaveLength(2);
    await Promise.all([opened.close(), reader.close()]);
  });

  it("that is killed leaves an index that the next one completes, without waiting for its lock", async () => {
    const index = await store.makeBucket();
    const opened = await open(index);
    const ended = await write(index, "k", 50, (text, kill) => {
      if (text.includes("k-3")) kill();
    });
    expect(ended).toBe("SIGKILL");
    expect(await write(index, "k", 6)).toBe(0);
    const reader = openLanceStore(index, store.storage);
    await reader.lockForWriting({ wait: true });
    await reader.optimize();
    const records = await readRecords(reader);
    expect(records.length).toBeGreaterThanOrEqual(6);
    for (const { id } of records) expect(await reader.passagesOf(id), id).toHaveLength(2);
    expect(await reader.isTidy()).toBe(true);
    await Promise.all([opened.close(), reader.close()]);
  });

  it("that was given up by another one writes no more", async () => {
    const index = await store.makeBucket();
    const slow = await open(index);
    const lock = await slow.lockForWriting({ wait: true });
    expect(lock.kind).toBe("locked");
    const place = openPlace(index, store.storage);
    const kept = await place.read("write.lock");
    const other = JSON.stringify({ token: "t", pid: 1, host: "another machine" });
    expect(await place.replace("write.lock", other, kept?.mark)).toBeDefined();
    // Until it notices, at its next beat, it may write: what it wrote before stays.
    let refused: unknown;
    for (let at = 0; refused === undefined; at += 1) {
      await slow.put([makeEntry(`s-${at}`, ["One."])]).catch((error: unknown) => {
        refused = error;
      });
    }
    expect(refused).toMatchObject({ code: "index-locked" });
    if (lock.kind === "locked") await lock.release();
    expect((await place.read("write.lock"))?.text).toBe(other);
    await slow.close();
  });
});
