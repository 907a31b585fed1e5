// What git tracks carries nothing of the machine it was written on, and the layout is the agreed one.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((name) => name !== "" && name !== "test/repository.test.ts");
const texts = tracked
  .filter((name) => !/^test\/cases\/|^models\/.*\.json$|\.(?:png|jpg|gif|onnx)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

/** `file: match` for everything that a pattern finds in the tracked files. */
const findAll = (pattern: RegExp): readonly string[] =>
  texts.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].map(([match]) => `${name}: ${match}`),
  );

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const thisMachine = [
  hostname(),
  root.replace(/[\\/]$/, ""),
  ...(homedir() === "/root" ? [] : [homedir()]),
  ...(process.env["npm_config_registry"] === undefined
    ? []
    : [new URL(process.env["npm_config_registry"]).host]),
].filter((name) => name.length > 4 && name !== "localhost" && name !== "registry.npmjs.org");

describe("tracked files", () => {
  test("are read at all", () => {
    expect(texts.length).toBeGreaterThan(50);
  });

  test("name no package registry", () => {
    expect(findAll(/"resolved":|https?:\/\/[\w.-]*(?:registry|artifactory|nexus)[\w.-]*/g)).toEqual(
      [],
    );
  });

  test("name no path of a developer's machine", () => {
    expect(findAll(/\/(?:home|Users)\/\w+|\/root\/|\b[A-Z]:\\\\?Users\b/g)).toEqual([]);
  });

  test.each(thisMachine)("do not name this machine's %s", (name) => {
    expect(findAll(new RegExp(`(?<![\\w.-])${escapeForPattern(name)}(?![\\w-])`, "g"))).toEqual([]);
  });

  test("hold no e-mail address but invented ones", () => {
    const addresses = findAll(/[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/gi);
    expect(addresses.filter((found) => !/@(?:[\w-]+\.)*example(?:\.\w+)?$/.test(found))).toEqual(
      [],
    );
  });
});

describe("the lock file", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version: string; optionalDependencies?: Record<string, string> }>;
  };

  // Without them "npm ci" refuses, and on another platform would install no native part.
  test("lists the packages of every platform", () => {
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    const missing = wanted.filter((name) => packages[`node_modules/${name}`] === undefined);
    expect(wanted).toContain("@lancedb/lancedb-darwin-arm64");
    expect(missing).toEqual([]);
  });
});

describe("the workflow", () => {
  interface Job {
    readonly strategy: { readonly matrix: { readonly node?: number[]; readonly os?: string[] } };
    readonly steps: readonly { readonly run?: string }[];
  }
  const text = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8");
  const { jobs } = parse(text) as { jobs: Record<string, Job> };
  const runs = (name: string) => jobs[name]?.steps.flatMap(({ run }) => run ?? []);

  test("runs all of .ci/run on every Node that is promised", () => {
    expect(jobs["everything"]?.strategy.matrix.node).toEqual([20, 22, 24]);
    expect(runs("everything")).toContain(".ci/run");
  });

  test("does on macOS and Windows what a user does first", () => {
    expect(jobs["smoke"]?.strategy.matrix.os).toEqual(["macos-latest", "windows-latest"]);
    expect(runs("smoke")).toContain("node scripts/try-tarball.mjs");
  });
});

describe("the top level", () => {
  test("holds what a reader looks for", () => {
    const top = new Set(tracked.map((name) => name.split("/")[0]));
    const expected = [
      "src",
      "corpus",
      "index",
      "test",
      "docs",
      "bench",
      "scripts",
      ".ci",
      ".github",
    ].concat(
      ["package.json", "tsconfig.json", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"],
      ["CHANGELOG.md", "LICENSE"],
    );
    expect(expected.filter((name) => !top.has(name))).toEqual([]);
  });

  test("keeps the index's data and what is built out of git", () => {
    expect(tracked.filter((name) => /^(?:index|models|dist)\//.test(name))).toEqual([
      "index/README.md",
      "models/all-minilm-l6-v2/LICENSE",
      "models/all-minilm-l6-v2/README.md",
      "models/all-minilm-l6-v2/config.json",
      "models/all-minilm-l6-v2/model_quantized.onnx",
      "models/all-minilm-l6-v2/tokenizer.json",
      "models/reader/LICENSE",
      "models/reader/README.md",
      "models/reader/model_quantized.onnx",
    ]);
  });
});
