// A claim and its evidence → why it is no statement of the program's about what the evidence tells, if so.

import { carriesSubject, stemWord } from "../../english/stems.ts";
import { findWords } from "../../text/words.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";

/** A claim shares at least this part of its subject words with its quotes: a title says what is asked, not what is so. */
const LEAST_SHARED = 0.45;
/** Fewer subject words say nothing of anything. */
const LEAST_STATED = 2;
const QUOTED = /[“"„«][^“”"„«»]*[”"“»]/g;
const FIRST_PERSON = /\b(?:I(?!\.)|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|us|[Oo]urs?|[Oo]urselves)\b(?!-)/;

/** It must state something, in nobody's person, and speak of what its quotes speak of in each of its sentences. */
export function checkStatement(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const plain = claim.replaceAll(QUOTED, " ");
  if (plain.includes("?")) return unsupported("It asks, and states nothing.");
  const person = FIRST_PERSON.exec(plain)?.[0];
  if (person !== undefined) {
    return unsupported(`It says “${person}”, which only its source can.`);
  }
  const known = new Set(evidence.quotes.flatMap(listStems));
  for (const stems of splitStatements(claim)) {
    const shared = stems.filter((stem) => known.has(stem)).length;
    if (stems.length < LEAST_STATED) return unsupported("It is too short to state anything.");
    if (shared < LEAST_STATED || shared < LEAST_SHARED * stems.length) {
      return unsupported("It shares too few words with its quotes.");
    }
  }
  return;
}

function unsupported(detail: string): ClaimFinding {
  return { reason: "unsupported", detail };
}

/** The different stems of each sentence; one too short to be a sentence ("Mr.") goes with what follows. */
function splitStatements(claim: string): readonly (readonly string[])[] {
  const statements: string[][] = [];
  let open: string[] = [];
  for (const part of claim.split(/(?<=[.!?;]["”’)]*)\s+/)) {
    open = [...new Set([...open, ...listStems(part)])];
    if (open.length <= LEAST_STATED) continue;
    statements.push(open);
    open = [];
  }
  if (open.length > 0 || statements.length === 0) {
    const last = statements.pop() ?? [];
    statements.push([...new Set([...last, ...open])]);
  }
  return statements;
}

function listStems(text: string): string[] {
  return findWords(text)
    .flatMap((word) => word.text.split("-"))
    .filter(carriesSubject)
    .map(stemWord);
}
