// Names of a writer and an embedder → to whom text will go, if it leaves this machine.

import { BUILTIN_EMBEDDER, BUILTIN_WRITER, parseModelName } from "../core/identity.ts";
import type { ModelChoice } from "./choose-models.ts";

export interface RemoteService {
  readonly name: string;
  /** What it gets to see, in words for the reader. */
  readonly receives: string;
  readonly where: string;
}

const LOOPBACK = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i;

/**
 * Empty for the built-in writer and embedder and for an Ollama server on this machine.
 * @throws PullquoteError `bad-setting`
 */
export async function findRemoteServices(
  choice: ModelChoice,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly RemoteService[]> {
  const { model = BUILTIN_WRITER, embedder = BUILTIN_EMBEDDER } = choice;
  const [writerAt, embedderAt] = [
    await findPlace(model, BUILTIN_WRITER, choice, environment),
    await findPlace(embedder, BUILTIN_EMBEDDER, choice, environment),
  ];
  return [
    ...(writerAt === undefined
      ? []
      : [
          { name: model, receives: "your question and the passages found for it", where: writerAt },
        ]),
    ...(embedderAt === undefined
      ? []
      : [
          {
            name: embedder,
            receives: "every article that is indexed, and your questions",
            where: embedderAt,
          },
        ]),
  ];
}

async function findPlace(
  written: string,
  builtin: string,
  { modelOptions = {} }: ModelChoice,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const named = parseModelName(written, builtin);
  if (named.kind === "builtin") return;
  if (named.kind === "provider") {
    const variable = `${named.provider.toUpperCase().replaceAll("-", "_")}_BASE_URL`;
    const address = String(
      modelOptions["baseURL"] ?? modelOptions["baseUrl"] ?? environment[variable] ?? "",
    );
    return LOOPBACK.test(address) ? undefined : named.provider;
  }
  const { readServerAddress } = await import("../adapters/ollama/server-address.ts");
  const address = readServerAddress(environment["OLLAMA_HOST"]);
  if (!address.isLocal) return address.url;
  return /[:-]cloud$/.test(named.model) ? "Ollama's cloud" : undefined;
}
