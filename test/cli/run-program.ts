// Arguments and a temporary folder → what the real program printed, and its exit code.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const PROGRAM: string = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** A folder to stand in, with a home of its own; deleted when the test ends. */
export interface Place {
  readonly folder: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** `files` by their path below the folder. */
export function makePlace(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  keep = false,
): Place {
  const base = mkdtempSync(join(tmpdir(), "pullquote-cli-"));
  if (!keep) onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const folder = join(base, "work");
  const home = join(base, "home");
  mkdirSync(folder);
  mkdirSync(home);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const environment = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    XDG_STATE_HOME: join(home, "state"),
    XDG_CACHE_HOME: join(home, "cache"),
    LANG: "C.UTF-8",
  };
  return { folder, home, environment };
}

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code, or the signal's name. */
  readonly code: number | string | null;
}

export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called once the program runs. */
  readonly during?: (child: ChildProcess) => void;
  /** Run by this command instead of by Node directly. */
  readonly through?: readonly string[];
}

export function runProgram(
  place: Place,
  words: readonly string[],
  options: RunOptions = {},
): Promise<ProgramResult> {
  const [command = "", ...rest] = [...(options.through ?? []), process.execPath, PROGRAM, ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: place.folder,
      env: { ...place.environment, ...options.environment },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ ...output, code: code ?? signal }));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
    options.during?.(child);
  });
}
