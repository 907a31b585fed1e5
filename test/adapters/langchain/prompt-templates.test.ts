import { describe, expect, test } from "vitest";
import { readPromptFile } from "../../../src/adapters/files/prompt-folder.ts";
import { createPromptRenderer } from "../../../src/adapters/langchain/prompt-templates.ts";
import { PROMPT_NAMES, SAMPLES } from "../../../src/assistant/usable-models.ts";
import type { PromptName } from "../../../src/core/ports/prompt-renderer.ts";

const FIELDS: Readonly<Record<PromptName, readonly string[]>> = {
  answer: [
    "articles",
    "first",
    "last",
    "number",
    "published",
    "publisher",
    "question",
    "sentences",
    "speaker",
    "text",
    "title",
  ],
  repair: ["fault", "first", "last", "question"],
  "follow-up": ["question", "turns"],
};

describe("a prompt that ships", () => {
  test.each(PROMPT_NAMES)("%s uses its fields, all of them and no others", async (name) => {
    const text = await readPromptFile(name, undefined);
    const used = Array.from(text.matchAll(/\{\{[#/^]?(\w+)\}\}/g), (match) => match[1] ?? "");
    expect([...new Set(used)].sort()).toEqual(FIELDS[name]);
  });

  test.each(PROMPT_NAMES)("%s leaves no field open when it is rendered", async (name) => {
    const messages = await createPromptRenderer((wanted) =>
      readPromptFile(wanted, undefined),
    ).render(name, SAMPLES[name]);
    expect(messages.length).toBeGreaterThan(0);
    for (const { text } of messages) expect(text).not.toMatch(/\{\{|\}\}/);
  });
});

describe("rendering", () => {
  const render = (template: string, question: string) =>
    createPromptRenderer(async () => template).render("repair", {
      ...SAMPLES.repair,
      question,
    });

  test("changes nothing of a field: quotes, braces, tags and mustaches stay", async () => {
    const question = `"{{first}}" {a} <b>&amp; 'x'`;
    expect(await render("# User\n\n{{question}}", question)).toEqual([
      { role: "user", text: question },
    ]);
  });

  test.each(["", "no heading", "before\n# User\n\nx", "# User\n\n{{#open}}"])(
    "refuses the prompt %j",
    async (template) => {
      await expect(render(template, "Why?")).rejects.toMatchObject({ code: "bad-prompt" });
    },
  );
});
