// A server → its version and its models, as far as it tells.

import type { CallTerms, OllamaServer } from "./ollama-server.ts";

interface ListedModel {
  readonly name: string;
  readonly digest: string;
  /** Bytes on disk. */
  readonly size: number;
  readonly family: string;
  readonly parameters: string;
  /** It runs on another machine, to which the server passes the text on. */
  readonly isRemote: boolean;
}

interface ModelFacts {
  /** Longest input in tokens that the model was made for; 0 where it does not tell. */
  readonly contextTokens: number;
  readonly capabilities: readonly string[];
  readonly pooling: string;
  readonly isRemote: boolean;
}

/** @throws PullquoteError `terms.code` | `interrupted` */
export async function listModels(
  server: OllamaServer,
  terms: Omit<CallTerms, "pace">,
): Promise<readonly ListedModel[]> {
  const { models } = await server.call({ ...terms, pace: "fast" }, (client) => client.list());
  return (models ?? []).map((model) => ({
    name: model.name,
    digest: model.digest ?? "",
    size: model.size ?? 0,
    family: model.details?.family ?? "",
    parameters: model.details?.parameter_size ?? "",
    isRemote: "remote_host" in model || /[:-]cloud$/.test(model.name),
  }));
}

/** @throws PullquoteError `terms.code` (with the command that fetches a missing model) | `interrupted` */
export async function describeModel(
  server: OllamaServer,
  model: string,
  terms: Omit<CallTerms, "pace" | "model">,
): Promise<ModelFacts> {
  const shown = await server.call({ ...terms, model, pace: "fast" }, (client) =>
    client.show({ model }),
  );
  const info = new Map(Object.entries(shown.model_info ?? {}));
  const find = (ending: string): unknown =>
    [...info].find(([key]) => key.endsWith(ending))?.[1] ?? info.get(ending);
  return {
    contextTokens: Number(find(".context_length") ?? 0),
    capabilities: shown.capabilities ?? [],
    pooling: POOLINGS[Number(find(".pooling_type") ?? -1)] ?? "server",
    isRemote: "remote_host" in shown && shown.remote_host !== "",
  };
}

/** llama.cpp's numbers for it. */
const POOLINGS: readonly string[] = ["none", "mean", "cls", "last", "rank"];

/** The digest that the server reports for this model now; a name without tag means `:latest`. */
export async function readDigest(
  server: OllamaServer,
  model: string,
  terms: Omit<CallTerms, "pace">,
): Promise<string> {
  const models = await listModels(server, terms);
  const names = [model, `${model}:latest`];
  return models.find(({ name }) => names.includes(name))?.digest ?? "";
}

/** @throws PullquoteError `terms.code` | `interrupted` */
export async function readVersion(
  server: OllamaServer,
  terms: Omit<CallTerms, "pace">,
): Promise<string> {
  const { version } = await server.call({ ...terms, pace: "fast" }, (client) => client.version());
  return String(version ?? "");
}
