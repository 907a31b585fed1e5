// One suite for every place of an index.

import { beforeEach, describe, expect, it } from "vitest";
import {
  FILES,
  type IndexPlace,
  LOCK,
  LOOK,
  STATE,
  UNFINISHED,
} from "../../src/adapters/lancedb/places/index-place.ts";

/** `open` gives the same fresh place each time until the next test; `put` a file of its tables, where it has files. */
export function describeIndexPlace(
  name: string,
  makePlace: () => Promise<{
    open: () => IndexPlace;
    put?: (path: string, bytes: number) => Promise<void>;
  }>,
): void {
  describe(`${name} keeps the contract of an index's place`, () => {
    let open: () => IndexPlace;
    let put: ((path: string, bytes: number) => Promise<void>) | undefined;
    let place: IndexPlace;
    beforeEach(async () => {
      ({ open, put } = await makePlace());
      place = open();
    });

    it("is empty before anything was written, and needs not be there", async () => {
      expect(await place.read("state.json")).toBeUndefined();
      expect(await place.list()).toEqual([]);
      await place.remove("state.json");
      await place.removeFolder("tables-000000000000");
      await place.sweep("tables-000000000000");
    });

    it("gives back what was written, to others too", async () => {
      await place.prepare();
      const text = 'é 日本 "\n\u2028';
      const mark = await place.writeIfAbsent("state.json", text);
      expect(await open().read("state.json")).toEqual({ text, mark });
      await place.write("state.json", "later");
      expect((await open().read("state.json"))?.text).toBe("later");
      expect(await place.list()).toEqual(["state.json"]);
      await place.remove("state.json");
      expect(await open().read("state.json")).toBeUndefined();
    });

    it.each([STATE, LOCK, UNFINISHED, FILES, LOOK])("keeps a text named %s", async (kept) => {
      await place.prepare();
      await place.write(kept, "text");
      expect((await open().read(kept))?.text).toBe("text");
    });

    it("lets one of many write where nothing was", async () => {
      await place.prepare();
      const marks = await Promise.all(
        Array.from({ length: 12 }, (_, at) => open().writeIfAbsent("write.lock", `writer ${at}`)),
      );
      expect(marks.filter((mark) => mark !== undefined)).toHaveLength(1);
      const winner = marks.findIndex((mark) => mark !== undefined);
      expect((await place.read("write.lock"))?.text).toBe(`writer ${winner}`);
      expect(await place.replace("write.lock", "late", undefined)).toBeUndefined();
    });

    it("lets one of many replace what all of them saw, and none what none of them saw", async () => {
      await place.prepare();
      const mark = (await place.writeIfAbsent("state.json", "first")) ?? "";
      const marks = await Promise.all(
        Array.from({ length: 12 }, (_, at) => open().replace("state.json", `next ${at}`, mark)),
      );
      const won = marks.filter((next) => next !== undefined);
      expect(won).toHaveLength(1);
      expect(await place.replace("state.json", "stale", mark)).toBeUndefined();
      expect(await place.replace("state.json", "third", won[0])).toBeDefined();
      expect((await place.read("state.json"))?.text).toBe("third");
    });

    it("changes the mark of what is renewed, and renews nothing of another's", async () => {
      await place.prepare();
      const text = '{"owner":1}';
      const first = (await place.writeIfAbsent("write.lock", text)) ?? "";
      // The clock of a file system may stand still for some milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const second = (await place.renew("write.lock", '{"owner":1,"beats":1}', first)) ?? "";
      expect(second).not.toBe(first);
      expect((await place.read("write.lock"))?.mark).toBe(second);
      const taken = (await place.replace("write.lock", '{"owner":2}', second)) ?? "";
      expect(await place.renew("write.lock", '{"owner":1,"beats":2}', second)).toBeUndefined();
      await place.removeIfUnchanged("write.lock", second);
      expect((await place.read("write.lock"))?.mark).toBe(taken);
      await place.removeIfUnchanged("write.lock", taken);
      expect(await place.read("write.lock")).toBeUndefined();
      expect(await place.writeIfAbsent("write.lock", '{"owner":3}')).toBeDefined();
    });

    it("measures the files of a folder, however many, and removes them all", async (context) => {
      if (put === undefined) return context.skip("its tables are no files");
      await place.prepare();
      await put("tables-000000000001/articles.lance/data/one.lance", 7);
      await put("tables-000000000001/articles.lance/_versions/1.manifest", 3);
      await put("tables-0000000000012/else", 1);
      await place.write("unfinished", "x");
      expect(await place.measure("tables-000000000001")).toEqual({
        "articles.lance/_versions/1.manifest": 3,
        "articles.lance/data/one.lance": 7,
      });
      const file = "tables-000000000001/articles.lance/data/one.lance";
      if (place.readPart !== undefined) {
        expect(Buffer.from(await place.readPart(file, 2, 5)).toString()).toBe("xxx");
      }
      expect([...(await place.list())].sort()).toEqual([
        "tables-000000000001",
        "tables-0000000000012",
        "unfinished",
      ]);
      await place.removeFolder("tables-000000000001");
      expect(await place.list()).not.toContain("tables-000000000001");
      expect(await place.list()).toContain("tables-0000000000012");
    });
  });
}
