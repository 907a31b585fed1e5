// A kind of store → a block of tests with a server of it and its variables set; skipped where it is not installed.

import { afterAll, beforeAll, describe } from "vitest";
import {
  findStore,
  type Kind,
  type ServedStore,
  serveStore,
  setEnvironment,
  whyNoStore,
} from "./serve-store.ts";

/** Served from before the block's first test until after its last. */
export let store: ServedStore;

export function describeStore(kind: Kind, name: string, define: () => void): void {
  describe.skipIf(findStore(kind) === undefined)(`${name} (else: ${whyNoStore(kind)})`, () => {
    let undo = (): void => undefined;
    beforeAll(async () => {
      store = await serveStore(kind);
      // LanceDB's native part and Azure's client look for credentials there alone.
      undo = setEnvironment(store.environment);
    });
    afterAll(async () => {
      undo();
      await store.stop();
    });
    define();
  });
}
