// What a command tells while it works → JSON Lines on stdout, the last of which says how it ended.

import { PullquoteError } from "../index.ts";
import type { Invocation, RunCommand } from "./invocation.ts";
import { isInterruption } from "./report-error.ts";
import type { Screen } from "./terminal.ts";

/** Passes events by while each is printed as a line of `docs/schemas/event.schema.json`. */
export async function* printEvents<Event>(
  events: AsyncIterable<Event>,
  screen: Screen,
  project: (event: Event) => object,
): AsyncGenerator<Event> {
  for await (const event of events) {
    screen.print(JSON.stringify(project(event)));
    yield event;
  }
}

/**
 * Runs a command of which `--events` was asked: what it throws is its last line, and thrown again.
 * @throws PullquoteError `bad-setting` beside flags that print something else, and what the command throws
 */
export async function runWithEvents(run: RunCommand, invocation: Invocation): Promise<number> {
  const { flags, settings, screen } = invocation;
  try {
    const other = ["output", "remove", "destroy"].find((name) =>
      name === "output" ? flags[name] === "-" : flags[name] !== undefined,
    );
    const flag = settings.values.json ? "json and --jq" : other;
    if (flag !== undefined) {
      throw new PullquoteError({
        code: "bad-setting",
        message: `--events prints lines of its own, and --${flag} something else.`,
        hint: "Give one of them.",
      });
    }
    return await run(invocation);
  } catch (error) {
    const { code, message, hint } =
      error instanceof PullquoteError
        ? error
        : { code: "unexpected", message: String(error), hint: undefined };
    const event = { kind: "error", code: isInterruption(error) ? "interrupted" : code, message };
    screen.print(JSON.stringify({ ...event, ...(hint !== undefined && { hint }) }));
    throw error;
  }
}
