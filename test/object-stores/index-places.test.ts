// A folder, an S3 store, an Azure store: the same contract; a store that breaks it is refused.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openFolderPlace } from "../../src/adapters/lancedb/places/folder-place.ts";
import { openPlace } from "../../src/adapters/lancedb/places/open-place.ts";
import { describeIndexPlace } from "../contracts/index-place.ts";
import { describeStore, store } from "./describe-store.ts";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describeIndexPlace("a folder", async () => {
  const root = await mkdtemp(join(tmpdir(), "pullquote-place-"));
  folders.push(root);
  const folder = join(root, "index");
  const put = async (path: string, bytes: number): Promise<void> => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "x".repeat(bytes));
  };
  return { open: () => openFolderPlace(folder), put };
});

for (const kind of ["moto", "azurite"] as const) {
  describeStore(kind, kind, () => {
    describeIndexPlace(kind, async () => {
      const index = await store.makeBucket();
      const open = (path = "") => openPlace(index + path, store.storage, store.environment);
      const put = async (path: string, bytes: number): Promise<void> => {
        await open(`/${dirname(path)}`).write(
          path.slice(dirname(path).length + 1),
          "x".repeat(bytes),
        );
      };
      return { open, put };
    });

    it("lists more than a page", async () => {
      const place = openPlace(await store.makeBucket(), store.storage, store.environment);
      const names = Array.from({ length: 1100 }, (_, at) => `n${at}`);
      for (let start = 0; start < names.length; start += 50) {
        await Promise.all(names.slice(start, start + 50).map((name) => place.write(name, "x")));
      }
      expect((await place.list()).length).toBe(names.length);
    });

    it("tells that there is no bucket, or no right, by the name of the index", async () => {
      const bad = openPlace(
        `${(await store.makeBucket()).slice(0, 5)}nobody-has-this/x`,
        store.storage,
        store.environment,
      );
      const said = { code: "index-failed", message: expect.stringMatching(/no such bucket/) };
      await expect(bad.list()).rejects.toMatchObject(said);
      await expect(bad.prepare()).rejects.toMatchObject(said);
      await expect(bad.read("state.json")).rejects.toMatchObject(said);
    });

    it("tells that the store cannot be reached", async () => {
      const storage = { ...store.storage, endpoint: "http://127.0.0.1:9" };
      const place = openPlace(await store.makeBucket(), storage, store.environment);
      await expect(place.read("state.json")).rejects.toMatchObject({
        code: "index-failed",
        message: expect.stringMatching(/cannot be reached/),
      });
    });
  });
}

describeStore("s3rver", "s3rver", () => {
  it("is refused before anything is written: it takes both of two conditional writes", async () => {
    const place = openPlace(await store.makeBucket(), store.storage, store.environment);
    await expect(place.prepare()).rejects.toMatchObject({
      code: "bad-setting",
      message: expect.stringMatching(/conditional writes/),
    });
    expect(await place.list()).toEqual([]);
  });
});
