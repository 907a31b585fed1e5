// An embedder that may be down → one that lets a question be answered from words alone, and says why.

import { PullquoteError } from "../core/errors.ts";
import { BUILTIN_EMBEDDER, type EmbedderIdentity } from "../core/identity.ts";
import type { Embedder, QuestionEmbedder } from "../core/ports/embedder.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import type { ModelChoice } from "./choose-models.ts";

/** So long a reader waits for an answer from words alone; a model on a server may have to be loaded first. */
const PATIENCE_S = 30;
/** So long one that could not be opened is not tried again: a refresh, its question and what belongs to it. */
const REST_MS = 60_000;

export interface AskedEmbedder {
  /** Silent where it cannot be opened or does not answer, if there is an index of its own to search. */
  forQuestion(signal?: AbortSignal): Promise<QuestionEmbedder>;
  /** The same for a refresh before a question: it fails at the first text that is to be embedded. */
  forRefresh(signal?: AbortSignal): Promise<Embedder>;
}

/** `open` opens the embedder once for all that use it. */
export function openAskedEmbedder(
  { embedder: name = BUILTIN_EMBEDDER, modelOptions = {} }: ModelChoice,
  open: (signal?: AbortSignal) => Promise<Embedder>,
  store: PassageStore,
): AskedEmbedder {
  const { timeout } = modelOptions;
  const patienceMs = (typeof timeout === "number" ? timeout : PATIENCE_S) * 1000;
  let absent: { readonly embedder: Embedder; readonly since: number } | undefined;
  const standIn = async (fault: unknown): Promise<Embedder> => {
    const indexed = isSilence(fault) ? (await store.state())?.embedder : undefined;
    if (indexed?.name === name) return standInFor(indexed, fault);
    throw fault;
  };
  const forRefresh = async (signal?: AbortSignal): Promise<Embedder> => {
    if (name === BUILTIN_EMBEDDER) return open();
    if (absent !== undefined && Date.now() - absent.since < REST_MS) return absent.embedder;
    absent = undefined;
    return waitPatiently(name, open, patienceMs, signal).catch(async (fault: unknown) => {
      const embedder = await standIn(fault);
      absent = { embedder, since: Date.now() };
      return embedder;
    });
  };
  return {
    forRefresh,
    async forQuestion(signal) {
      const embedder = await forRefresh(signal);
      return name === BUILTIN_EMBEDDER ? embedder : tolerateSilence(embedder, patienceMs);
    },
  };
}

/** Once silent it is asked no more: a question has many parts, and each would wait. */
function tolerateSilence(embedder: Embedder, patienceMs: number): QuestionEmbedder {
  const { identity } = embedder;
  let silent: string | undefined;
  return {
    identity,
    async embedQuestion(text, signal) {
      if (silent !== undefined) return { silent };
      const embed = (both: AbortSignal) => embedder.embedQuestion(text, both);
      try {
        return await waitPatiently(identity.name, embed, patienceMs, signal);
      } catch (error) {
        if (!isSilence(error)) throw error;
        silent = error.message;
        return { silent };
      }
    },
  };
}

const isSilence = (error: unknown): error is PullquoteError =>
  error instanceof PullquoteError && error.code === "embedder-failed";

/** All it does is throw why there is none. */
function standInFor(identity: EmbedderIdentity, fault: unknown): Embedder {
  const fail = async (): Promise<never> => {
    throw fault;
  };
  return { identity, embedPassages: fail, embedQuestion: fail, close: async () => undefined };
}

/**
 * `work` under a signal that also aborts when patience ends.
 * @throws PullquoteError what `work` throws; `embedder-failed` when it took too long
 */
async function waitPatiently<T>(
  name: string,
  work: (signal: AbortSignal) => Promise<T>,
  patienceMs: number,
  signal?: AbortSignal,
): Promise<T> {
  const patience = AbortSignal.timeout(patienceMs);
  try {
    return await work(signal === undefined ? patience : AbortSignal.any([signal, patience]));
  } catch (error) {
    if (!patience.aborted || signal?.aborted === true) throw error;
    throw new PullquoteError({
      code: "embedder-failed",
      message: `${name} gave no vector for ${Math.round(patienceMs / 1000)} s.`,
      hint: "Check it with `pullquote doctor`, or wait longer: --option timeout=120",
      cause: error,
    });
  }
}
