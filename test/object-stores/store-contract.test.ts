// The LanceDB store on an S3 and on an Azure store: what holds in a folder holds there.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import { describePassageStore } from "../contracts/passage-store.ts";
import {
  findStore,
  type ServedStore,
  serveStore,
  setEnvironment,
  whyNoStore,
} from "./serve-store.ts";

for (const kind of ["moto", "azurite"] as const) {
  describe.skipIf(findStore(kind) === undefined)(`${kind} (else: ${whyNoStore(kind)})`, () => {
    let store: ServedStore;
    let undo = (): void => undefined;
    let cache = "";
    beforeAll(async () => {
      store = await serveStore(kind);
      undo = setEnvironment(store.environment);
      cache = await mkdtemp(join(tmpdir(), "pullquote-copies-"));
    });
    afterAll(async () => {
      undo();
      await store.stop();
      await rm(cache, { recursive: true, force: true });
    });

    describePassageStore(`the LanceDB store on ${kind}`, async () =>
      openLanceStore(await store.makeBucket(), store.storage, cache),
    );
  });
}
