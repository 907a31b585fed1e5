// The LanceDB store on an S3 and on an Azure store: what holds in a folder holds there.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import { describePassageStore } from "../contracts/passage-store.ts";
import { describeStore, store } from "./describe-store.ts";

for (const kind of ["moto", "azurite"] as const) {
  describeStore(kind, kind, () => {
    let cache = "";
    beforeAll(async () => {
      cache = await mkdtemp(join(tmpdir(), "pullquote-copies-"));
    });
    afterAll(() => rm(cache, { recursive: true, force: true }));

    describePassageStore(`the LanceDB store on ${kind}`, async () =>
      openLanceStore(await store.makeBucket(), store.storage, cache),
    );
  });
}
