// Whatever was thrown → a message on stderr and the exit code.

import { CommanderError } from "commander";
import { PullquoteError } from "../index.ts";
import { EXIT } from "./invocation.ts";
import { writeNote } from "./terminal.ts";

/** `complaints` are what commander wanted to print. `PULLQUOTE_DEBUG` adds the stack. */
export function reportError(error: unknown, complaints: readonly string[]): number {
  if (error instanceof CommanderError) {
    printLines(complaints.join("").trimEnd());
    return EXIT.error;
  }
  if (isInterruption(error)) {
    printLines("interrupted");
    return EXIT.interrupted;
  }
  describeError(error).forEach(printLines);
  if (process.env["PULLQUOTE_DEBUG"] && error instanceof Error) printLines(describeStack(error));
  return EXIT.error;
}

function printLines(text: string): void {
  for (const line of text.split("\n")) writeNote(line);
}

export function isInterruption(error: unknown): boolean {
  if (error instanceof PullquoteError) return error.code === "interrupted";
  return error instanceof Error && error.name === "AbortError";
}

/** One or two lines: what happened, and what to do next. */
export function describeError(error: unknown): readonly string[] {
  if (error instanceof PullquoteError) {
    return [`error: ${error.message}`, ...(error.hint ? [`hint: ${error.hint}`] : [])];
  }
  const message = error instanceof Error ? error.message : String(error);
  return [
    `error: ${message}`,
    "hint: This should not happen; set PULLQUOTE_DEBUG=1 to see where it did.",
  ];
}

function describeStack(error: Error): string {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error
    ? `${stack}\ncaused by: ${describeStack(error.cause)}`
    : stack;
}
