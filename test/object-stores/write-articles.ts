// An index's address, its settings, a writer's name and a count → that many articles, a commit each, under the lock.

import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import { makeEntry } from "../contracts/passage-entries.ts";

const [index = "", storage = "{}", writer = "", count = "0"] = process.argv.slice(2);
const store = openLanceStore(index, JSON.parse(storage) as Record<string, string>);
for (let at = 0; at < Number(count); at += 1) {
  const lock = await store.lockForWriting({ wait: true });
  if (lock.kind !== "locked") throw lock.error;
  await store.put([makeEntry(`${writer}-${at}`, ["One harbour.", "Two harbours."])]);
  await lock.release();
  process.stdout.write(`${writer}-${at}\n`);
}
await store.close();
