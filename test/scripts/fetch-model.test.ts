import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkModelFile, modelDigests } from "../../src/adapters/builtin/model-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const names = ["all-minilm-l6-v2/model_quantized.onnx", "all-minilm-l6-v2/tokenizer.json"] as const;
let folder = "";
/** An unpacked package that carries the model, as npm would bring it. */
let carrier = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pullquote-fetch-"));
  carrier = join(folder, "package");
  mkdirSync(join(carrier, "model/onnx"), { recursive: true });
  const built = join(root, "models/all-minilm-l6-v2");
  cpSync(join(built, "model_quantized.onnx"), join(carrier, "model/onnx/model_quantized.onnx"));
  for (const name of ["tokenizer.json", "config.json"]) {
    cpSync(join(built, name), join(carrier, "model", name));
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const fetchModel = (): { status: number | null; stderr: string } =>
  spawnSync(
    process.execPath,
    ["scripts/fetch-model.mjs", "--to", join(folder, "all-minilm-l6-v2"), "--from", carrier],
    { cwd: root, encoding: "utf8" },
  );

test("the model's files are copied, as the program expects them, with licence and origin", async () => {
  expect(fetchModel()).toMatchObject({ status: 0, stderr: "" });
  const folderUrl = pathToFileURL(join(folder, "all-minilm-l6-v2/"));
  for (const name of names)
    expect(await checkModelFile(name, pathToFileURL(`${folder}/`))).toBeDefined();
  expect(readFileSync(new URL("LICENSE", folderUrl), "utf8")).toContain("Apache License");
  const origin = readFileSync(new URL("README.md", folderUrl), "utf8");
  for (const name of names) expect(origin).toContain(modelDigests[name]);
});

test("right files are left alone, a damaged one is replaced", () => {
  fetchModel();
  const files = names.map((name) => join(folder, name));
  const [model = "", tokenizer = ""] = files;
  const before = statSync(model).ino;
  writeFileSync(tokenizer, "{}");
  expect(fetchModel().status).toBe(0);
  expect(statSync(model).ino).toBe(before);
  expect(statSync(tokenizer).size).toBeGreaterThan(700_000);
});

test("right files need no package at all", () => {
  fetchModel();
  rmSync(carrier, { recursive: true });
  expect(fetchModel()).toMatchObject({ status: 0, stderr: "" });
});

test("a package with another model is refused", () => {
  writeFileSync(join(carrier, "model/onnx/model_quantized.onnx"), "x", { flag: "r+" });
  const { status, stderr } = fetchModel();
  expect(status).toBe(1);
  expect(stderr).toContain("is not the file that was pinned");
  expect(stderr).toContain(modelDigests[names[0]]);
  expect(stderr).toContain("npm run build");
});

test("a package that carries no model is told from it", () => {
  rmSync(join(carrier, "model"), { recursive: true });
  const { status, stderr } = fetchModel();
  expect(status).toBe(1);
  expect(stderr).toContain("is missing");
});
