// A person at a terminal, by way of tmux: what the screen shows. Skipped where tmux is missing.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { hasTmux, openTerminal } from "../open-terminal.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

async function makeIndexed(): Promise<Place> {
  const place = makePlace(MINI_CORPUS);
  await runProgram(place, ["index"]);
  return place;
}

describe.skipIf(!hasTmux)("at a terminal (skipped where tmux is missing)", () => {
  test("chat --watch tells of a new article above the line that is being typed", async () => {
    const place = await makeIndexed();
    const typing = await openTerminal(place, ["chat", "--watch"]);
    await typing.waitFor(/3 articles.*\n.*›/);
    typing.press("Who pai");
    await typing.waitFor(/› Who pai/);
    const news =
      "A kiln was lit in the old brickyard on Sunday, and the potters sang until it was dark.\n";
    writeFileSync(join(place.folder, "corpus/kiln.md"), `---\ntitle: Kiln lit\n---\n\n${news}`);
    expect(await typing.waitFor(/added kiln\.md/)).toMatch(/added kiln\.md: Kiln lit\n+› Who pai/);
    typing.press("C-u", "C-d");
    await typing.waitFor(/exit code 0/);
  });

  test("the loop answers, remembers the line, completes with Tab and leaves at Ctrl-D", async () => {
    const typing = await openTerminal(await makeIndexed(), []);
    await typing.waitFor(/3 articles.*\n.*›/);
    typing.press(QUESTION, "Enter");
    await typing.waitFor(/harbour\.txt:\d+[\s\S]*\n›/);
    typing.press("Up");
    await typing.waitFor(new RegExp(`› ${QUESTION.replace("?", "\\?")}\\s*$`));
    typing.press("C-u", "/sou", "Tab");
    await typing.waitFor(/› \/sources\s*$/);
    typing.press("C-u", "C-d");
    await typing.waitFor(/exit code 0/);
  });

  test("Ctrl-C clears the line, and twice leaves with 130", async () => {
    const typing = await openTerminal(await makeIndexed(), []);
    await typing.waitFor(/›/);
    typing.press("half a question", "C-c");
    await typing.waitFor(/Ctrl-C again leaves[\s\S]*\n›\s*$/);
    typing.press("C-c");
    await typing.waitFor(/exit code 130/);
  });

  test.each([40, 80])("an answer fits %i columns", async (columns) => {
    const typing = await openTerminal(await makeIndexed(), ["ask", QUESTION], columns);
    const screen = await typing.waitFor(/exit code 0/);
    // tmux breaks a line that is too wide: the break would stand inside a word.
    expect(screen.replace(/\s+/g, " ")).toContain("“The night ferry between Port Alder");
    for (const line of screen.split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  });

  test("a first index shows a bar and cleans up after itself", async () => {
    const typing = await openTerminal(makePlace(MINI_CORPUS), ["ask", QUESTION]);
    const screen = await typing.waitFor(/exit code 0/);
    expect(screen).toContain("index: 3 articles");
    expect(screen).not.toContain("░");
  });
});
