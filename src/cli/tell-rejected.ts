// An outcome → on stderr, what its writer wanted to say and was not let to.

import type { AnswerOutcome } from "../index.ts";
import type { Screen } from "./terminal.ts";

/** One line a rejected quote or statement, with the reason. */
export function tellRejected({ rejected, writer }: AnswerOutcome, screen: Screen): void {
  screen.note(`writer: ${writer.name}; ${rejected.length} rejected`);
  for (const refused of rejected) {
    const why = "detail" in refused ? `${refused.reason}: ${refused.detail}` : refused.reason;
    screen.note(`  ${why} — ${JSON.stringify(refused.text)}`);
  }
}
