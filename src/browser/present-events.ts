// Events of a question, a checked document, a fault → what the page is told of them.

import {
  type AskEvent,
  type CheckedDocument,
  PullquoteError,
  passes,
  presentClaim,
} from "../index.ts";
import type { WireDocument, WireEvent } from "./wire.ts";

export function* presentEvent(event: AskEvent): Generator<WireEvent> {
  if (event.kind === "understood") yield { event: "understood", text: event.question };
  if (event.kind === "retrieved") {
    yield { event: "retrieved", passages: event.passages, articles: event.articles };
  }
  if (event.kind === "weak-evidence" || event.kind === "words-alone") {
    yield { event: "above", text: event.text };
  }
  if (event.kind === "claim") yield { event: "claim", claim: presentClaim(event.claim, event) };
}

export function presentDocument({
  name,
  findings,
  notes,
  questions,
}: CheckedDocument): WireDocument {
  return {
    name,
    notes: notes.map(({ line, text }) => `Line ${line}: ${text}`),
    findings: findings
      .filter(({ quotation }) => quotation.aside === undefined)
      .map((finding) => {
        const { quotation, verdict, detail, place, proved, at } = finding;
        const question = questions[proved?.proof ?? -1];
        return {
          text: quotation.text,
          line: at.line,
          verdict,
          stands: passes(finding, false),
          detail,
          ...(question !== undefined && { question }),
          ...(place !== undefined && { place }),
        };
      }),
  };
}

export function describeFault(error: unknown): WireEvent & { readonly event: "error" } {
  if (!(error instanceof PullquoteError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { event: "error", message };
  }
  const { message, hint } = error;
  return { event: "error", message, ...(hint !== undefined && { hint }) };
}
