import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readModelChoice } from "../../../src/cli/model-choice.ts";
import {
  resolveSettings,
  type SettingSources,
} from "../../../src/cli/settings/resolve-settings.ts";
import { MIN_CONFIDENCE, PullquoteError } from "../../../src/index.ts";
import { makePlace } from "../run-program.ts";

function resolveIn(
  config: string | undefined,
  given: Partial<SettingSources> = {},
): ReturnType<typeof resolveSettings> {
  const place = makePlace(config === undefined ? {} : { "pullquote.json": config });
  return resolveSettings({ flags: {}, environment: {}, folder: place.folder, ...given });
}

function failIn(config: string | undefined, given: Partial<SettingSources> = {}): PullquoteError {
  try {
    resolveIn(config, given);
  } catch (error) {
    if (error instanceof PullquoteError) return error;
  }
  throw new Error("nothing was refused");
}

describe("the value that holds", () => {
  const file = '{ "limit": 3 }';
  const environment = { PULLQUOTE_LIMIT: "5" };
  const flags = { limit: "7" };

  test.each([
    ["flag, environment and file", file, { flags, environment }, 7, "flag", "--limit"],
    ["environment and file", file, { environment }, 5, "environment", "PULLQUOTE_LIMIT"],
    ["file alone", file, {}, 3, "file", undefined],
    ["nothing", undefined, {}, undefined, "default", undefined],
    ["flag and file", file, { flags }, 7, "flag", "--limit"],
    [
      "an empty variable and a file",
      file,
      { environment: { PULLQUOTE_LIMIT: "" } },
      3,
      "file",
      undefined,
    ],
  ] as const)("with %s", (_case, config, given, value, kind, name) => {
    const settings = resolveIn(config, given);
    expect(settings.values.limit).toBe(value);
    const origin = settings.origins.get("limit");
    expect(origin?.kind).toBe(kind);
    if (name !== undefined) expect(origin?.name).toBe(name);
  });

  test("of a share is a number from 0 to 1, written as one", () => {
    const shareOf = (config: string | undefined, given: Partial<SettingSources> = {}): number =>
      resolveIn(config, given).values.minConfidence;
    expect(shareOf(undefined)).toBe(MIN_CONFIDENCE);
    expect(shareOf('{ "minConfidence": 0.25 }')).toBe(0.25);
    expect(shareOf(undefined, { environment: { PULLQUOTE_MIN_CONFIDENCE: ".7" } })).toBe(0.7);
    expect(shareOf(undefined, { flags: { minConfidence: "0" } })).toBe(0);
    for (const wrong of ["1.5", "-0.1", "50%", "half", "NaN"]) {
      const refused = failIn(undefined, { flags: { minConfidence: wrong } });
      expect([refused.code, refused.message]).toEqual([
        "bad-setting",
        expect.stringContaining(`--min-confidence must be a number from 0 to 1, not "${wrong}"`),
      ]);
    }
    expect(failIn('{ "minConfidence": 2 }').code).toBe("bad-config");
    expect(failIn('{ "minConfidence": "0.5" }').code).toBe("bad-config");
  });

  test("of a model's options is the file's, and a flag's for what it names anew", () => {
    const config = '{ "option": { "num_ctx": 8192, "keep_alive": "5m" } }';
    expect(resolveIn(config).values.option).toEqual(["num_ctx=8192", "keep_alive=5m"]);
    const both = resolveIn(config, { flags: { option: ["num_ctx=4096"] } });
    expect(readModelChoice(both.values).modelOptions).toEqual({
      num_ctx: 4096,
      keep_alive: "5m",
    });
  });

  test.each(['["num_ctx=8192"]', '{ "num_ctx": [8192] }', '"num_ctx=8192"', '{ "num ctx": 1 }'])(
    "of a model's options is an object of plain values in the file, not %s",
    (option) => {
      expect(failIn(`{ "option": ${option} }`).message).toContain("option must be an object");
    },
  );

  test("of a model's option has a name", () => {
    expect(failIn(undefined, { flags: { option: ["8192"] } }).message).toContain("name=value");
  });

  test("of the colour is `never` under NO_COLOR, but a flag is stronger", () => {
    const environment = { NO_COLOR: "1" };
    expect(resolveIn('{"color":"always"}', { environment }).values.color).toBe("never");
    expect(resolveIn(undefined, { environment: { NO_COLOR: "" } }).values.color).toBe("auto");
    expect(resolveIn(undefined, { environment, flags: { color: "always" } }).values.color).toBe(
      "always",
    );
  });

  test("of a path is relative to the folder, or to the config file that holds it", () => {
    const place = makePlace({ "pullquote.json": '{"corpus": "papers"}', "deep/er/x": "" });
    const folder = join(place.folder, "deep", "er");
    const found = resolveSettings({ flags: {}, environment: {}, folder });
    expect(found.values.corpus).toBe(join(place.folder, "papers"));
    expect(found.configFile).toBe(join(place.folder, "pullquote.json"));
    const typed = resolveSettings({ flags: { corpus: "../x" }, environment: {}, folder });
    expect(typed.values.corpus).toBe(join(place.folder, "deep", "x"));
  });

  test.each(["1", "true", "YES", "on"])("of a switch in the environment can be %s", (word) => {
    expect(resolveIn(undefined, { environment: { PULLQUOTE_QUIET: word } }).values.quiet).toBe(
      true,
    );
  });

  test("of the history is off by flag, environment or file", () => {
    expect(resolveIn(undefined, { flags: { history: false } }).values.history).toBe(false);
    expect(resolveIn(undefined, { environment: { PULLQUOTE_HISTORY: "no" } }).values.history).toBe(
      false,
    );
    expect(resolveIn('{"history": false}').values.history).toBe(false);
    expect(resolveIn(undefined).values.history).toBe(true);
  });
});

