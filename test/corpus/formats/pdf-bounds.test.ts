// PDFs that were made to be too large or too deep are refused before they are read.

import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { bytesOf, readFile } from "../../contracts/format.ts";

test("streams that unpack to more than may be read are refused before they are unpacked", async () => {
  let packed: Uint8Array = new Uint8Array(120 * 1024 * 1024);
  for (let times = 0; times < 2; times += 1) packed = deflateSync(packed);
  const text = Buffer.from(packed).toString("latin1");
  const bomb = `%PDF-1.7\n1 0 obj << /Filter [/FlateDecode /FlateDecode] /Length ${text.length} >>\nstream\n${text}\nendstream endobj\n`;
  const { refused } = await readFile(bytesOf("a.pdf", Buffer.from(bomb, "latin1")));
  expect(refused).toMatchObject([{ reason: "too-large" }]);
});

test("drawings that hold one another without end, or a million times over, are refused", async () => {
  const form = (id: number, child: number, times: number): string => {
    const draw = "/F Do ".repeat(times);
    return `${id} 0 obj << /Subtype /Form /Resources << /XObject << /F ${child} 0 R >> >> /Length ${draw.length} >>\nstream\n${draw}\nendstream endobj\n`;
  };
  const laughs = [10, 11, 12, 13, 14, 15, 16].map((id) => form(id, id + 1, 10)).join("");
  const circle =
    "20 0 obj << /PatternType 1 /Resources << /Pattern << /P 20 0 R >> >> /Length 6 >>\nstream\n/P scn\nendstream endobj\n";
  for (const body of [`${laughs}17 0 obj << /Subtype /Form >> endobj\n`, circle]) {
    const { refused } = await readFile(bytesOf("a.pdf", `%PDF-1.7\n${body}`));
    expect(refused).toMatchObject([{ detail: expect.stringContaining("without end") }]);
  }
});
