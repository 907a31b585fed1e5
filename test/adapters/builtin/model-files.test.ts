import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { modelFolder } from "../../../src/adapters/builtin/model-files.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";

const names = ["model_quantized.onnx", "tokenizer.json"];
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pullquote-model-"));
  for (const name of names) copyFileSync(new URL(name, modelFolder), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Uses every file of the model. */
const useModel = async (): Promise<number> => {
  const model = openTokenModel(pathToFileURL(`${folder}/`));
  const { ids } = await model.tokenize("A quay.");
  return (await model.run(ids)).length;
};

test("right files load", async () => {
  expect(await useModel()).toBe(5 * 384);
});

test.each(names)("%s cut short is refused with the command that repairs it", async (name) => {
  truncateSync(join(folder, name), 300_000);
  await expect(useModel()).rejects.toMatchObject({
    code: "model-damaged",
    message: expect.stringContaining("300000 bytes"),
    hint: expect.stringContaining("npm run build"),
  });
});

test.each(names)("%s with one byte changed is refused", async (name) => {
  writeFileSync(join(folder, name), "x", { flag: "r+" });
  await expect(useModel()).rejects.toMatchObject({ code: "model-damaged" });
});

test.each(names)("%s that is not there is named, with the command", async (name) => {
  rmSync(join(folder, name));
  await expect(useModel()).rejects.toMatchObject({
    code: "model-missing",
    message: expect.stringContaining(name),
    hint: expect.stringContaining("npm run build"),
  });
});
