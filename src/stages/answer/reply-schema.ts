// The numbers that were sent → the JSON schema of a reply.

/** Longest reply that is asked for: claims, and sentences a claim. */
const MOST_CLAIMS = 8;
const MOST_SENTENCES = 4;

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
            text: { type: "string" },
            evidence: {
              type: "array",
              minItems: 1,
              maxItems: MOST_SENTENCES,
              items: { type: "string", enum: [...numbers] },
            },
            words: { type: "string" },
          },
          required: ["text", "evidence"],
        },
      },
    },
    required: ["claims"],
  };
}
