import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyText, listTools, writeSequence } from "../../../src/cli/loop/clipboard.ts";

const NO_TOOL = { PATH: "" };
const namesOf = (environment: Record<string, string>, platform: NodeJS.Platform) =>
  listTools(environment, platform).map(({ command }) => command[0]);

describe("the tool that is asked", () => {
  test.each([
    [{}, "darwin", ["pbcopy"]],
    [{}, "win32", ["clip.exe"]],
    [{ WSL_DISTRO_NAME: "Debian" }, "linux", ["clip.exe"]],
    [{ WAYLAND_DISPLAY: "wayland-0", DISPLAY: ":0" }, "linux", ["wl-copy", "xclip", "xsel"]],
    [{ DISPLAY: ":0", TMUX: "/tmp/t,1,0" }, "linux", ["xclip", "xsel", "tmux"]],
    [{ DISPLAY: ":0", SSH_CONNECTION: "a b" }, "linux", []],
    [{ SSH_TTY: "/dev/pts/1", TMUX: "/tmp/t,1,0" }, "darwin", ["tmux"]],
    [{}, "linux", []],
  ] as const)("with %j on %s is %j", (environment, platform, expected) => {
    expect(namesOf({ ...environment }, platform)).toEqual(expected);
  });
});

describe("the sequence for the terminal", () => {
  const decode = (sequence: string): string =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is made of them
    Buffer.from(sequence.match(/^\u001B\]52;c;([^\u0007]*)\u0007/)?.[1] ?? "", "base64").toString();

  test("holds the text whatever it is, and nothing of it acts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const wellFormed = Buffer.from(text).toString();
        expect(decode(writeSequence(text, {}) ?? "")).toBe(wellFormed);
      }),
    );
  });

  test("is wrapped too below tmux and screen", () => {
    for (const environment of [{ TMUX: "/tmp/t,1,0" }, { TERM: "screen-256color" }]) {
      expect(writeSequence("a", environment)).toContain("\u001BPtmux;\u001B\u001B]52;c;YQ==");
    }
    expect(writeSequence("a", { TERM: "xterm" })).toBe("\u001B]52;c;YQ==\u0007");
  });

  test("is not written where a terminal would drop it, or is none", async () => {
    const written: unknown[] = [];
    const screen = (isTTY: boolean) => ({
      isTTY,
      write: (text: unknown) => written.push(text) > 0,
    });
    const copy = (text: string, isTTY: boolean, environment: Record<string, string>) =>
      copyText(text, screen(isTTY), environment);
    expect(await copy("a", true, NO_TOOL)).toEqual({ kind: "terminal" });
    expect(written).toHaveLength(1);
    expect(await copy("a", false, NO_TOOL)).toMatchObject({ why: "no-way" });
    expect(await copy("a", true, { ...NO_TOOL, TERM: "dumb" })).toMatchObject({ why: "no-way" });
    expect(await copy("a".repeat(60_000), true, NO_TOOL)).toMatchObject({ why: "too-long" });
    expect(written).toHaveLength(1);
  });
});
