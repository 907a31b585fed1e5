// The code blocks of a document → the proofs among them, and those that are damaged.

import { z } from "zod";
import type { Proof } from "../../model/proof.ts";
import type { ProseCode } from "../../text/prose.ts";

export interface ReadProofs {
  readonly proofs: readonly Proof[];
  /** Offsets of blocks that look like a proof and are none any more, with what is wrong. */
  readonly damaged: readonly { readonly start: number; readonly reason: string }[];
}

const count = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const placed = {
  source: count,
  position: z.strictObject({ start: count, end: count }),
  quote: z.strictObject({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
};
const SCHEMA = z.strictObject({
  pullquote: z.literal("proof/1"),
  unit: z.literal("utf-16"),
  question: z.string(),
  kind: z.enum(["answer", "abstention"]),
  sources: z.array(
    z.strictObject({
      number: count,
      articleId: z.string(),
      sha256: digest,
      textSha256: digest,
      lines: z.array(z.string()).optional(),
    }),
  ),
  quotes: z.array(z.strictObject({ number: count, ...placed })).optional(),
  closest: z.array(z.strictObject(placed)).optional(),
});
/** Two of these, and somebody meant it to be a proof. */
const SIGNS = [
  /pullquote/,
  /proof\/1/,
  /utf-16/,
  /"sha256"/,
  /"textSha256"/,
  /"exact"/,
  /"articleId"/,
];

/** A block that is damaged in any field is not used at all. */
export function readProofs(codes: readonly ProseCode[]): ReadProofs {
  const proofs: Proof[] = [];
  const damaged: { start: number; reason: string }[] = [];
  for (const { text, start, language = "json" } of codes) {
    if (SIGNS.filter((sign) => sign.test(text)).length < 2) continue;
    const read = language === "json" ? readProof(text) : "its fence does not say json";
    if (typeof read === "string") damaged.push({ start, reason: read });
    else proofs.push(read);
  }
  return { proofs, damaged };
}

/** The proof, or what is wrong with it. */
function readProof(text: string): Proof | string {
  const read = SCHEMA.safeParse(parseJson(text));
  if (!read.success) {
    const { path = [], message = "" } = read.error.issues[0] ?? {};
    return `${path.join(".")}: ${message}`;
  }
  const { question, kind, sources, quotes = [], closest = [] } = read.data;
  const fits = kind === "answer" ? quotes.length > 0 && closest.length === 0 : quotes.length === 0;
  if (!fits) return "its kind and its quotes do not agree";
  return { question, sources, quotes: [...quotes, ...closest] };
}

/** `undefined` for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
