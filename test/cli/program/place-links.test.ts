// Links from an export to the places in local files: a saved page at its words, a PDF at its page; no folder's name told.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawLines, makePdf } from "../../corpus/formats/make-pdf.ts";
import { makePlace, runProgram } from "../run-program.ts";

const PAGE = `<!DOCTYPE html><html><head><title>Mill</title></head><body><article><h1>Mill</h1>
<p>The mill at Velm burned down on Sunday night, the fire brigade said, and the cause is not known.</p>
<p>${"Nobody was hurt in the fire, and the grain was saved by neighbours who came with carts. ".repeat(6)}</p>
</article></body></html>`;
const PDF = makePdf({
  pages: [
    [...drawLines(40, 400, ["Notes of the harbour board."])],
    [
      ...drawLines(40, 400, [
        "The harbour at Orlen closes for repairs in March,",
        "the board said in its notes.",
      ]),
    ],
  ],
});
const FILES = { "corpus/old mill.html": PAGE, "corpus/notes.pdf": PDF, "far/off/keep.txt": "" };

test("an export to a page opens local files at the place, where they lie near it", async () => {
  const place = makePlace(FILES);
  const ask = async (question: string, file: string): Promise<string> => {
    const { code } = await runProgram(place, ["ask", question, "-o", file]);
    expect(code).toBe(0);
    const { stdout } = await runProgram(place, ["verify", file]);
    expect(stdout).toMatch(/: (\d) quotes?: \1 verified\n/);
    return readFileSync(join(place.folder, file), "utf8");
  };
  const mill = await ask("When did the mill at Velm burn down?", "mill.html");
  expect(mill).toContain('href="corpus/old%20mill.html#:~:text=The%20mill%20at%20Velm');
  const harbour = await ask("When does the harbour at Orlen close for repairs?", "harbour.html");
  expect(harbour).toContain('href="corpus/notes.pdf#page=2"');
  const far = await ask("When did the mill at Velm burn down?", "far/off/mill.html");
  expect(far).not.toContain("old%20mill.html");
  expect(far).not.toContain(place.folder);
});

test("show names and gives the places of what is no text", async () => {
  const place = makePlace(FILES);
  const { stdout } = await runProgram(place, ["show", "notes.pdf"]);
  expect(stdout).toMatch(/^\d+, page 2:$/m);
  const json = await runProgram(place, ["show", "notes.pdf", "--json"]);
  const { blocks } = JSON.parse(json.stdout);
  expect(blocks.at(-1).places[0][0]).toMatchObject({ kind: "page", number: 2 });
});
