// A source → the key by which a manuscript cites it, the same whenever it is exported.

import type { Source } from "../core/answer.ts";
import { hashName } from "../text/hash-name.ts";
import { citeSource } from "./cite-sources.ts";

/** Words that open titles without naming anything. */
const OPENING = /^(?:an?|the|how|why|what|when|who|is|are|in|on|of|to|for|with|from)$/;
const LONGEST_PART = 20;

/**
 * `orlen-post-2024-harbour-1x8k2f`: publisher or author, year, a word of the title, and a hash of the
 * article's id, which keeps two articles apart whatever else is exported with them. Only what every
 * BibTeX and Pandoc takes in a key: `a-z`, `0-9`, `-`.
 */
export function citeKey(source: Source): string {
  const { title } = citeSource(source);
  const { publisher, author, published = "", articleId } = source;
  const words = simplify(title).split("-").filter(Boolean);
  const word = words.find((candidate) => !OPENING.test(candidate)) ?? words[0] ?? "";
  const parts = [
    simplify(publisher ?? author ?? ""),
    /^\d{4}/.exec(published)?.[0] ?? "",
    word.slice(0, LONGEST_PART),
    hashName(articleId),
  ];
  return parts.filter((part) => part !== "").join("-");
}

/** Letters without accents, digits, and single hyphens for everything else. */
function simplify(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const simple = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return simple.slice(0, LONGEST_PART).replace(/-$/, "");
}
