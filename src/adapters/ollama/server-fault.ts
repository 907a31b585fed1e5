// What went wrong between us and the server, before it is put into words for the reader.

export type FaultKind =
  | "silent"
  | "redirect"
  | "refused"
  | "not-ollama"
  | "not-json"
  | "flood"
  | "cut";

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
