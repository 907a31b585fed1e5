import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { resolveSettings } from "../../src/cli/settings/resolve-settings.ts";
import { decideColor, openScreen, supportsHyperlinks, writeNote } from "../../src/cli/terminal.ts";

describe("colour", () => {
  test.each([
    ["auto", true, "xterm", true],
    ["auto", false, "xterm", false],
    ["auto", true, "dumb", false],
    ["always", false, "dumb", true],
    ["never", true, "xterm", false],
  ] as const)("%s, terminal %s, TERM=%s: %s", (when, isTerminal, TERM, expected) => {
    expect(decideColor(when, isTerminal, { TERM })).toBe(expected);
  });
});

describe("hyperlinks", () => {
  test.each([
    [{ TERM: "xterm-256color" }, false],
    [{ TERM: "xterm-kitty" }, true],
    [{ TERM_PROGRAM: "WezTerm" }, true],
    [{ TERM_PROGRAM: "Apple_Terminal" }, false],
    [{ VTE_VERSION: "7200" }, true],
    [{ VTE_VERSION: "5000" }, false],
    [{ WT_SESSION: "1" }, true],
    [{ TERM: "xterm-kitty", TMUX: "/tmp/x" }, false],
    [{ TERM: "xterm-kitty", FORCE_HYPERLINK: "0" }, false],
    [{ FORCE_HYPERLINK: "1" }, true],
  ])("%j: %s", (environment: Readonly<Record<string, string>>, expected) => {
    expect(supportsHyperlinks(environment)).toBe(expected);
  });
});

function openPiped(flags: Readonly<Record<string, unknown>>, columns?: number) {
  const terminal = columns === undefined ? {} : { columns, isTTY: true };
  const stdout = Object.assign(new PassThrough(), terminal);
  const stderr = new PassThrough();
  const settings = resolveSettings({ flags, environment: {}, folder: "/" });
  const screen = openScreen(settings, { stdin: {}, stdout, stderr }, {});
  return {
    screen,
    read: () => ({ stdout: String(stdout.read() ?? ""), stderr: String(stderr.read() ?? "") }),
  };
}

test("a note is wrapped between words on a terminal, and one line elsewhere", () => {
  const write = (isTTY: boolean): string => {
    const stderr = Object.assign(new PassThrough(), { isTTY, columns: 24 });
    writeNote("  skipped north/harbour.txt: this is not text", stderr);
    return String(stderr.read());
  };
  expect(write(false).split("\n")).toHaveLength(2);
  for (const line of write(true).trimEnd().split("\n")) {
    expect(line.length).toBeLessThanOrEqual(24);
    expect(line).toMatch(/^ {2,4}\S/);
  }
});

describe("the screen", () => {
  test("is endless where there is no terminal, and never narrower than 20", () => {
    expect(openPiped({}).screen.width).toBe(Number.POSITIVE_INFINITY);
    expect(openPiped({ width: "60" }).screen.width).toBe(60);
    expect(openPiped({ width: "60" }, 132).screen.width).toBe(60);
    expect(openPiped({}, 132).screen.width).toBe(132);
    expect(openPiped({}, 3).screen.width).toBe(20);
    expect(openPiped({}, 0).screen.width).toBe(80);
  });

  test("shows escapes in notes, and says nothing with --quiet", () => {
    const loud = openPiped({});
    loud.screen.note("file \u001B[31mred\u0007");
    loud.screen.redraw("never on a pipe");
    const { stdout, stderr } = loud.read();
    expect(stdout).toBe("");
    expect(stderr).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(stderr).toContain("red");
    expect(stderr).not.toContain("never");
    const quiet = openPiped({ quiet: true });
    quiet.screen.note("hush");
    quiet.screen.print("answer");
    expect(quiet.read()).toEqual({ stdout: "answer\n", stderr: "" });
  });
});

test("a redrawn line stays short of the last column, wide characters counted", () => {
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 24 });
  const streams = { stdin: {}, stdout: new PassThrough(), stderr };
  const settings = resolveSettings({ flags: {}, environment: {}, folder: "/" });
  const screen = openScreen(settings, streams, { TERM: "xterm" });
  const draw = (text: string): string => {
    screen.redraw(text);
    return String(stderr.read()).replace("\r\u001B[2K", "");
  };
  expect(draw("x".repeat(90))).toBe("x".repeat(23));
  expect(draw("漢".repeat(90))).toBe("漢".repeat(11));
});
