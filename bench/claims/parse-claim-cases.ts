// A file of labelled claims → cases. Its form is told in the file's first line.

import type { ClaimEvidence } from "../../src/answer/claims/claim-evidence.ts";

export interface ClaimCase {
  readonly evidence: ClaimEvidence;
  readonly claim: string;
  /** The kind of the planted change; absent for an honest claim. */
  readonly fault?: string;
}

export function parseClaimCases(text: string): readonly ClaimCase[] {
  const cases: ClaimCase[] = [];
  let quotes: string[] = [];
  let about: Pick<ClaimEvidence, "context" | "published"> = { context: [], published: [] };
  let open = false;
  for (const line of text.split("\n")) {
    const [mark = ""] = line.split(" ", 1);
    const rest = line.slice(mark.length + 1);
    if (mark === ">") {
      quotes = open ? [...quotes, rest] : [rest];
      open = true;
      continue;
    }
    open = false;
    if (mark === "@") about = parseContext(rest);
    else if (mark === "+") cases.push({ evidence: { quotes, ...about }, claim: rest });
    else if (mark.startsWith("-")) {
      cases.push({ evidence: { quotes, ...about }, claim: rest, fault: mark.slice(1) });
    }
  }
  return cases;
}

function parseContext(line: string): Pick<ClaimEvidence, "context" | "published"> {
  const parts = line.split("; ");
  return { context: parts.slice(0, -1), published: parts.slice(-1) };
}
