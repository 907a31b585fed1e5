// The code blocks of a document → the proofs among them, and those that are damaged.

import type { Proof } from "../core/proof.ts";
import type { ProseCode } from "../text/prose.ts";
import { parseProof } from "./parse-proof.ts";

export interface ReadProofs {
  readonly proofs: readonly Proof[];
  /** Blocks that look like a proof and are none any more, or were changed; offsets with what is wrong. */
  readonly damaged: readonly { readonly start: number; readonly reason: string }[];
}

/** Two of these, and somebody meant it to be a proof. */
const SIGNS = [
  /pullquote/,
  /proof\/\d/,
  /utf-16|code-point/,
  /"sha256"/,
  /"textSha256"/,
  /"exact"/,
  /"articleId"/,
];

/** The second is how a document for Pandoc keeps a block out of what is made of it. */
const FENCES: ReadonlySet<string> = new Set(["json", "{=json}"]);
const CHANGED = "This proof block was changed since it was written: its checksum is another one.";

/** A block that is damaged in any field is not used at all. */
export function readProofs(codes: readonly ProseCode[]): ReadProofs {
  const proofs: Proof[] = [];
  const damaged: { start: number; reason: string }[] = [];
  for (const { text, start, language = "json" } of codes) {
    if (SIGNS.filter((sign) => sign.test(text)).length < 2) continue;
    const read = FENCES.has(language) ? parseProof(text) : "its fence does not say json";
    if (typeof read === "string") {
      damaged.push({ start, reason: `This proof block is damaged (${read}); it was not used.` });
      continue;
    }
    proofs.push(read);
    if (!read.intact) damaged.push({ start, reason: CHANGED });
  }
  return { proofs, damaged };
}
