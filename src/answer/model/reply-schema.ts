// The numbers that were sent → the JSON schema of a reply.

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
