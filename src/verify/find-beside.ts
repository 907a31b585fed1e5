// A block that holds digests alone, and the files beside the document → the proof that it means, or why it is lost.

import { z } from "zod";
import type { Proof, ProofFile } from "../core/proof.ts";
import type { ProseDocument } from "../text/prose.ts";
import { readDocument } from "../text/read-document.ts";
import { parseJson, parseProof } from "./read-proofs.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What stands in a document whose proofs lie in a file beside it. */
const SHORT = z.strictObject({
  pullquote: z.literal("short/1"),
  file: z.string().regex(/^[^/\\\p{Cc}]{1,255}$/u),
  proof: z.number().int().positive(),
  sha256: digest,
  sources: z.array(z.strictObject({ articleId: z.string(), sha256: digest })),
});

/** The names of the files that hold the proofs of a document; most have none. */
export function findProofFiles({ name, text, prose }: DocumentToRead): readonly string[] {
  if (!text.includes("short/1")) return [];
  const { codes } = prose ?? readDocument(name, text);
  const found = codes.map((code) => SHORT.safeParse(parseJson(code.text)));
  return [...new Set(found.flatMap(({ data }) => data?.file ?? []))];
}

interface DocumentToRead {
  readonly name: string;
  readonly text: string;
  readonly prose?: ProseDocument;
}

/** The proof that a short block means, or why it is not to be had; `undefined` for any other block. */
export function findBeside(
  text: string,
  files: readonly ProofFile[] = [],
): Proof | string | undefined {
  if (!/"pullquote":\s*"short\//.test(text)) return undefined;
  const short = SHORT.safeParse(parseJson(text));
  if (!short.success) return "its short proof is damaged";
  const { file, proof, sha256, sources } = short.data;
  const beside = files.find((one) => one.file === file);
  if (beside === undefined) return `${file}, which holds the proof, is not beside the document`;
  const named = beside.proofs[proof - 1];
  if (named === undefined) return `${file} has no proof ${proof}, or is damaged`;
  const changed = `${file} was changed since the document was written, or belongs to another`;
  if (named.sha256 !== sha256) return changed;
  const read = parseProof(named.text);
  if (typeof read === "string") return `${file} is damaged (${read})`;
  return read.intact && listIds(read.sources) === listIds(sources) ? read : changed;
}

function listIds(sources: readonly { articleId: string; sha256: string }[]): string {
  return sources.map(({ articleId, sha256 }) => `${articleId} ${sha256}`).join("\n");
}
