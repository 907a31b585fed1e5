// What is installed, reachable and set → the writers and embedders that can be named now, and whether they work.

import { PullquoteError } from "../core/errors.ts";
import { BUILTIN_EMBEDDER, BUILTIN_WRITER } from "../core/identity.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import type { PromptFields, PromptMessage, PromptName } from "../core/ports/prompt-renderer.ts";
import { mapAhead } from "../corpus/map-ahead.ts";
import { type ModelChoice, openChatModel, openEmbedder, openPrompts } from "./choose-models.ts";

export interface UsableModel {
  /** As `--model` or `--embedder` takes it. */
  readonly name: string;
  readonly uses: readonly ("writer" | "embedder")[];
  /** Size, context, family: whatever is known. */
  readonly detail: string;
}

export interface ModelReport {
  readonly models: readonly UsableModel[];
  readonly server: {
    readonly url: string;
    readonly version?: string;
    readonly fault?: PullquoteError;
  };
  /** Providers whose key is set. The key itself is read by nobody here. */
  readonly providers: readonly {
    readonly name: string;
    readonly variable: string;
    readonly isSet: boolean;
  }[];
}

const KEYS: readonly (readonly [provider: string, variable: string])[] = [
  ["openai", "OPENAI_API_KEY"],
  ["anthropic", "ANTHROPIC_API_KEY"],
  ["mistralai", "MISTRAL_API_KEY"],
  ["google-genai", "GOOGLE_API_KEY"],
  ["groq", "GROQ_API_KEY"],
  ["cohere", "COHERE_API_KEY"],
  ["deepseek", "DEEPSEEK_API_KEY"],
  ["xai", "XAI_API_KEY"],
];

const BUILTIN: readonly UsableModel[] = [
  { name: BUILTIN_WRITER, uses: ["writer"], detail: "built in; quotes sentences, needs no server" },
  {
    name: BUILTIN_EMBEDDER,
    uses: ["embedder"],
    detail: "built in; all-MiniLM-L6-v2, 384 dimensions",
  },
];
const ASKED_AT_ONCE = 4;

/** A server that is not there is part of the report, not an error. */
export async function listUsableModels(signal?: AbortSignal): Promise<ModelReport> {
  const { openOllamaServer } = await import("../adapters/ollama/ollama-server.ts");
  const ollama = await import("../adapters/ollama/list-models.ts");
  const server = openOllamaServer({});
  const terms = { code: "writer-failed", signal } as const;
  const providers = KEYS.map(([name, variable]) => ({
    name,
    variable,
    isSet: (process.env[variable] ?? "") !== "",
  }));
  const { url } = server.address;
  const models: UsableModel[] = [...BUILTIN];
  try {
    const version = await ollama.readVersion(server, terms);
    const listed = await ollama.listModels(server, terms);
    const described = mapAhead(listed, ASKED_AT_ONCE, async (model) =>
      describeListed(model, await ollama.describeModel(server, model.name, terms)),
    );
    for await (const model of described) models.push(model);
    return { models, server: { url, version }, providers };
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    return { models: BUILTIN, server: { url, fault: error }, providers };
  }
}

function describeListed(
  model: { name: string; size: number; family: string; parameters: string; isRemote: boolean },
  facts: { contextTokens: number; capabilities: readonly string[] },
): UsableModel {
  const embeds = facts.capabilities.includes("embedding") || /bert/.test(model.family);
  const parts = [
    model.isRemote
      ? "remote"
      : `${(model.size / 1e6).toLocaleString("en-US", { maximumFractionDigits: 0 })} MB`,
    model.parameters,
    facts.contextTokens > 0 ? `context ${facts.contextTokens.toLocaleString("en-US")}` : "",
    model.family,
  ];
  return {
    name: `ollama:${model.name}`,
    uses: embeds ? ["embedder"] : ["writer"],
    detail: parts.filter((part) => part !== "").join(", "),
  };
}

export interface ModelCheck {
  readonly name: string;
  readonly detail: string;
  readonly fault?: PullquoteError;
}

/** Opens what is named and lets it do a little work; the built-in ones are checked elsewhere. */
export async function checkModels(
  choice: ModelChoice,
  signal?: AbortSignal,
): Promise<readonly ModelCheck[]> {
  const { model = BUILTIN_WRITER, embedder = BUILTIN_EMBEDDER } = choice;
  const checks: ModelCheck[] = [];
  if (model !== BUILTIN_WRITER) checks.push(await attempt(model, () => tryWriter(choice, signal)));
  if (embedder !== BUILTIN_EMBEDDER) {
    checks.push(await attempt(embedder, () => tryEmbedder(choice, signal)));
  }
  return checks;
}

async function attempt(name: string, work: () => Promise<string>): Promise<ModelCheck> {
  try {
    return { name, detail: await work() };
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    return { name, detail: error.message, fault: error };
  }
}

async function tryWriter(choice: ModelChoice, signal: AbortSignal | undefined): Promise<string> {
  const model = await openChatModel(choice, signal);
  if (model === undefined) return "built in";
  const started = performance.now();
  const messages = [{ role: "user", text: "Reply with the word ready." }] as const;
  for await (const part of model.reply({ messages, replyTokens: 8 }, signal)) {
    if (part.kind === "failed") throw part.error;
  }
  await model.close();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const digest =
    model.identity.digest === "" ? "" : `, digest ${model.identity.digest.slice(0, 12)}…`;
  return `answers (${seconds} s), context ${model.contextTokens.toLocaleString("en-US")} tokens${digest}`;
}

async function tryEmbedder(choice: ModelChoice, signal: AbortSignal | undefined): Promise<string> {
  const opened: Embedder = await openEmbedder(choice, undefined, signal);
  const { dimensions, maxTokens, digest } = opened.identity;
  await opened.close();
  const known = digest === "" ? "" : `, digest ${digest.slice(0, 12)}…`;
  return `embeds, ${dimensions} dimensions, ${maxTokens.toLocaleString("en-US")} tokens${known}`;
}

/**
 * What a model would be sent, with example sentences in the place of evidence.
 * @throws PullquoteError `bad-prompt`
 */
export async function previewPrompt(
  name: PromptName,
  folder?: string,
): Promise<readonly PromptMessage[]> {
  return (await openPrompts(folder)).render(name, SAMPLES[name]);
}

/** A prompt's name → example fields, to show and to test what its file makes of them. */
export const SAMPLES: PromptFields = {
  answer: {
    question: "How many lamps did the harbour board buy?",
    articles: [
      {
        publisher: "Saltmarsh Herald",
        published: "2016-03-04",
        title: "New lamps for the harbour",
        sentences: [
          { number: "S1", speaker: "", text: "The harbour board bought 40 lamps on Friday." },
          { number: "S2", speaker: "Dora Quill", text: "We had asked for them since the winter." },
        ],
      },
      {
        publisher: "",
        published: "",
        title: "",
        sentences: [
          { number: "S3", speaker: "", text: "The lamps do not work in fog, a pilot said." },
        ],
      },
    ],
    first: "S1",
    last: "S3",
  },
  repair: {
    question: "How many lamps did the harbour board buy?",
    fault: "it was not the JSON that was asked for.",
    first: "S1",
    last: "S3",
  },
  "follow-up": {
    question: "and who paid for them?",
    turns: [{ question: "How many lamps did the harbour board buy?" }],
  },
};

export const PROMPT_NAMES: readonly PromptName[] = ["answer", "repair", "follow-up"];
