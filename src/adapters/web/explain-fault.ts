// What a request threw → the reason why there is no page, in words for a reader.

import type { RefusalReason } from "../../core/ports/additions.ts";
import { explainCause } from "../../corpus/formats/format.ts";

export class FetchFault extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

const KNOWN: readonly (readonly [code: RegExp, reason: RefusalReason, detail: string])[] = [
  [/^(?:ENOTFOUND|EAI_)/, "unreachable", "no machine of that name is found"],
  [/^ECONNREFUSED$/, "unreachable", "nothing answers there"],
  [/^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, "unreachable", "no way leads there"],
  [/^ETIMEDOUT$/, "too-slow", "the connection was not answered"],
  [/^(?:ECONNRESET|EPIPE)$/, "broken-answer", "the server broke off before the end of its answer"],
  [/^HPE_HEADER_OVERFLOW$/, "too-large", "the head of its answer is endless"],
  [/^HPE_/, "broken-answer", "its answer is not as HTTP wants it, or longer than it claims"],
  [/^(?:Z_|ERR_.*BROTLI|ERR__ERROR)/, "broken-answer", "its page cannot be unpacked"],
  [
    /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|SIGNATURE/,
    "unreachable",
    "its certificate, or its encryption, is not accepted",
  ],
];

export function explainFault(cause: unknown): FetchFault {
  if (cause instanceof FetchFault) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const [, reason, detail] = KNOWN.find(([pattern]) => pattern.test(code)) ?? [];
  if (reason !== undefined && detail !== undefined)
    return new FetchFault(reason, `${detail} (${code})`);
  return new FetchFault("unreachable", explainCause(cause));
}
