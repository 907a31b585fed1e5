// One JSON value of a reply, under whatever key names → a claim with the numbers that carry it.

/** What a model wrote, not yet believed. `numbers` are as sent ("S3"), without repeats. */
export interface ReplyClaim {
  readonly text: string;
  readonly numbers: readonly string[];
  /** The part of a sentence that it wants quoted. */
  readonly words?: string;
}

const TEXT_KEYS =
  /^(text|claim|statement|answer|content|summary|sentence|point|fact|finding|response)$/i;
const NUMBER_KEYS =
  /^(evidence|evidence_?(ids?|numbers?)|sentences?|sentence_?(ids?|numbers?)|citations?|cites?|cited|sources?|source_?ids?|refs?|references?|ids?|numbers?|support|supported_by|quotes?)$/i;
const WORDS_KEYS = /^(words|part|excerpt|verbatim|quoted_?words)$/i;
const NUMBER = /(?<![\p{L}\p{N}])S?[\s#-]?(\d{1,4})(?![\p{L}\p{N}%]|\.\d)/giu;
/** Letters, then marks that no terminal or reader should meet in our words. */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu;
const LONGEST_TEXT = 800;

/** Undefined when the value is no claim; a claim without numbers has an empty list. */
export function readReplyClaim(value: unknown): ReplyClaim | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const entries = Object.entries(value);
  const text = entries.find(([key, held]) => TEXT_KEYS.test(key) && typeof held === "string")?.[1];
  if (typeof text !== "string") return;
  const cited = entries.filter(([key, held]) => NUMBER_KEYS.test(key) && held !== text);
  const words = entries.find(
    ([key, held]) => WORDS_KEYS.test(key) && typeof held === "string",
  )?.[1];
  const numbers = cited.flatMap(([, held]) => readNumbers(held));
  return composeClaim(text, numbers, typeof words === "string" ? words : undefined);
}

/** A claim from prose: its text with markers like "[S3]" taken out. Undefined when nothing is left. */
export function composeClaim(
  text: string,
  numbers: readonly string[],
  words?: string,
): ReplyClaim | undefined {
  const marked = [...text.matchAll(MARKER)].flatMap((match) => readNumbers(match[0]));
  const clean = cleanText(text.replaceAll(MARKER, " "));
  if (!/\p{L}/u.test(clean)) return;
  const part = words === undefined ? "" : cleanText(words);
  return {
    text: clean,
    numbers: [...new Set([...numbers, ...marked])],
    ...(part === "" ? {} : { words: part }),
  };
}

/** "[S3]", "(S1, S2)", "[1]", "【S4】". */
export const MARKER: RegExp =
  /[[(【]\s*(?:(?:sentences?|evidence|sources?|see)\s*:?\s*)?(?:S\s?\d{1,4}|(?<=[[【]\s*)\d{1,4})(?:\s*(?:,|;|&|and|-|–)\s*S?\s?\d{1,4})*\s*[\])】]/giu;

/** "S3", 3, "S1, S2", ["S1"], [{"id": "S4"}] → "S…" */
export function readNumbers(value: unknown): string[] {
  if (typeof value === "number" && Number.isInteger(value)) return [`S${value}`];
  if (typeof value === "string") {
    if (value.length > 200) return [];
    return Array.from(value.matchAll(NUMBER), (match) => `S${Number(match[1])}`);
  }
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(readNumbers);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    NUMBER_KEYS.test(key) || key === "number" ? readNumbers(held) : [],
  );
}

function cleanText(text: string): string {
  const plain = text.replaceAll(/\s+/g, " ").replaceAll(UNWANTED, "");
  const bare = plain
    .replace(/^\s*(?:[-*•>#]+|\d{1,2}[.)])\s+/, "")
    .replaceAll(/\*\*|__/g, "")
    .replaceAll(/\s+([.,;:!?])/g, "$1");
  return bare.trim().slice(0, LONGEST_TEXT);
}

/** Longest reply that is asked for: claims, and sentences a claim. */
const MOST_CLAIMS = 8;
const MOST_SENTENCES = 4;
/** Below this a text is no statement: a small model likes to write a sentence's number. */
const SHORTEST_TEXT = 20;

/** A model held to it can name no sentence that it was not sent. */
export function composeReplySchema(numbers: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    type: "object",
    properties: {
      claims: {
        type: "array",
        maxItems: MOST_CLAIMS,
        items: {
          type: "object",
          properties: {
            evidence: {
              type: "array",
              minItems: 1,
              maxItems: MOST_SENTENCES,
              items: { type: "string", enum: [...numbers] },
            },
            text: { type: "string", minLength: SHORTEST_TEXT },
            words: { type: "string" },
          },
          required: ["evidence", "text"],
        },
      },
    },
    required: ["claims"],
  };
}
