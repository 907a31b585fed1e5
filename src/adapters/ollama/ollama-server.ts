// An address → an Ollama server with bounded time, bounded retries and errors that say what to do.

import { setTimeout as sleep } from "node:timers/promises";
import type { Ollama } from "ollama";
import { PullquoteError } from "../../core/errors.ts";
import type { ModelOptions } from "../../core/identity.ts";
import { boundFetch } from "./bounded-fetch.ts";
import { readServerAddress, type ServerAddress } from "./server-address.ts";
import { type FaultPlace, isRefused, isWorthRetrying, translateFault } from "./translate-fault.ts";

/** What is asked of a call: which model it is about, and how long it may take. */
export interface CallTerms {
  readonly model?: string;
  readonly code: FaultPlace["code"];
  readonly signal?: AbortSignal | undefined;
  /** A question about the server itself has to be answered fast; a model may take its time. */
  readonly pace: "fast" | "model";
}

interface ServerOptions {
  /** As OLLAMA_HOST is written; undefined means the usual address. */
  readonly host?: string | undefined;
  /** Longest wait for a model's answer to begin, and longest silence in it, in milliseconds. */
  readonly waitMs?: number | undefined;
}

const FAST_MS = 10_000;
const MODEL_MS = 300_000;
const RETRIES = 2;
const PAUSE_MS = 400;

export class OllamaServer {
  readonly address: ServerAddress;
  readonly #waitMs: number;

  /** @throws PullquoteError `bad-setting` */
  constructor({ host, waitMs }: ServerOptions) {
    this.address = readServerAddress(host);
    this.#waitMs = waitMs ?? MODEL_MS;
  }

  /**
   * Runs `work` with a client whose every request obeys the terms. Repeats it only when nothing can
   * have come of it.
   * @throws PullquoteError `terms.code` | `prompt-too-long` | `interrupted`
   */
  async call<T>(terms: CallTerms, work: (client: Ollama) => Promise<T>): Promise<T> {
    const client = await this.#open(terms);
    let earlier: unknown;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work(client);
      } catch (error) {
        if (attempt >= RETRIES || !isWorthRetrying(error) || terms.signal?.aborted === true) {
          // A server that was there a moment ago went away: that none answers now is not the news.
          const went = earlier !== undefined && isRefused(error);
          throw this.translate(went ? earlier : error, terms);
        }
        earlier = error;
        await sleep(PAUSE_MS * (attempt + 1));
      }
    }
  }

  translate(error: unknown, { model, code, signal }: CallTerms): PullquoteError {
    const { url } = this.address;
    return translateFault(error, { url, code, signal, ...(model === undefined ? {} : { model }) });
  }

  async #open({ pace, signal }: CallTerms): Promise<Ollama> {
    if (signal?.aborted === true) {
      throw new PullquoteError({ code: "interrupted", message: "The model was stopped." });
    }
    const { Ollama } = await import("ollama");
    const waitMs = pace === "fast" ? Math.min(FAST_MS, this.#waitMs) : this.#waitMs;
    const { url, authorization } = this.address;
    return new Ollama({
      host: url,
      fetch: boundFetch(waitMs, signal),
      ...(authorization === undefined ? {} : { headers: { Authorization: authorization } }),
    });
  }
}

/**
 * OLLAMA_HOST says where; the option `timeout`, in seconds, how long a model may be silent.
 * @throws PullquoteError `bad-setting`
 */
export function openOllamaServer(options: ModelOptions): OllamaServer {
  const { timeout } = options;
  return new OllamaServer({
    host: process.env["OLLAMA_HOST"],
    waitMs: typeof timeout === "number" ? timeout * 1000 : undefined,
  });
}
