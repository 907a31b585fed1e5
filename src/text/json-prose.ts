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
  const find = (written: string): number => {
    const found = text.indexOf(written, at);
    if (found !== -1) at = found + written.length;
    return found === -1 ? at : found;
  };
  const walk = (value: unknown, key: string, depth: number): void => {
    if (depth > DEEPEST) return;
    if (key === PROOF_KEY) {
      const proof = (value as { readonly "@value"?: unknown } | null)?.["@value"];
      codes.push({
        text: JSON.stringify(proof) ?? "",
        start: find(`"${PROOF_KEY}"`),
        language: "json",
      });
    } else if (Array.isArray(value)) for (const one of value) walk(one, key, depth + 1);
    else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, name, depth + 1);
    } else blocks.push(...toBlock(value, key, find(JSON.stringify(value) ?? "")));
  };
  walk(json, "", 0);
  return { blocks, codes, notes: new Map() };
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
  // What stands around a quote, or names an article, may open a mark and not close it.
  builder.put(hideMarks(String(value)), place, end);
  return builder.finish(HEADING.has(key) ? "heading" : "paragraph");
}
