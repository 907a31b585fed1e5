import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { describePassageStore } from "../../contracts/passage-store.ts";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(): Promise<string> {
  // Characters that are special in addresses and in SQL must be plain in a path.
  const folder = await mkdtemp(join(tmpdir(), "pullquote it's 50%20 #1 é "));
  folders.push(folder);
  return folder;
}

describePassageStore("the LanceDB store", async () => openLanceStore(await makeFolder()));
