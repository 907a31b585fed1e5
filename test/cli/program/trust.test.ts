import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const withConfig = (config: object, at = "pullquote.json"): Place =>
  makePlace({ ...MINI_CORPUS, "clone/x": "", [at]: JSON.stringify(config) });
const ask = ["ask", QUESTION, "-q", "--no-history"];

describe("a config file that was found", () => {
  test.each([
    ["a corpus elsewhere", { corpus: "../elsewhere" }],
    ["an index elsewhere", { index: "/tmp/pullquote-nobody-asked" }],
    ["prompts elsewhere", { prompts: "../prompts" }],
    ["a model", { model: "ollama:other" }],
    ["an embedder", { embedder: "ollama:other" }],
    ["a server", { option: { base_url: "http://192.0.2.1" } }],
  ])("may not set %s before the user said yes", async (_, config) => {
    const place = withConfig(config);
    const refused = await runProgram(place, ask);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(join(place.folder, "pullquote.json"));
    expect(refused.stderr).toContain(Object.keys(config)[0]);
    expect(refused.stderr).toContain("pullquote trust");
  });

  test("is not followed through a link out of its folder, nor from a parent folder", async () => {
    const place = withConfig({ corpus: "inside" }, "clone/pullquote.json");
    symlinkSync("../corpus", join(place.folder, "clone/inside"));
    const clone = { ...place, folder: join(place.folder, "clone") };
    expect((await runProgram(clone, ask)).code).toBe(2);
    const below = withConfig({ corpus: "../away" });
    expect((await runProgram({ ...below, folder: join(below.folder, "clone") }, ask)).code).toBe(2);
  });

  test.each([
    ["places of its own folder", { corpus: "corpus", index: "my-index" }],
    ["what is built in", { model: "extractive", embedder: "builtin", limit: 3 }],
  ])("may set %s", async (_, config) => {
    expect((await runProgram(withConfig(config), ask)).code).toBe(0);
  });

  test("is trusted once said so, until it changes or the yes is taken back", async () => {
    const place = withConfig({ corpus: "corpus" }, "clone/pullquote.json");
    const clone = { ...place, folder: join(place.folder, "clone") };
    const config = join(clone.folder, "pullquote.json");
    writeFileSync(config, '{"corpus": "../corpus"}');
    expect((await runProgram(clone, ask)).code).toBe(2);
    const trusted = await runProgram(clone, ["trust"]);
    expect(trusted).toMatchObject({ code: 0, stdout: expect.stringContaining("corpus") });
    expect((await runProgram(clone, ask)).code).toBe(0);
    writeFileSync(config, '{"corpus": "../corpus", "limit": 2}');
    expect((await runProgram(clone, ask)).code).toBe(2);
    await runProgram(clone, ["trust"]);
    expect((await runProgram(clone, ask)).code).toBe(0);
    await runProgram(clone, ["trust", "--revoke"]);
    expect((await runProgram(clone, ask)).code).toBe(2);
  });

  test("needs no yes where the user names it, or sets the value himself", async () => {
    const place = withConfig({ corpus: "../corpus" }, "clone/pullquote.json");
    const clone = { ...place, folder: join(place.folder, "clone") };
    expect((await runProgram(clone, [...ask, "--config", "pullquote.json"])).code).toBe(0);
    expect((await runProgram(clone, [...ask, "--corpus", "../corpus"])).code).toBe(0);
  });
});
