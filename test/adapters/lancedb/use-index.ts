// An index folder → what an unprivileged process can do with it, as JSON.

import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { axis } from "../../contracts/passage-entries.ts";
import { searchDense } from "../../contracts/search-legs.ts";

const store = openLanceStore(process.argv[2] ?? "");
const hits = await searchDense(store, axis(0), 10);
const lock = await store.lockForWriting({ wait: true });
process.stdout.write(
  JSON.stringify({ read: hits.length, locked: lock.kind === "refused" ? lock.reason : lock.kind }),
);
await store.close();
