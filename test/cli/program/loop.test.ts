// What the loop does beyond answers: opening, copying, named sessions, pasting, paging. tmux is the terminal.

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startStandIn } from "../../stand-in/stand-in-server.ts";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { hasTmux, openTerminal } from "../open-terminal.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const SECOND = "What does the bridge toll cost?";

/** A program on the path that writes its words and what it is given to a file of its name. */
function plant(place: Place, name: string): { readonly PATH: string; told(): string } {
  const folder = join(place.home, "bin");
  mkdirSync(folder, { recursive: true });
  const file = join(place.home, `${name}.told`);
  writeFileSync(
    join(folder, name),
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${file}'\n[ -t 0 ] || cat >> '${file}'\n`,
  );
  chmodSync(join(folder, name), 0o755);
  const PATH = `${folder}:${place.environment["PATH"]}`;
  return { PATH, told: () => readFileSync(file, "utf8") };
}

describe("/copy", () => {
  test("gives one quote, or the answer, as Markdown with citations to the clipboard's tool", async () => {
    const place = makePlace(MINI_CORPUS);
    const { PATH, told } = plant(place, "xclip");
    const copy = (command: string) =>
      runProgram(place, [], {
        input: `${QUESTION}\n${command}\n`,
        environment: { PATH, DISPLAY: ":9" },
      });
    expect((await copy("/copy [1]")).stderr).toMatch(/copied quote 1 .*\(xclip\)/);
    expect(told()).toMatch(/^-selection\nclipboard\n> “The night ferry .*”\n\n.*Harbour ferry/);
    expect((await copy("/copy")).stderr).toMatch(/copied the answer/);
    expect(told()).toMatch(/clipboard\n.*Harbour.*\n\n> “The night ferry/);
    expect(await copy("/copy 9")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("It has 1: /copy 1"),
    });
  });

  test("says where there is neither answer nor clipboard", async () => {
    const place = makePlace(MINI_CORPUS);
    const { stderr } = await runProgram(place, [], {
      input: `/copy\n${QUESTION}\n/copy\n/open 1\n`,
    });
    expect(stderr).toContain("no answer to copy");
    expect(stderr).toContain("no clipboard here");
    expect(stderr).toContain("/open needs a terminal");
  });
});

test("/width wraps from then on, and refuses what is no width", async () => {
  const place = makePlace(MINI_CORPUS);
  const input = `/width 0\n/width 30\n${QUESTION}\n/width auto\n${QUESTION}\n`;
  const { stdout, stderr } = await runProgram(place, [], { input });
  const [narrow = "", wide = ""] = stdout.split(/(?<=harbour\.txt:\d+)\n/);
  expect(Math.max(...narrow.split("\n").map((line) => line.length))).toBeLessThanOrEqual(30);
  expect(Math.max(...wide.split("\n").map((line) => line.length))).toBeGreaterThan(90);
  expect(stderr).toContain("/width needs a number");
});

describe("chat --session", () => {
  test("goes on where it stopped, in a folder that changed meanwhile", async () => {
    const place = makePlace(MINI_CORPUS);
    const chat = (input: string, ...words: string[]) =>
      runProgram(place, ["chat", "--session", "ferry", ...words], { input });
    await chat(`${QUESTION}\n/filter publisher Hill Gazette\n/width 44\n`);
    const again = await chat(`${SECOND}\n/export both.md\n`);
    expect(again.stderr).toContain("session ferry: 1 answer");
    expect(again.stderr).toMatch(/filter: .*Hill Gazette/);
    const both = readFileSync(join(place.folder, "both.md"), "utf8");
    expect(both).toContain(QUESTION);
    expect(both).toContain(SECOND);
    writeFileSync(
      join(place.folder, "corpus/harbour.txt"),
      "Another story\n\nNothing of it left.\n",
    );
    expect((await chat("/width\n")).stderr).toMatch(/1 quote of it no longer[\s\S]*width: 44/);
    const listed = await runProgram(place, ["sessions", "--json"]);
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { name: "ferry", questions: 2, last: SECOND },
    ]);
  });

  test("keeps what two programs ask at the same time", async () => {
    const place = makePlace(MINI_CORPUS);
    await runProgram(place, ["index"]);
    const chat = (input: string) => runProgram(place, ["chat", "--session", "s"], { input });
    await Promise.all([chat(`${QUESTION}\n${QUESTION}\n`), chat(`${SECOND}\n${SECOND}\n`)]);
    const { stdout } = await runProgram(place, ["sessions", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ questions: 4 }]);
  });

  test("refuses another folder, --no-history, a bad name and a damaged file, and is removed", async () => {
    const place = makePlace({ ...MINI_CORPUS, "other/a.txt": "Title\n\nA tram ran on Monday.\n" });
    await runProgram(place, ["chat", "--session", "s"], { input: QUESTION });
    const refuse = async (...words: string[]): Promise<string> => {
      const result = await runProgram(place, ["chat", ...words], { input: QUESTION });
      expect(result).toMatchObject({ code: 2, stdout: "" });
      return result.stderr;
    };
    expect(await refuse("--session", "s", "--corpus", "other")).toContain("asks another folder");
    expect(await refuse("--session", "s", "--no-history")).toContain("--no-history keeps none");
    expect(await refuse("--session", "../s")).toContain("no name for a session");
    writeFileSync(join(place.home, "state/pullquote/sessions/s.json"), "{");
    expect(await refuse("--session", "s")).toContain("pullquote sessions --remove");
    expect((await runProgram(place, ["sessions"], {})).stdout).toContain("s\t");
    const wrong = await runProgram(place, ["sessions", "--remove", "t"]);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean s?") });
    expect((await runProgram(place, ["sessions", "--remove", "s"])).code).toBe(0);
    expect((await runProgram(place, ["sessions"])).code).toBe(1);
  });
});

