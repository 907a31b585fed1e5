// The code blocks of a document → the proofs among them, of any version, and those that are damaged.

import { z } from "zod";
import type { Proof } from "../core/proof.ts";
import { checksum } from "../text/checksum.ts";
import type { ProseCode } from "../text/prose.ts";

const count = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const span = { start: count, end: count };
const words = { exact: z.string(), prefix: z.string(), suffix: z.string() };
const shared = {
  kind: z.enum(["answer", "abstention"]),
  question: z.string(),
  sources: z.array(
    z.strictObject({
      number: count,
      articleId: z.string(),
      sha256: digest,
      textSha256: digest,
      lines: z.array(z.string()).exactOptional(),
    }),
  ),
};

/** `proof/1`: fields of its own, counted in UTF-16 units, and no manifest. */
const placedFirst = {
  source: count,
  position: z.strictObject(span),
  quote: z.strictObject(words),
};
const FIRST = z.strictObject({
  pullquote: z.literal("proof/1"),
  unit: z.literal("utf-16"),
  ...shared,
  quotes: z.array(z.strictObject({ number: count, ...placedFirst })).exactOptional(),
  closest: z.array(z.strictObject(placedFirst)).exactOptional(),
});

/** The steps of `core/place.ts`. */
const step = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["entry", "part"]), name: z.string() }),
  z.strictObject({ kind: z.enum(["record", "paragraph"]), number: count }),
  z.strictObject({ kind: z.literal("bytes"), ...span }),
  z.strictObject({
    kind: z.literal("page"),
    number: count,
    rectangle: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    recognised: z.number().exactOptional(),
  }),
]);
const selector = z.tuple([
  z.strictObject({ type: z.literal("TextPositionSelector"), ...span }),
  z.strictObject({ type: z.literal("TextQuoteSelector"), ...words }),
]);
const placedNow = { source: count, selector };
const identity = { name: z.string(), model: z.string(), digest: z.string() };
const manifest = z.strictObject({
  understood: z.string().exactOptional(),
  settings: z.strictObject({
    filters: z
      .strictObject({
        articles: z.array(z.string()).exactOptional(),
        publishers: z.array(z.string()).exactOptional(),
        authors: z.array(z.string()).exactOptional(),
        since: z.string().exactOptional(),
        until: z.string().exactOptional(),
        speakers: z.array(z.string()).exactOptional(),
        asOf: z.string().exactOptional(),
      })
      .exactOptional(),
    limit: z.number().int().positive().exactOptional(),
    today: z.string().exactOptional(),
  }),
  writer: z.strictObject(identity),
  embedder: z.strictObject({
    ...identity,
    dimensions: count,
    pooling: z.string(),
    maxTokens: count,
  }),
  corpus: z.strictObject({ articles: count, sha256: digest }).exactOptional(),
  searched: z.strictObject({ articles: count, passages: count, undated: count }),
});
const SECOND = z.strictObject({
  pullquote: z.literal("proof/2"),
  unit: z.literal("code-point"),
  ...shared,
  manifest,
  unlisted: z.literal(true).exactOptional(),
  shown: z.string().exactOptional(),
  notes: z.array(z.string()).exactOptional(),
  quotes: z
    .array(
      z.strictObject({
        number: count,
        ...placedNow,
        page: z.string().exactOptional(),
        places: z.array(z.array(step)).exactOptional(),
      }),
    )
    .exactOptional(),
  passages: z.array(z.strictObject(placedNow)).exactOptional(),
  closest: z.array(z.strictObject(placedNow)).exactOptional(),
  checksum: z.string(),
});
/** Nothing but the fields that a version has: a proof with any other is damaged. */
const SCHEMA = z.discriminatedUnion("pullquote", [FIRST, SECOND]);
const VERSIONS: readonly string[] = ["proof/1", "proof/2"];

/** The proof, or what is wrong with it. */
export function parseProof(text: string): Proof | string {
  const json = parseJson(text);
  const read = SCHEMA.safeParse(json);
  if (!read.success) return explainIssue(json, read.error.issues[0]);
  const { kind, quotes = [], closest = [] } = read.data;
  const fits = kind === "answer" ? quotes.length > 0 && closest.length === 0 : quotes.length === 0;
  return fits ? toProof(read.data, isIntact(json)) : "its kind and its quotes do not agree";
}

/** Compared with what was read, not with the schema's copy of it, whose fields may be in another order. */
function isIntact(json: unknown): boolean {
  const { checksum: sealed, ...rest } = json as { readonly checksum?: unknown };
  return sealed === undefined || sealed === checksum(JSON.stringify(rest));
}

function explainIssue(json: unknown, issue: z.core.$ZodIssue | undefined): string {
  const version = /"pullquote":"(proof\/\d+)"/.exec(JSON.stringify(json) ?? "")?.[1];
  if (version !== undefined && !VERSIONS.includes(version)) {
    return `it is of version ${version}, which this pullquote does not know; a newer one may`;
  }
  return `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
}

function toProof(read: z.infer<typeof SCHEMA>, intact: boolean): Proof {
  const { unit, kind, question, sources } = read;
  const common = { unit, kind, question, sources, intact };
  if (read.pullquote === "proof/1") {
    return { ...common, listed: true, quotes: [...(read.quotes ?? []), ...(read.closest ?? [])] };
  }
  const placed = [...(read.quotes ?? []), ...(read.passages ?? []), ...(read.closest ?? [])];
  return {
    ...common,
    listed: read.unlisted !== true,
    ...(read.shown !== undefined && { shown: read.shown }),
    ...(read.notes !== undefined && { notes: read.notes }),
    manifest: read.manifest,
    quotes: placed.map(({ selector: [position, quote], ...rest }) => ({
      ...rest,
      position,
      quote,
    })),
  };
}

/** `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface ReadProofs {
  readonly proofs: readonly Proof[];
  /** Blocks that look like a proof and are none any more, or were changed; offsets with what is wrong. */
  readonly damaged: readonly { readonly start: number; readonly reason: string }[];
  /** Why a proof that lies beside cannot be used: then no quote of the document is proved. */
  readonly lost?: string;
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

/** A block that is damaged in any field is not used at all. @param findBeside the proof that a short block means */
export function readProofs(
  codes: readonly ProseCode[],
  findBeside: (text: string) => Proof | string | undefined = () => undefined,
): ReadProofs {
  const found = codes.flatMap((code) => {
    const beside = findBeside(code.text);
    const read = beside ?? readBlock(code);
    return read === undefined ? [] : [{ start: code.start, read, isBeside: beside !== undefined }];
  });
  const proofs = found.flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
  const damaged = found.flatMap(({ start, read, isBeside }) => {
    if (typeof read !== "string") return read.intact ? [] : [{ start, reason: CHANGED }];
    const reason = isBeside
      ? `No quote of this document is proved: ${read}.`
      : `This proof block is damaged (${read}); it was not used.`;
    return [{ start, reason }];
  });
  const lost = found.find(({ read, isBeside }) => isBeside && typeof read === "string")?.read;
  return { proofs, damaged, ...(typeof lost === "string" && { lost }) };
}

/** `undefined` where nobody meant it to be a proof. */
function readBlock({ text, language = "json" }: ProseCode): Proof | string | undefined {
  if (SIGNS.filter((sign) => sign.test(text)).length < 2) return undefined;
  return FENCES.has(language) ? parseProof(text) : "its fence does not say json";
}
