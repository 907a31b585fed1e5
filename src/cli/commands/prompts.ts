// A prompt's name → what a model would be sent, with example sentences as evidence.

import { PROMPT_NAMES, PullquoteError, previewPrompt, sanitizeTerminal } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";

export const run: RunCommand = async ({ words, settings, screen }) => {
  const [verb, wanted] = words;
  const names = PROMPT_NAMES.filter((name) => wanted === undefined || name === wanted);
  if (verb !== "show" || names.length === 0) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `There is no prompt ${JSON.stringify(words.join(" "))}.`,
      hint: `pullquote prompts show ${PROMPT_NAMES.join("|")}`,
    });
  }
  for (const name of names) {
    const messages = await previewPrompt(name, settings.values.prompts);
    if (settings.values.json) {
      await screen.printJson({ name, messages });
      continue;
    }
    for (const { role, text } of messages) {
      const lines = text.split("\n").map(sanitizeTerminal);
      screen.print([`# ${name}: ${role}`, "", ...lines, ""].join("\n"));
    }
  }
  return EXIT.answered;
};
