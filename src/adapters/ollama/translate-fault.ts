// Anything thrown while talking to the server → what happened and the command that fixes it.

import { type ErrorCode, PullquoteError } from "../../core/errors.ts";

type FaultKind = "silent" | "redirect" | "refused" | "not-ollama" | "not-json" | "flood" | "cut";

/** Stays inside this folder: `translateFault` makes a PullquoteError of it. */
export class ServerFault extends Error {
  override readonly name: string = "ServerFault";
  readonly kind: FaultKind;
  /** HTTP status, where the server gave one. */
  readonly status: number | undefined;

  constructor(kind: FaultKind, message: string, status?: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.status = status;
  }
}

export interface FaultPlace {
  readonly url: string;
  readonly model?: string;
  /** `writer-failed` or `embedder-failed`. */
  readonly code: ErrorCode;
  readonly signal?: AbortSignal | undefined;
}

/** What happened, and what to do next. */
type Words = readonly [message: string, hint: string];

const SET_HOST = "Set OLLAMA_HOST to the address of the Ollama server, for example 127.0.0.1:11434";
const START_AGAIN = "Look at its log, start it again with `ollama serve`, and ask again";
const TOO_LONG = /exceeds? (the )?(maximum )?context|input length|context length/i;
const NO_MEMORY = /memory|out of|OOM|cudaMalloc|terminated|runner/i;

export function translateFault(error: unknown, place: FaultPlace): PullquoteError {
  if (error instanceof PullquoteError) return error;
  if (place.signal?.aborted === true) {
    return new PullquoteError({ code: "interrupted", message: "The model was stopped." });
  }
  const fault = findFault(error);
  const isTooLong = fault?.kind === "refused" && TOO_LONG.test(fault.message);
  const [message, hint] =
    fault === undefined ? describeConnection(error, place) : describeFault(fault, place);
  return new PullquoteError({
    code: isTooLong ? "prompt-too-long" : place.code,
    message,
    hint,
    cause: error,
  });
}

/** Whether trying once more may help: the connection broke before anything was said, or it is busy. */
export function isWorthRetrying(error: unknown): boolean {
  const fault = findFault(error);
  if (fault !== undefined) return fault.status === 503 || fault.status === 429;
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(readCode(error));
}

/** Whether nobody listens at the address. */
export function isRefused(error: unknown): boolean {
  return findFault(error) === undefined && readCode(error) === "ECONNREFUSED";
}

function findFault(error: unknown): ServerFault | undefined {
  if (error instanceof ServerFault) return error;
  return error instanceof Error && error.cause !== undefined ? findFault(error.cause) : undefined;
}

function describeFault({ kind, message, status = 0 }: ServerFault, place: FaultPlace): Words {
  const { url, model = "" } = place;
  switch (kind) {
    case "silent":
      return [
        `The Ollama server at ${url} gave ${message}.`,
        "See what it is doing with `ollama ps`; a smaller model, or --option timeout=600, may help",
      ];
    case "redirect":
      return [
        `${url} sends us elsewhere; pullquote does not follow, for your text would go with it.`,
        "Set OLLAMA_HOST to the address of the Ollama server itself",
      ];
    case "not-ollama":
    case "not-json":
      return [
        `What answers at ${url} is no Ollama server (it sent ${JSON.stringify(message)}).`,
        SET_HOST,
      ];
    case "flood":
      return [
        `The Ollama server sent more than any reply can be (${message}).`,
        "Try another model: `pullquote models` lists them",
      ];
    case "cut":
      return [
        `The connection to the Ollama server at ${url} broke in the middle of a reply.`,
        START_AGAIN,
      ];
    case "refused":
      return describeRefusal(status, message, model, url);
  }
}

function describeRefusal(status: number, message: string, model: string, url: string): Words {
  if (TOO_LONG.test(message)) {
    return [
      `The text is longer than the context of ${model}.`,
      "Give it more with --option num_ctx=8192, or use a model with a longer context",
    ];
  }
  if (status === 404 && /not found|not exist/i.test(message)) {
    return [`The Ollama server has no model ${model}.`, `ollama pull ${model}`];
  }
  if (status === 401 || status === 403) {
    return [
      `The Ollama server at ${url} refused us (${status}).`,
      "Check user and password in OLLAMA_HOST, or run `ollama signin` for a cloud model",
    ];
  }
  if (status >= 500 && NO_MEMORY.test(message)) {
    return [
      `The Ollama server could not run ${model}: ${message}`,
      "Use a smaller model, or less context: --option num_ctx=2048",
    ];
  }
  return [
    `The Ollama server answered ${status}: ${message || "no reason given"}`,
    "Look at its log, and check it with `pullquote doctor`",
  ];
}

function describeConnection(error: unknown, { url }: FaultPlace): Words {
  const code = readCode(error);
  if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(code)) {
    const hint = "Start it with `ollama serve`, or set OLLAMA_HOST to where it runs";
    return [`No Ollama server answers at ${url} (${code}).`, hint];
  }
  if (/^HPE_|^ERR_SSL_WRONG_VERSION_NUMBER$|^EPROTO$/.test(code)) {
    return [`What answers at ${url} speaks another protocol (${code}).`, SET_HOST];
  }
  const named = code === "" ? "" : ` (${code})`;
  return [`The connection to the Ollama server at ${url} broke${named}.`, START_AGAIN];
}

/** The first system code in the chain of causes; empty when there is none. */
function readCode(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return readCode(error.cause);
}
