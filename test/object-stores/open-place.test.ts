import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPlace } from "../../src/adapters/lancedb/places/open-place.ts";
import { chooseStorage } from "../../src/adapters/object-stores/check-address.ts";
import { findRemotePlace } from "../../src/adapters/object-stores/open-bucket.ts";

const ACCOUNT = { AZURE_STORAGE_ACCOUNT_NAME: "desk" };
const BAD = expect.objectContaining({ code: "bad-setting", hint: expect.stringMatching(/./) });

describe("an index's name", () => {
  let folder: string;
  const before = process.cwd();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pullquote-names-"));
    process.chdir(folder);
  });
  afterEach(async () => {
    process.chdir(before);
    await rm(folder, { recursive: true, force: true });
  });

  it.each(["index", "./s3", "C:\\news", "/tmp/s3://x", "a:b"])("%s is a folder", (name) => {
    expect(openPlace(name, {}, {}).locate("t").uri).toMatch(/^\//);
  });

  it.each([
    ["s3://newsdesk", "s3://newsdesk/t"],
    ["s3://newsdesk/", "s3://newsdesk/t"],
    ["S3://newsdesk/archive/2024/", "s3://newsdesk/archive/2024/t"],
    ["az://newsdesk/a", "az://newsdesk/a/t"],
  ])("%s is the address of a store", (name, uri) => {
    expect(openPlace(name, {}, ACCOUNT).locate("t").uri).toBe(uri);
  });

  it.each([
    ...[
      "gs://newsdesk/x",
      "http://newsdesk/x",
      "constructor://newsdesk/x",
      "file:///tmp/x",
      "s3+ddb://newsdesk/x",
      "s3:newsdesk",
    ],
    ...[
      "s3:/newsdesk/x",
      "s3://",
      "s3://ab",
      "s3://News",
      "s3://newsdesk/../other",
      "s3://newsdesk/a//b",
    ],
    ...[
      "s3://newsdesk/a?b",
      "s3://user:secret@newsdesk/x",
      "s3://newsdesk/\u0007",
      "s3://newsdesk/%2e%2e",
    ],
  ])("%s is refused, and makes no folder", async (name) => {
    expect(() => openPlace(name, {}, ACCOUNT)).toThrow(BAD);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("the settings of a store", () => {
  it.each([
    "secret_access_key",
    "aws_access_key_id",
    "session_token",
    "account_key",
    "sas_token",
    "password",
  ])("never hold %s, wherever the index lies", (name) => {
    for (const index of ["s3://newsdesk/x", "az://newsdesk/x", "folder"]) {
      expect(() => openPlace(index, { [name]: "hidden-words" }, ACCOUNT)).toThrow(BAD);
      expect(() => openPlace(index, { [name]: "hidden-words" }, ACCOUNT)).not.toThrow(
        "hidden-words",
      );
    }
  });

  it("are known by name, and an account is needed where there are accounts", () => {
    expect(() => openPlace("s3://newsdesk/x", { regoin: "eu-west-1" }, {})).toThrow(BAD);
    expect(() => openPlace("az://newsdesk/x", {}, {})).toThrow(BAD);
  });

  it("count for each of two addresses that knows them, and are refused where none does", () => {
    const both = { region: "eu-west-1", account_name: "desk", regoin: "x" };
    const { regoin, ...known } = both;
    const [corpus, index] = ["s3://newsdesk/a", "az://newsdesk/x"];
    expect(chooseStorage(known, corpus, index)).toEqual({ region: "eu-west-1" });
    expect(chooseStorage(known, index, corpus)).toEqual({ account_name: "desk" });
    expect(chooseStorage(known, "folder", "constructor://x")).toEqual(known);
    expect(chooseStorage(both, index, corpus)).toEqual({ account_name: "desk", regoin });
  });

  it("name no endpoint in the clear unless that is said, and none with a user in it", () => {
    const open = (storage: Record<string, string>) => () =>
      openPlace("s3://newsdesk/x", storage, {});
    expect(open({ endpoint: "http://192.0.2.1" })).toThrow(BAD);
    expect(open({ endpoint: "https://me:word@192.0.2.1" })).toThrow(BAD);
    expect(open({ endpoint: "newsdesk" })).toThrow(BAD);
    expect(open({ endpoint: "http://192.0.2.1", allow_http: "true" })).not.toThrow();
  });

  it("say the same to LanceDB as to the client, the config before the environment", () => {
    const place = openPlace(
      "s3://newsdesk/x",
      { region: "eu-west-1" },
      {
        AWS_REGION: "us-west-2",
        AWS_ENDPOINT_URL: "https://store.example",
      },
    );
    expect(place.locate("t").storageOptions).toEqual({
      region: "eu-west-1",
      endpoint: "https://store.example",
    });
  });
});

describe("who gets the index", () => {
  it.each([
    ["folder", {}, undefined],
    ["s3://newsdesk/x", {}, "Amazon S3"],
    ["az://newsdesk/x", {}, "Azure"],
    ["s3://newsdesk/x", { endpoint: "https://store.example" }, "https://store.example"],
    ["s3://newsdesk/x", { endpoint: "http://127.0.0.1:9000" }, undefined],
  ])("of %s with %o is %s", (index, storage, where) => {
    const found = findRemotePlace(index, storage, {});
    if (where === undefined) expect(found).toBeUndefined();
    else expect(found?.where).toContain(where);
  });
});
