import { PassThrough } from "node:stream";
import type { ReadStream } from "node:tty";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PasteGuard } from "../../../src/cli/loop/paste-guard.ts";

const [BEGIN, END] = ["\u001B[200~", "\u001B[201~"];

/** What readline gets when a terminal sends these pieces, one after the other. */
async function send(pieces: readonly Uint8Array[]): Promise<{ keys: string; refused: number[] }> {
  const keyboard = new PassThrough();
  const refused: number[] = [];
  const guard = new PasteGuard(keyboard as unknown as ReadStream, (length) => refused.push(length));
  const parts: Buffer[] = [];
  const ended = new Promise((resolve) => guard.on("end", resolve));
  guard.on("data", (part: Buffer) => parts.push(part));
  for (const piece of pieces) keyboard.write(piece);
  keyboard.end();
  await ended;
  return { keys: Buffer.concat(parts).toString("utf8"), refused };
}

const sendText = (text: string) => send([Buffer.from(text)]);

describe("a pasted block", () => {
  test("is one line, and its last line end submits nothing", async () => {
    const { keys } = await sendText(`a${BEGIN}one\r\ntwo\n\n\tthree\r${END}\r`);
    expect(keys).toBe("aone two three\r");
  });

  test("holds nothing that acts", async () => {
    const { keys } = await sendText(`${BEGIN}red\u001B[31m\u0003\u0004\u0007 \u009B2J${END}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(keys).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(keys).toContain("red");
  });

  test("that is longer than any question is told, not typed; what follows is", async () => {
    const { keys, refused } = await sendText(`${BEGIN}${"x".repeat(1_000_000)}${END}ok`);
    expect({ keys, refused }).toEqual({ keys: "ok", refused: [1_000_000] });
  });

  test("whose end never comes is typed all the same", async () => {
    expect((await sendText(`${BEGIN}half a`)).keys).toBe("half a");
  });

  test("does not hold back keys that look like its beginning", async () => {
    for (const key of ["\u001B", "\u001B[", "\u001B[A", "\u001B[2~"]) {
      expect((await sendText(key)).keys).toBe(key);
    }
  });

  test("comes out the same however the terminal cuts it", async () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(BEGIN, END, "\r", "é", "\u001B[A", "😀"), fc.string()),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(200)), async (words, cuts) => {
        const bytes = Buffer.from(words.join(""));
        // One or two characters of the mark are keys, so terminals send it in one piece.
        const isKey = (cut: number): boolean =>
          [1, 2].some((begun) => bytes.indexOf(BEGIN, cut - begun) === cut - begun);
        const fitting = cuts.filter((cut) => cut < bytes.length && !isKey(cut));
        const places = [0, ...fitting, bytes.length].sort((one, other) => one - other);
        const pieces = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
        expect(await send(pieces)).toEqual(await send([bytes]));
      }),
      { numRuns: 200 },
    );
  });
});
