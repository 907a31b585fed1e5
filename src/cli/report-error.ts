// Whatever was thrown → a message on stderr and the exit code.

import { CommanderError } from "commander";
import { PullquoteError, sanitizeTerminal } from "../index.ts";
import { EXIT } from "./exit-codes.ts";

/** `complaints` are what commander wanted to print. `PULLQUOTE_DEBUG` adds the stack. */
export function reportError(error: unknown, complaints: readonly string[]): number {
  if (error instanceof CommanderError) {
    process.stderr.write(sanitizeTerminal(complaints.join("")));
    return EXIT.error;
  }
  if (isInterruption(error)) {
    process.stderr.write("interrupted\n");
    return EXIT.interrupted;
  }
  process.stderr.write(`${sanitizeTerminal(describeError(error))}\n`);
  if (process.env["PULLQUOTE_DEBUG"] && error instanceof Error) {
    process.stderr.write(`${sanitizeTerminal(describeStack(error))}\n`);
  }
  return EXIT.error;
}

export function isInterruption(error: unknown): boolean {
  if (error instanceof PullquoteError) return error.code === "interrupted";
  return error instanceof Error && error.name === "AbortError";
}

/** One or two lines: what happened, and what to do next. */
export function describeError(error: unknown): string {
  if (error instanceof PullquoteError) {
    return [`error: ${error.message}`, ...(error.hint ? [`hint: ${error.hint}`] : [])].join("\n");
  }
  const message = error instanceof Error ? error.message : String(error);
  return `error: ${message}\nhint: This should not happen; set PULLQUOTE_DEBUG=1 to see where it did.`;
}

function describeStack(error: Error): string {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error ? `${stack}\ncaused by: ${describeStack(error.cause)}` : stack;
}
