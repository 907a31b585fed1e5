import { describe, expect, it } from "vitest";
import type { Quote } from "../../src/core/answer.ts";
import { nameSpeaker } from "../../src/export/introduce-quotes.ts";
import { loadCase } from "./load-case.ts";

const outcome = loadCase("two-reports");
const [first] = outcome.kind === "answer" ? outcome.quotes : [];
if (first === undefined) throw new Error("the case has no quote");
const attribute = (attribution: NonNullable<Quote["attribution"]>): Quote => ({
  ...first,
  attribution,
});
const place = { start: 0, end: 1 };

describe("nameSpeaker", () => {
  it("names nobody for what the article itself states", () => {
    expect(nameSpeaker(attribute({ manner: "statement" }))).toBeUndefined();
  });

  it("gives name and role, and says where nobody is named", () => {
    const speaker = { ...place, name: "Ada Roe", role: "the mayor" };
    expect(nameSpeaker(attribute({ manner: "reported", speaker }))).toBe("Ada Roe, the mayor");
    expect(nameSpeaker(attribute({ manner: "quotation" }))).toBe("speaker not named nearby");
  });
});
