import { describe, expect, it } from "vitest";
import { describeSpeech } from "../../../src/english/speech/describe-speech.ts";

const own = "The pier is old.";
const roe = "Ada Roe, a diver, said it would fall.";
const lind = "“It stands,” said Ivo Lind.";

describe("describeSpeech", () => {
  it("lists who speaks in each paragraph, with their place in the article", () => {
    const text = [own, roe, lind].join("\n\n");
    const { speakers } = describeSpeech(text, 100);
    expect(speakers.map(({ name, role, manner }) => [name, role, manner])).toEqual([
      ["Ada Roe", "a diver", "reported"],
      ["Ivo Lind", undefined, "quotation"],
    ]);
    for (const { name, start, end } of speakers) {
      expect(text.slice(start - 100, end - 100)).toBe(name);
    }
  });

  it("gives the one speaker of a text, and the manner where all of it is in one", () => {
    expect(describeSpeech(roe)).toMatchObject({ manner: "reported", speaker: { name: "Ada Roe" } });
    expect(describeSpeech(`${own}\n${roe}`)).toMatchObject({
      manner: null,
      speaker: { name: "Ada Roe", role: "a diver" },
    });
  });

  it("gives no speaker for nobody's words, for two people's, and where one is not named", () => {
    expect(describeSpeech(own)).toEqual({ manner: "statement", speaker: null, speakers: [] });
    expect(describeSpeech(`${roe}\n${lind}`).speaker).toBeNull();
    expect(describeSpeech(`${roe}\n“It is a disgrace, all of it.”\n${own}`).speaker).toBeNull();
  });
});
