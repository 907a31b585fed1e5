import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { COMMAND_TABLE } from "../../../src/cli/command-table.ts";
import { SHELLS } from "../../../src/cli/commands/completion.ts";

const write = (shell: string): string => SHELLS.get(shell)?.() ?? "";
const isInstalled = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

/** What bash offers for the last of the typed words. */
function completeInBash(...words: string[]): string[] {
  const script = `${write("bash")}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length - 1}
_pullquote
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim().split("\n");
}

describe("the bash script", () => {
  test.skipIf(!isInstalled("bash"))("offers every command", () => {
    const offered = completeInBash("pullquote", "");
    for (const { name } of COMMAND_TABLE) expect(offered).toContain(name);
  });

  test.skipIf(!isInstalled("bash"))("offers a command's own flags and the global ones", () => {
    expect(completeInBash("pullquote", "ask", "--s")).toEqual(
      expect.arrayContaining(["--since", "--sample"]),
    );
    expect(completeInBash("pullquote", "status", "--sa")).toEqual(["--sample"]);
    expect(completeInBash("pullquote", "index", "--re")).toEqual(["--rebuild", "--remove"]);
  });

  test.skipIf(!isInstalled("bash"))("offers the values of a flag", () => {
    expect(completeInBash("pullquote", "--color", "a")).toEqual(["auto", "always"]);
    expect(completeInBash("pullquote", "completion", "z")).toEqual(["zsh"]);
    expect(completeInBash("pullquote", "ask", "--corpus", "/us")).toContain("/usr");
  });
});

describe.each(["bash", "zsh", "fish"])("the %s script", (shell) => {
  test.skipIf(!isInstalled(shell))(`parses (skipped where ${shell} is not installed)`, () => {
    const check = spawnSync(shell, ["-n"], { input: write(shell), encoding: "utf8" });
    expect(check.stderr).toBe("");
    expect(check.status).toBe(0);
  });

  test("names every command and every flag", () => {
    const script = write(shell);
    for (const { name } of COMMAND_TABLE) expect(script).toContain(name);
    for (const flag of ["corpus", "no-history", "since", "rebuild", "config"]) {
      expect(script).toMatch(new RegExp(`(--|-l )${flag}`));
    }
  });
});
