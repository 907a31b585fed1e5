import { expect, it } from "vitest";
import { readAskedSpeaker } from "../../src/question/asked-speaker.ts";

it.each([
  ["What does Ada Roe say about the pier?", "Ada Roe", "the pier"],
  ["What did the harbour ministry announce on Monday?", "the harbour ministry", "Monday"],
  ["What is Roe's estimate of the damage?", "Roe", "the damage"],
  ["According to Ada Roe, how old is the pier?", "Ada Roe", "how old is the pier"],
  ["How did Ada Roe describe the pier?", "Ada Roe", "the pier"],
  ["Why did Ada Roe say the pier should go?", "Ada Roe", "the pier should go"],
  ["What did Roe promise the anglers?", "Roe", "the anglers"],
  ["What reason did the mayor give for the closure?", "the mayor", "the closure"],
  ["What was Roe's first reaction to the storm?", "Roe", "the storm"],
  ["How old is the pier according to Ada Roe?", "Ada Roe", "How old is the pier"],
])("%s", (question, name, subject) => {
  expect(readAskedSpeaker(question)).toEqual({ name, subject });
});

it.each([
  "How old is the pier?",
  "What do the articles say about the pier?",
  "What did he say?",
  "How did the roof react to the storm?",
  "Why did the ferry company respond late?",
  "What did the repair cost?",
  "Who says that the pier will fall?",
])("nobody in particular: %s", (question) => {
  expect(readAskedSpeaker(question)).toBeUndefined();
});
