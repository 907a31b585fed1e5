// OLLAMA_HOST, as the server itself reads it → the address to call.

import { PullquoteError } from "../../core/errors.ts";

const DEFAULT_PORT = "11434";
const WILDCARDS: ReadonlyMap<string, string> = new Map([
  ["0.0.0.0", "127.0.0.1"],
  ["[::]", "[::1]"],
  ["", "127.0.0.1"],
]);

export interface ServerAddress {
  /** Without a slash at its end: `http://127.0.0.1:11434`. Never holds a password. */
  readonly url: string;
  /** `Basic …` when the setting had a user and a password. */
  readonly authorization?: string;
  /** Whether it is this machine. */
  readonly isLocal: boolean;
}

/**
 * `host`, `host:port`, `:port`, `http://host:port/path`. An address to listen on (`0.0.0.0`, `[::]`)
 * becomes the loopback address.
 * @throws PullquoteError `bad-setting`
 */
export function readServerAddress(setting: string | undefined): ServerAddress {
  const written = (setting ?? "").trim().replace(/^["']|["']$/g, "");
  const [, scheme = "", rest = ""] = /^(?:(https?):\/\/)?(.*)$/i.exec(written) ?? [];
  const url = parseAddress(scheme || "http", fillHost(rest), written);
  if (!hasPort(rest) && scheme === "") url.port = DEFAULT_PORT;
  const host = WILDCARDS.get(url.hostname) ?? url.hostname;
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const port = url.port === "" ? "" : `:${url.port}`;
  return {
    url: `${url.protocol}//${host}${port}${url.pathname}`.replace(/\/+$/, ""),
    isLocal: /^(localhost|127(?:\.\d+){3}|\[::1\])$/.test(host),
    ...(user === ":" ? {} : { authorization: `Basic ${Buffer.from(user).toString("base64")}` }),
  };
}

function fillHost(rest: string): string {
  if (/^(:\d+)?(\/|$)/.test(rest)) return `127.0.0.1${rest}`;
  return /^[\da-f]*:[\da-f:]+$/i.test(rest) ? `[${rest}]` : rest;
}

/** An address of IPv6 without brackets has colons, but no port. */
function hasPort(rest: string): boolean {
  return /:\d+(?:\/|$)/.test(rest) && !/^[\da-f]*:[\da-f:]*:[\da-f]*$/i.test(rest);
}

function parseAddress(scheme: string, rest: string, written: string): URL {
  const url = URL.canParse(`${scheme}://${rest}`) ? new URL(`${scheme}://${rest}`) : undefined;
  if (url !== undefined && !/:\/\//.test(rest)) return url;
  throw new PullquoteError({
    code: "bad-setting",
    message: `OLLAMA_HOST is no address: ${JSON.stringify(written.replace(/\/\/[^@]*@/, "//…@"))}.`,
    hint: "Set it to host:port, for example OLLAMA_HOST=127.0.0.1:11434",
  });
}
