import { describe, expect, it } from "vitest";
import { isSpeaker } from "../../../src/english/speech/is-speaker.ts";

describe("isSpeaker", () => {
  it.each([
    [{ name: "Maj. Gen. Ada Roe" }, "Roe"],
    [{ name: "Maj. Gen. Ada Roe" }, "ada roe"],
    [{ name: "Roe" }, "Gen. Ada Roe"],
    [{ name: "Ada Roe", role: "the mayor of Brone" }, "the mayor"],
    [{ role: "senior harbour officials" }, "officials"],
    [{ name: "José Lind" }, "Jose Lind"],
  ])("%o is %s", (speaker, asked) => {
    expect(isSpeaker(speaker, asked)).toBe(true);
  });

  it.each([
    [{ name: "Ivo Roe" }, "Ada Roe"],
    [{ name: "Ada Lind" }, "Roe"],
    [{ role: "the mayor" }, "Roe"],
    [{ name: "Ada Roe" }, "the"],
  ])("%o is not %s", (speaker, asked) => {
    expect(isSpeaker(speaker, asked)).toBe(false);
  });
});
