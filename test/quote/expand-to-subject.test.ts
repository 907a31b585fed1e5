import { describe, expect, it } from "vitest";
import { expandToSubject } from "../../src/quote/expand-to-context.ts";

const subject = "The dockers of Ostend stopped work.";

/** What is quoted of two sentences of one paragraph when the second was chosen. */
const expand = (
  second: string,
  { isNamed = false, withFirst = false, joint = " " } = {},
): string => {
  const text = subject + joint + second;
  const first = { start: 0, end: subject.length };
  const span = { start: subject.length + joint.length, end: text.length };
  const others = withFirst ? [first] : [];
  const expanded = expandToSubject(text, span, { sentences: [first, span], others, isNamed });
  return text.slice(expanded.start, expanded.end);
};

describe("expandToSubject", () => {
  it.each([
    "They want more pay.",
    "It surprised the harbour.",
    "This strike was the third.",
    "Their pay was cut.",
    "He had warned of it.",
  ])("brings the sentence before: %s", (second) => {
    expect(expand(second)).toBe(`${subject} ${second}`);
  });

  it.each([
    "The mayor was surprised.",
    "This week the ferries stayed in port.",
    "It is known that ferries need dockers.",
  ])("leaves what stands alone: %s", (second) => expect(expand(second)).toBe(second));

  it("leaves a person whom the lead-in names", () => {
    expect(expand("He had warned of it.", { isNamed: true })).toBe("He had warned of it.");
  });

  it("shows no sentence twice", () => {
    expect(expand("They want more pay.", { withFirst: true })).toBe("They want more pay.");
  });

  it("does not reach into another paragraph", () => {
    expect(expand("They want more pay.", { joint: "\n\n" })).toBe("They want more pay.");
  });

  it("makes no quote longer than a reader bears", () => {
    const long = `They want ${"more and more ".repeat(40)}pay.`;
    expect(expand(long)).toBe(long);
  });
});
