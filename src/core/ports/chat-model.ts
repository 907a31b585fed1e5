// The port of a chat model: messages in, its words out, piece by piece.

import type { PullquoteError } from "../errors.ts";
import type { WriterIdentity } from "../identity.ts";
import type { PromptMessage } from "./prompt-renderer.ts";

export interface ChatRequest {
  readonly messages: readonly PromptMessage[];
  /** JSON schema that the reply should follow; a model may ignore it. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly replyTokens: number;
}

/** Pieces of the reply in order; then, once, how it ended. */
export type ReplyPart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "end";
      /** False when the model stopped at its limit of tokens, so that the reply is not whole. */
      readonly whole: boolean;
      /** Tokens of the prompt as the model counted them; absent where it does not tell. */
      readonly promptTokens?: number;
    }
  | {
      /** Nothing more comes: `prompt-too-long` | `writer-failed` | `interrupted`. */
      readonly kind: "failed";
      readonly error: PullquoteError;
    };

export interface ChatModel {
  /** The model as it was when opened; its digest is what the server reports, empty where there is none. */
  readonly identity: WriterIdentity;
  /** How much fits, prompt and reply together, in tokens. */
  readonly contextTokens: number;
  /** Tokens that these messages take, never too few as far as is known of this model so far. */
  countTokens(messages: readonly PromptMessage[]): number;
  /** The prompt is sent whole or not at all. Ending the iteration early closes the connection. */
  reply(request: ChatRequest, signal?: AbortSignal): AsyncIterable<ReplyPart>;
  close(): Promise<void>;
}
