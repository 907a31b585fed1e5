// The events of a question → claims on the terminal as they are verified, a spinner until then.

import {
  type AnswerOutcome,
  type AskEvent,
  projectAnswer,
  renderAfterClaims,
  renderClaim,
  renderTerminal,
  renderUnderstood,
  renderWeakness,
} from "../index.ts";
import { count } from "./progress.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import type { Screen } from "./terminal.ts";

/** One line a rejected quote or statement, with the reason. */
export function tellRejected({ rejected, writer }: AnswerOutcome, screen: Screen): void {
  screen.note(`writer: ${writer.name}; ${rejected.length} rejected`);
  for (const refused of rejected) {
    const why = "detail" in refused ? `${refused.reason}: ${refused.detail}` : refused.reason;
    screen.note(`  ${why} — ${JSON.stringify(refused.text)}`);
  }
}

const TICK_MS = 200;
const WHEEL = ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"];

/** Whether the outcome is to be printed as it comes. */
type Manner = "as-it-comes" | "silent";

/**
 * Passes the events by and resolves to the outcome, printed in full unless it is to be silent.
 * @throws whatever the question throws, after the spinner is cleared
 */
export async function followAnswer(
  events: AsyncIterable<AskEvent>,
  settings: Settings,
  screen: Screen,
  manner: Manner,
  writer: string = settings.values.model,
): Promise<AnswerOutcome> {
  const streams = manner === "as-it-comes" && screen.interactive && !settings.values.json;
  const spinner = startSpinner(screen, writer);
  let printed = 0;
  let outcome: AnswerOutcome | undefined;
  const above: string[] = [];
  const show = (event: AskEvent): void => {
    if (event.kind === "understood") above.push(renderUnderstood(event.question, screen));
    if (event.kind === "weak-evidence" || event.kind === "words-alone")
      above.push(renderWeakness(event.text, screen));
    if (event.kind !== "claim") return;
    spinner.clear();
    for (const line of above.splice(0)) screen.print(`${line}\n`);
    screen.print(`${renderClaim(event.claim, event, screen)}\n`);
    printed += 1;
  };
  try {
    for await (const event of events) {
      spinner.tell(event);
      if (event.kind === "outcome") outcome = event.outcome;
      else if (streams) show(event);
    }
  } finally {
    spinner.stop();
  }
  if (outcome === undefined) throw new Error("the question ended without an outcome");
  if (manner === "as-it-comes") await finish(outcome, printed, settings, screen);
  return outcome;
}

/** Below claims that were printed as they came, only what is left of the answer. */
async function finish(
  outcome: AnswerOutcome,
  printed: number,
  settings: Settings,
  screen: Screen,
): Promise<void> {
  if (settings.values.json) await screen.printJson(projectAnswer(outcome));
  else if (printed === 0 || outcome.kind !== "answer") {
    screen.print(renderTerminal(outcome, screen).trimEnd());
  } else screen.print(renderAfterClaims(outcome, screen).trimEnd());
}

interface Spinner {
  tell(event: AskEvent): void;
  clear(): void;
  stop(): void;
}

function startSpinner(screen: Screen, writer: string): Spinner {
  let doing = "searching";
  let turn = 0;
  const started = Date.now();
  const timer = setInterval(() => {
    turn += 1;
    const seconds = Math.floor((Date.now() - started) / 1000);
    screen.redraw(`${WHEEL[turn % WHEEL.length]} ${doing} · ${seconds} s`);
  }, TICK_MS);
  if (!screen.redraws) clearInterval(timer);
  return {
    tell: (event) => {
      if (event.kind !== "retrieved") return;
      const found = `${count(event.passages, "passage")} of ${count(event.articles, "article")}`;
      doing = `${writer} reads ${found}`;
    },
    clear: () => screen.redraw(""),
    stop: () => {
      clearInterval(timer);
      screen.redraw("");
    },
  };
}
