import { describe, expect, test } from "vitest";
import { checkClaim } from "../../../src/answer/claims/check-claim.ts";
import type { ClaimEvidence } from "../../../src/answer/claims/claim-evidence.ts";

const QUOTE = "Ada Roe told Reuters that Ivo Lind had left the pier to lean.";
const evidence: ClaimEvidence = {
  quotes: [QUOTE],
  context: ["Hill Gazette"],
  published: [],
  speakers: [[{ name: "Mayor Ada Roe", role: "the mayor" }, { role: "Reuters" }]],
};

describe("a claim may say who says it", () => {
  test.each([
    "Ada Roe said Ivo Lind had left the pier to lean.",
    "Mayor Roe said that Ivo Lind had left the pier to lean.",
    "Reuters reported that Ivo Lind had left the pier to lean.",
    "The Hill Gazette reported that Ivo Lind had left the pier to lean.",
    "Ivo Lind had left the pier to lean.",
  ])("%s", (claim) => {
    expect(checkClaim(claim, evidence)).toBeUndefined();
  });
});

describe("a claim that puts words in another mouth is rejected", () => {
  test.each([
    "Ivo Lind said that he had left the pier to lean.",
    "The pier was left to lean, according to Ivo Lind.",
    "Ivo Lind told Reuters that the pier had been left to lean.",
  ])("%s", (claim) => {
    expect(checkClaim(claim, evidence)).toMatchObject({
      reason: "name",
      detail: expect.stringContaining("Ivo Lind"),
    });
  });

  test("but not where a quote's speaker is not known", () => {
    const unknown = { ...evidence, speakers: [[]] };
    expect(checkClaim("Ivo Lind said that the pier was left to lean.", unknown)).toBeUndefined();
  });
});
