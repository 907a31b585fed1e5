// argv → exit code: the edge where errors become messages.

import { CommanderError } from "commander";
import { EXIT } from "./invocation.ts";
import { bindFields } from "./json-form.ts";
import { buildProgram } from "./program.ts";

// A reader that closes the pipe (`| head`) has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.answered);
  process.stderr.write(`error: cannot write the output (${error.code})\n`);
  process.exit(EXIT.error);
});
process.stderr.on("error", () => process.exit(EXIT.error));

const complaints: string[] = [];
const program = buildProgram(
  async (name, words, flags) => {
    const { runCommand } = await import("./run-command.ts");
    process.exitCode = await runCommand(name, words, flags);
  },
  (text) => void complaints.push(text),
);

try {
  await program.parseAsync(bindFields(process.argv));
} catch (error) {
  // Help and version leave this way too, and must not wait for the library.
  if (!(error instanceof CommanderError && error.exitCode === 0)) await report(error);
}
// Native libraries may keep the loop alive; pipes on some systems are written later.
await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
process.exit();

async function report(error: unknown): Promise<void> {
  const { reportError } = await import("./report-error.ts");
  process.exitCode = reportError(error, complaints);
}
