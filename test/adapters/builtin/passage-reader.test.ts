import { expect, it } from "vitest";
import {
  createPassageReader,
  rememberReadings,
} from "../../../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";
import type { Reader, ReadPassage } from "../../../src/core/ports/reader.ts";
import { describeReader } from "../../contracts/reader.ts";

describeReader("the built-in reader", async () => {
  const tokens = openTokenModel();
  const reader = createPassageReader(tokens);
  return {
    read: (...asked) => reader.read(...asked),
    close: async () => {
      await Promise.all([reader.close(), tokens.close()]);
    },
  };
});

function openCountingReader(): { reader: Reader; asked: string[] } {
  const asked: string[] = [];
  const reader: Reader = {
    async read(question, { text, sentences }, signal) {
      signal?.throwIfAborted();
      asked.push(`${question} ${text}`);
      return sentences.map((span) => ({ answers: text.length, margin: 0, span }));
    },
    close: async () => undefined,
  };
  return { reader, asked };
}

const passage = (text: string, end = text.length): ReadPassage => ({
  text,
  sentences: [{ start: 0, end }],
});

it("reads a passage once for a question, and again for another question or other sentences", async () => {
  const { reader, asked } = openCountingReader();
  const remembering = rememberReadings(reader, 8);
  const first = await remembering.read("who?", passage("Ada Roe rows."));
  expect(await remembering.read("who?", passage("Ada Roe rows."))).toEqual(first);
  expect(asked).toHaveLength(1);
  await remembering.read("when?", passage("Ada Roe rows."));
  await remembering.read("who?", passage("Ada Roe rows.", 3));
  expect(asked).toHaveLength(3);
});

it("forgets what was used the longest ago", async () => {
  const { reader, asked } = openCountingReader();
  const remembering = rememberReadings(reader, 2);
  for (const text of ["one", "two", "one", "three", "one", "two"]) {
    await remembering.read("who?", passage(text));
  }
  expect(asked).toEqual(["who? one", "who? two", "who? three", "who? two"]);
});

it("still stops when it is aborted", async () => {
  const { reader } = openCountingReader();
  const remembering = rememberReadings(reader, 2);
  await remembering.read("who?", passage("one"));
  await expect(remembering.read("who?", passage("one"), AbortSignal.abort())).rejects.toThrow();
});
