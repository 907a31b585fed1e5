// JSON-LD with proofs of ours → its prose: quoted words, headings, and every other value as a paragraph.

import {
  hideMarks,
  type ProseBlock,
  ProseBuilder,
  type ProseCode,
  type ProseDocument,
} from "./prose.ts";

/** The key under which a proof stands, as JSON-LD's JSON literal. */
export const PROOF_KEY = "pullquote:proof";
/** Keys whose words are an article's, and those whose words name what follows. */
const QUOTED: ReadonlySet<string> = new Set(["exact", "claimReviewed"]);
const HEADING: ReadonlySet<string> = new Set(["label", "name"]);
/** Deeper than any export, and far from where a walk would fail. */
const DEEPEST = 64;

/**
 * `undefined` for what is no JSON object. Offsets are those of the value in the file where it stands there
 * as JSON usually writes it, else of the value before.
 */
export function readJsonProse(text: string): ProseDocument | undefined {
  const json = parse(text);
  if (typeof json !== "object" || json === null) return undefined;
  const blocks: ProseBlock[] = [];
  const codes: ProseCode[] = [];
  let at = 0;
  for (const [key, value] of listValues(json, "", 0)) {
    const isProof = key === PROOF_KEY;
    const written = isProof ? `"${PROOF_KEY}"` : JSON.stringify(value);
    const found = text.indexOf(written, at);
    const start = found === -1 ? at : found;
    if (found !== -1) at = found + written.length;
    if (isProof) codes.push({ text: JSON.stringify(value), start, language: "json" });
    else blocks.push(...toBlock(value, key, start));
  }
  return { blocks, codes, notes: new Map() };
}

/** Each value that holds no others, and each proof, with its key, in the order of the file. */
function* listValues(
  value: unknown,
  key: string,
  depth: number,
): Generator<readonly [key: string, value: unknown]> {
  if (typeof value !== "object" || value === null) yield [key, value];
  else if (key === PROOF_KEY)
    yield [key, (value as { readonly "@value"?: unknown })["@value"] ?? null];
  else if (depth < DEEPEST) {
    for (const [name, inner] of Object.entries(value)) {
      yield* listValues(inner, Array.isArray(value) ? key : name, depth + 1);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

function toBlock(value: unknown, key: string, place: number): readonly ProseBlock[] {
  const builder = new ProseBuilder();
  const end = place + 1;
  if (QUOTED.has(key) && typeof value === "string") {
    builder.put(`“${value}”`, place, end);
    return builder.finish("quotation");
  }
  const isHeading = HEADING.has(key);
  // What stands around a quote, or names an article, may open a mark and not close it.
  builder.put(isHeading ? String(value) : hideMarks(String(value)), place, end);
  return builder.finish(isHeading ? "heading" : "paragraph");
}
