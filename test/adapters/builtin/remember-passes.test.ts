import { expect, test } from "vitest";
import { rememberPasses } from "../../../src/adapters/builtin/remember-passes.ts";
import type { TokenModel } from "../../../src/adapters/builtin/token-model.ts";

const countPasses = (): { model: TokenModel; passes: string[] } => {
  const passes: string[] = [];
  const model: TokenModel = {
    tokenize: async () => ({ ids: [], starts: [], ends: [], startsWord: [] }),
    run: async (ids, signal) => {
      signal?.throwIfAborted();
      passes.push(ids.join());
      return Float32Array.from(ids);
    },
    close: async () => {},
  };
  return { model, passes };
};

test("repeats no pass that it remembers, and forgets the least recently used", async () => {
  const { model, passes } = countPasses();
  const remembering = rememberPasses(model, 2);
  for (const id of [1, 2, 1, 3, 1, 2]) {
    expect(await remembering.run([id])).toEqual(Float32Array.of(id));
  }
  expect(passes).toEqual(["1", "2", "3", "2"]);
});

test("an aborted call is refused even where the result is known", async () => {
  const { model } = countPasses();
  const remembering = rememberPasses(model, 2);
  await remembering.run([1]);
  await expect(remembering.run([1], AbortSignal.abort())).rejects.toThrow();
});
