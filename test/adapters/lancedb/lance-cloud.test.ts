// The store on a stand-in of LanceDB Cloud: what holds in a folder holds on a server of tables.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { openPlace } from "../../../src/adapters/lancedb/places/open-place.ts";
import { findRemotePlace } from "../../../src/adapters/object-stores/open-bucket.ts";
import { describeIndexPlace } from "../../contracts/index-place.ts";
import { axis, makeEntry, STATE } from "../../contracts/passage-entries.ts";
import { describePassageStore } from "../../contracts/passage-store.ts";
import { type LanceCloud, startLanceCloud } from "../../stand-in/lance-cloud.ts";

const KEY = "no-real-key";
const environment = { LANCEDB_API_KEY: KEY };
const DENSE = { kind: "dense", vector: axis(0), limit: 3, scope: undefined } as const;
let folder: string;
let cloud: LanceCloud;
let indexes = 0;
const name = (): string => `db://newsdesk/archive-${indexes}`;
const storage = () => ({ host_override: cloud.url, allow_http: "true" });

beforeAll(async () => {
  process.env["LANCEDB_API_KEY"] = KEY;
  folder = await mkdtemp(join(tmpdir(), "pullquote-cloud-"));
  cloud = await startLanceCloud(folder, KEY);
});
afterAll(async () => {
  delete process.env["LANCEDB_API_KEY"];
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
});

describeIndexPlace("a database of LanceDB Cloud", async () => {
  indexes += 1;
  return { open: () => openPlace(name(), storage(), environment) };
});

describePassageStore("the LanceDB store on LanceDB Cloud", async () => {
  indexes += 1;
  return openLanceStore(name(), storage());
});

describe("a database of LanceDB Cloud", () => {
  it("holds several indexes, and destroys one alone", async () => {
    const [one, other] = ["db://newsdesk/one", "db://newsdesk/one-more"].map((index) =>
      openLanceStore(index, storage()),
    );
    for (const store of [one, other]) {
      await store?.reset(STATE);
      await store?.put([makeEntry("a", ["One."])]);
    }
    await one?.destroy();
    expect(await one?.state()).toBeUndefined();
    expect(await other?.totals()).toMatchObject({ articles: 1 });
    await Promise.all([one?.close(), other?.close()]);
  });

  it.each([
    [401, "index-failed"],
    [403, "index-failed"],
    [500, "index-failed"],
  ])("that answers %s is told as that, and never as damage", async (status, code) => {
    indexes += 1;
    const store = openLanceStore(name(), storage());
    await store.reset(STATE);
    await store.put([makeEntry("a", ["One."])]);
    cloud.refusal = status;
    try {
      await expect(store.search([DENSE])).rejects.toMatchObject({ code });
      await expect(openLanceStore(name(), storage()).state()).rejects.toMatchObject({ code });
    } finally {
      cloud.refusal = undefined;
    }
    expect(await store.search([DENSE])).toHaveLength(1);
    await store.close();
  });

  it("needs a key from the environment, and is told whose machine it is", () => {
    expect(() => openPlace("db://newsdesk/x", {}, {})).toThrow(
      expect.objectContaining({
        code: "bad-setting",
        hint: expect.stringContaining("LANCEDB_API_KEY"),
      }),
    );
    expect(() => openPlace("db://newsdesk/x", { api_key: "word" }, environment)).toThrow(
      expect.objectContaining({ code: "bad-setting" }),
    );
    expect(findRemotePlace("db://newsdesk/x", {}, {})?.where).toContain("LanceDB Cloud");
    expect(findRemotePlace("db://newsdesk/x", storage(), {})).toBeUndefined();
  });
});
