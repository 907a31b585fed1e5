// A person at a terminal, by way of tmux: what the screen shows. Skipped where tmux is missing.

import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, type Place, PROGRAM, runProgram } from "../run-program.ts";

const hasTmux = spawnSync("tmux", ["-V"]).status === 0;

interface Typing {
  /** Keys as tmux names them, or text. */
  press(...keys: string[]): void;
  look(): string;
  /** Waits until the screen shows it; the test's own time limit ends a vain wait. */
  waitFor(expected: RegExp): Promise<string>;
}

async function openTerminal(
  place: Place,
  words: readonly string[],
  columns = 80,
  extra: Readonly<Record<string, string>> = {},
): Promise<Typing> {
  const socket = `${place.home}/tmux`;
  const tmux = (...rest: string[]): string =>
    execFileSync("tmux", ["-S", socket, "-f", "/dev/null", ...rest], { encoding: "utf8" });
  const set = Object.entries({ ...place.environment, ...extra }).map(
    ([key, value]) => `${key}=${value}`,
  );
  const quoted = ["env", ...set, process.execPath, PROGRAM, ...words].map(
    (word) => `'${word.replaceAll("'", "'\\''")}'`,
  );
  const line = `cd '${place.folder}'; ${quoted.join(" ")}; echo "exit code $?"; cat`;
  tmux("new-session", "-d", "-x", String(columns), "-y", "45", "sh", "-c", line);
  onTestFinished(() => void spawnSync("tmux", ["-S", socket, "kill-server"]));
  const look = (): string => tmux("capture-pane", "-p", "-t", "0");
  return {
    press: (...keys) => void tmux("send-keys", "-t", "0", ...keys),
    look,
    waitFor: async (expected) => {
      for (;;) {
        const screen = look();
        if (expected.test(screen)) return screen;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

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
