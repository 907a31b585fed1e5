import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { makeEntry, STATE } from "../../contracts/passage-entries.ts";
import { readRecords } from "../../contracts/read-records.ts";

const TEXT = "The lighthouse keeper counted eleven ships before the fog came in";
let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pullquote-places-"));
  folder = join(root, "index");
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("a place that cannot be written", () => {
  const script = fileURLToPath(new URL("./use-index.ts", import.meta.url));
  const canDropRights =
    process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0;

  it.skipIf(!canDropRights)("can still be read, and refuses writing by its name", async () => {
    const store = openLanceStore(folder);
    await store.reset(STATE);
    await store.put([makeEntry("a", [TEXT, "Two."]), makeEntry("b", ["Three."])]);
    await store.close();
    await chmod(root, 0o755);
    const rights = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    const child = spawnSync(
      "setpriv",
      [...rights, process.execPath, "--import", "tsx", script, folder],
      { encoding: "utf8" },
    );
    expect(child.stderr).toBe("");
    expect(JSON.parse(child.stdout)).toEqual({ read: 3, locked: "index-read-only" });
  });

  it("says that the disk is full, and keeps what it had", async (context) => {
    const disk = join(root, "disk");
    await mkdir(disk);
    const mounted =
      spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]).status === 0;
    if (!mounted) context.skip("a tmpfs cannot be mounted here");
    try {
      const store = openLanceStore(join(disk, "index"));
      await store.reset(STATE);
      const entry = makeEntry("kept", [TEXT]);
      await store.put([entry]);
      const large = Array.from({ length: 400 }, (_, count) =>
        `${count} ${Math.random()} `.repeat(200),
      );
      await expect(store.put([makeEntry("large", large)])).rejects.toMatchObject({
        code: "disk-full",
      });
      await store.close();
      const again = openLanceStore(join(disk, "index"));
      expect(await readRecords(again)).toEqual([entry.record]);
      expect(await again.passagesOf("large")).toEqual([]);
      await again.close();
    } finally {
      spawnSync("umount", ["-l", disk]);
    }
  });
});
