import { describe, expect, it } from "vitest";
import { nameOpening } from "../../../src/english/speech/resolve-pronoun.ts";

const nameLast = (text: string): string | undefined => {
  const start = text.lastIndexOf(". ") + 2;
  return nameOpening(text, { start, end: text.length });
};

describe("nameOpening", () => {
  it("names the one person that is meant", () => {
    expect(nameLast("Ana Ruiz left the ferry in May. She sailed to Ostend.")).toBe("Ana Ruiz");
    expect(nameLast("Ana Ruiz left the ferry in May. Her ship was sold.")).toBe("Ana Ruiz");
  });

  it.each([
    ["Ana Ruiz and Eva Lind left in May. She sailed to Ostend.", "two may be meant"],
    ["The harbour was shut in May. She sailed to Ostend.", "nobody is named"],
    ["Ana Ruiz left the ferry in May. The crew sailed to Ostend.", "no pronoun opens it"],
    ["Ana Ruiz left the ferry in May. They sailed to Ostend.", "they may be anybody"],
  ])("leaves %j open: %s", (text) => expect(nameLast(text)).toBeUndefined());
});
