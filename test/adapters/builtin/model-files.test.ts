import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type ModelFileName,
  modelDigests,
  modelFolder,
} from "../../../src/adapters/builtin/model-files.ts";
import { createPassageReader } from "../../../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";

const names = Object.keys(modelDigests) as ModelFileName[];
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pullquote-model-"));
  for (const name of names) cpSync(fileURLToPath(new URL(name, modelFolder)), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

const repair = expect.stringContaining("git checkout models");

/** Uses every file of the models. */
const useModels = async (): Promise<number> => {
  const place = pathToFileURL(`${folder}/`);
  const model = openTokenModel(place);
  const reader = createPassageReader(model, place);
  try {
    const { ids } = await model.tokenize("A quay.");
    await model.run(ids);
    const text = "A quay is a wall.";
    const sentences = [{ start: 0, end: text.length }];
    return (await reader.read("What is a quay?", { text, sentences })).length;
  } finally {
    await Promise.all([model.close(), reader.close()]);
  }
};

test("right files load", async () => {
  expect(await useModels()).toBe(1);
});

test.each(names)("%s cut short is refused with the command that repairs it", async (name) => {
  truncateSync(join(folder, name), 300_000);
  await expect(useModels()).rejects.toMatchObject({
    code: "model-damaged",
    message: expect.stringContaining("300000 bytes"),
    hint: repair,
  });
});

test.each(names)("%s with one byte changed is refused", async (name) => {
  writeFileSync(join(folder, name), "x", { flag: "r+" });
  await expect(useModels()).rejects.toMatchObject({ code: "model-damaged" });
});

test.each(names)("%s that is not there is named, with the command", async (name) => {
  rmSync(join(folder, name));
  await expect(useModels()).rejects.toMatchObject({
    code: "model-missing",
    message: expect.stringContaining(name),
    hint: repair,
  });
});