describe("a bad config file is refused with its place", () => {
  test.each([
    ["not JSON", '{\n  "limit": 3,\n  "quiet": tru\n}', ":3:", "not JSON"],
    ["cut off", '{\n "limit": 3', ":2:", "not JSON"],
    ["a comment", '{\n // no\n "limit": 3 }', ":2:", "not JSON"],
    ["not an object", "[1]", ":1:1", "one JSON object"],
    ["empty", "", ":1:1", ""],
    ["an unknown key", '{\n  "limt": 3\n}', ":2:3", 'did you mean "limit"?'],
    ["text for a number", '{\n\n  "limit": "3"\n}', ":3:12", "a whole number from 1"],
    ["a word for a switch", '{ "quiet": "yes" }', ":1:12", "true or false"],
    ["a colour that is none", '{ "color": "red" }', ":1:12", "auto, always, never"],
    ["a number for a path", '{ "corpus": 4 }', ":1:13", "a folder"],
  ])("when it is %s", (_case, config, place, what) => {
    const error = failIn(config);
    expect(error.code).toBe("bad-config");
    expect(error.message).toContain(`pullquote.json${place}`);
    expect(error.message).toContain(what);
  });

  test("but a byte order mark and $schema are no fault", () => {
    expect(resolveIn('\uFEFF{"$schema": "x", "limit": 2}').values.limit).toBe(2);
  });

  test("when the one named by --config is missing", () => {
    expect(failIn(undefined, { flags: { config: "nowhere.json" } }).code).toBe("bad-config");
  });
});

describe("a bad flag or variable is refused by its name", () => {
  test.each([
    ["--limit", { flags: { limit: "0" } }],
    ["--limit", { flags: { limit: "1e9" } }],
    ["--since", { flags: { since: "2021-02-30" } }],
    ["--until", { flags: { until: "yesterday" } }],
    ["PULLQUOTE_LIMIT", { environment: { PULLQUOTE_LIMIT: "many" } }],
    ["PULLQUOTE_COLOR", { environment: { PULLQUOTE_COLOR: "pink" } }],
    ["PULLQUOTE_QUIET", { environment: { PULLQUOTE_QUIET: "perhaps" } }],
  ] as const)("%s", (name, given) => {
    const error = failIn(undefined, given);
    expect(error.code).toBe("bad-setting");
    expect(error.message).toContain(name);
  });

  test("and dates that exclude everything are refused together", () => {
    const flags = { since: "2022-01-02", until: "2022-01-01" };
    expect(failIn(undefined, { flags }).hint).toContain("--since 2022-01-01 --until 2022-01-02");
  });
});
