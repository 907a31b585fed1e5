import { describe, expect, test } from "vitest";
import { lendTerminal, openAtLine, readCommand } from "../../src/cli/lend-terminal.ts";

describe("a file is opened at its line", () => {
  test.each([
    ["vim", ["vim", "+7", "/a b.txt"]],
    ["/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "/a b.txt"]],
    ["emacsclient -t", ["emacsclient", "-t", "+7", "/a b.txt"]],
    ["code --wait", ["code", "--wait", "--goto", "/a b.txt:7"]],
    ["subl", ["subl", "/a b.txt:7"]],
    ["less", ["less", "+7", "/a b.txt"]],
    ["my-editor", ["my-editor", "/a b.txt"]],
  ])("by %s", (written, expected) => {
    expect(openAtLine(readCommand(written), "/a b.txt", 7)).toEqual(expected);
  });
});

test("a program that is not there is told by the result, and Ctrl-C is ours again", async () => {
  const before = process.listeners("SIGINT");
  expect(await lendTerminal(["nonesuch-editor"])).toBe(false);
  expect(await lendTerminal([process.execPath, "-e", "0"])).toBe(true);
  expect(process.listeners("SIGINT")).toEqual(before);
});