describe.skipIf(!hasTmux)("at a terminal (skipped where tmux is missing)", () => {
  test("/open starts the editor at the line, and the loop goes on", async () => {
    const place = makePlace(MINI_CORPUS);
    await runProgram(place, ["index"]);
    const { PATH, told } = plant(place, "nano");
    const typing = await openTerminal(place, [], 80, { PATH, EDITOR: "nano -w" });
    await typing.waitFor(/›/);
    typing.press(QUESTION, "Enter");
    await typing.waitFor(/harbour\.txt:6[\s\S]*\n›/);
    typing.press("/open 1", "Enter");
    await typing.waitFor(/opened .*line 6, with nano[\s\S]*\n›/);
    expect(told()).toBe(`-w\n+6\n${join(place.folder, "corpus/harbour.txt")}\n`);
    typing.press("/wid", "Tab");
    await typing.waitFor(/› \/width\s*$/);
    typing.press("C-u", "C-d");
    await typing.waitFor(/exit code 0/);
  });

  test("a pasted block waits for Enter as one question", async () => {
    const place = makePlace(MINI_CORPUS);
    await runProgram(place, ["index"]);
    const typing = await openTerminal(place, []);
    await typing.waitFor(/›/);
    typing.paste("Why does the\nnight ferry\r\nstop running?\n");
    await typing.waitFor(/› Why does the night ferry stop running\?\s*$/);
    typing.press("Enter");
    await typing.waitFor(/harbour\.txt:6[\s\S]*\n›/);
    typing.paste("x".repeat(5000));
    await typing.waitFor(/at most 4000 characters/);
    typing.press("C-c", "C-c");
    await typing.waitFor(/exit code 130/);
  });

  test("a model of the server that OLLAMA_HOST names is suggested once, and only to a person", async () => {
    const standIn = await startStandIn();
    onTestFinished(() => standIn.close());
    let calls = 0;
    standIn.takeover = () => {
      calls += 1;
    };
    const place = makePlace(MINI_CORPUS);
    const extra = { OLLAMA_HOST: standIn.host };
    await runProgram(place, [], { input: QUESTION, environment: extra });
    expect(calls).toBe(0);
    standIn.takeover = undefined;
    const ask = async (): Promise<ReturnType<typeof openTerminal>> => {
      const typing = await openTerminal(place, [], 80, extra);
      await typing.waitFor(/›/);
      typing.press(QUESTION, "Enter");
      await typing.waitFor(/harbour\.txt:6[\s\S]*\n›/);
      return typing;
    };
    const first = await ask();
    await first.waitFor(/\/model\s+ollama:/);
    first.press("C-d");
    await first.waitFor(/exit code 0/);
    expect((await ask()).look()).not.toMatch(/\/model\s+ollama:/);
  });

  test("a long list goes to the pager, a short one and --no-pager do not", async () => {
    const many = Array.from({ length: 60 }, (_, i) => [
      `corpus/${i}.txt`,
      `Story ${i} of the tram\n\nThe tram of Ostrand ran ${i} times on Monday, the mayor said.\n`,
    ]);
    const place = makePlace(Object.fromEntries(many));
    await runProgram(place, ["index"]);
    const { PATH, told } = plant(place, "my-pager");
    const page = async (...words: string[]): Promise<void> => {
      const extra = { PATH, PAGER: "my-pager -x" };
      await (await openTerminal(place, words, 80, extra)).waitFor(/exit code 0/);
    };
    await page("articles", "--no-pager");
    await page("articles", "--article", "7.txt");
    expect(told).toThrow();
    await page("articles");
    expect(told()).toMatch(/^-x\n[\s\S]*Story 59 of the tram/);
  });
});
