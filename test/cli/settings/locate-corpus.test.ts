import { mkdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type Location,
  locateCorpus,
  requireCorpus,
} from "../../../src/cli/settings/locate-corpus.ts";
import { resolveSettings } from "../../../src/cli/settings/resolve-settings.ts";
import { makePlace, type Place } from "../run-program.ts";

function locate(
  place: Place,
  flags: Readonly<Record<string, unknown>> = {},
  below = "",
): Location & { readonly check: () => void } {
  const folder = join(realpathSync(place.folder), below);
  const settings = resolveSettings({ flags, environment: {}, folder });
  const surroundings = {
    folder,
    packageFolder: join(place.home, "package"),
    cacheFolder: join(place.home, "cache"),
  };
  const location = locateCorpus(settings, surroundings);
  return { ...location, check: () => requireCorpus(settings, location) };
}

describe("the index lies", () => {
  test("in ./index for ./corpus, however that is named", () => {
    const place = makePlace({ "corpus/a.txt": "x" });
    symlinkSync("corpus", join(place.folder, "alias"));
    const index = join(realpathSync(place.folder), "index");
    expect(locate(place).index).toBe(index);
    expect(locate(place, { corpus: "corpus" }).index).toBe(index);
    expect(locate(place, { corpus: "./alias/../alias" }).index).toBe(index);
  });

  test("in the cache folder for any other corpus, under a name of its own", () => {
    const place = makePlace({ "papers/a.txt": "x", "other/papers/a.txt": "x" });
    const first = locate(place, { corpus: "papers" }).index;
    const second = locate(place, { corpus: "other/papers" }).index;
    expect(first).toMatch(/cache\/indexes\/papers-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect(locate(place, { corpus: "../work/papers/." }).index).toBe(first);
  });

  test("at the same place after its corpus was deleted, so that it can be deleted too", () => {
    const place = makePlace({ "papers/a.txt": "x" });
    symlinkSync(".", join(place.folder, "here"));
    const before = locate(place, { corpus: "here/papers" });
    rmSync(join(place.folder, "papers"), { recursive: true });
    const after = locate(place, { corpus: "here/papers" });
    expect(after.index).toBe(before.index);
    expect(after.corpusExists).toBe(false);
  });

  test("where --index says", () => {
    const place = makePlace({ "corpus/a.txt": "x" });
    expect(locate(place, { index: "elsewhere" }).index).toMatch(/work\/elsewhere$/);
  });

  test("beside the corpus that a config file above names", () => {
    const place = makePlace({ "pullquote.json": '{"corpus":"corpus"}', "corpus/a.txt": "x" });
    mkdirSync(join(place.folder, "notes"));
    const index = join(realpathSync(place.folder), "index");
    expect(locate(place, {}, "notes").index).toBe(index);
    expect(locate(place).index).toBe(index);
  });

  test("in the cache for the installed sample, and beside it in a clone", () => {
    const place = makePlace({});
    mkdirSync(join(place.home, "package", "corpus"), { recursive: true });
    expect(locate(place, { sample: true }).index).toContain(join("cache", "indexes"));
    mkdirSync(join(place.home, "package", "src"));
    expect(locate(place, { sample: true }).index).toMatch(/package\/index$/);
  });
});

describe("a corpus that is not there", () => {
  test("names ./corpus, --corpus and --sample", () => {
    expect(locate(makePlace()).check).toThrow(/\.\/corpus.*--corpus/);
    expect(locate(makePlace()).check).toThrow(
      expect.objectContaining({ code: "no-corpus", hint: expect.stringContaining("--sample") }),
    );
  });

  test("names who asked for it", () => {
    expect(locate(makePlace(), { corpus: "nowhere" }).check).toThrow(/nowhere.*--corpus/);
  });
});
