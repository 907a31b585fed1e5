// Markdown prompts with mustache fields → messages, through LangChain's chat prompt templates.

import { PullquoteError } from "../../core/errors.ts";
import type {
  PromptFields,
  PromptMessage,
  PromptName,
  PromptRenderer,
} from "../../core/ports/prompt-renderer.ts";
import { loadPrompts } from "./load-langchain.ts";

type ReadPrompt = (name: PromptName) => Promise<string>;

interface PromptPart {
  readonly role: PromptMessage["role"];
  readonly template: string;
}

const ROLES: Readonly<Record<string, PromptMessage["role"]>> = {
  system: "system",
  user: "user",
  assistant: "assistant",
};
const LANGCHAIN_ROLES = { system: "system", user: "human", assistant: "ai" } as const;

/** A file is cut at its `# System`, `# User` and `# Assistant` headings, one message each. */
export function createPromptRenderer(readPrompt: ReadPrompt): PromptRenderer {
  return {
    async render<Name extends PromptName>(name: Name, fields: PromptFields[Name]) {
      return renderParts(name, splitPrompt(name, await readPrompt(name)), fields);
    },
  };
}

async function renderParts(
  name: PromptName,
  parts: readonly PromptPart[],
  fields: object,
): Promise<readonly PromptMessage[]> {
  const { ChatPromptTemplate } = await loadPrompts();
  try {
    const template = ChatPromptTemplate.fromMessages(
      parts.map((part) => [LANGCHAIN_ROLES[part.role], part.template] as [string, string]),
      { templateFormat: "mustache" },
    );
    const messages = await template.formatMessages(fields);
    return messages.map((message, index) => ({
      role: parts[index]?.role ?? "user",
      text: message.text.trim(),
    }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw badPrompt(name, `cannot be rendered: ${reason}`, cause);
  }
}

function splitPrompt(name: PromptName, text: string): readonly PromptPart[] {
  const [before = "", ...rest] = text
    .replaceAll("\r\n", "\n")
    .split(/^# *(System|User|Assistant) *$/im);
  if (before.trim() !== "") throw badPrompt(name, "has text before its first heading");
  const parts: PromptPart[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const role = ROLES[(rest[at] ?? "").toLowerCase()];
    if (role !== undefined) parts.push({ role, template: (rest[at + 1] ?? "").trim() });
  }
  if (parts.length === 0) throw badPrompt(name, "has no `# System` or `# User` heading");
  return parts;
}

function badPrompt(name: PromptName, what: string, cause?: unknown): PullquoteError {
  return new PullquoteError({
    code: "bad-prompt",
    message: `The prompt ${name}.md ${what}.`,
    hint: `Compare it with the one that ships: pullquote prompts show ${name}`,
    ...(cause === undefined ? {} : { cause }),
  });
}
