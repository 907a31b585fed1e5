// An address and the environment → the proxy that it is asked through, as curl reads HTTPS_PROXY, HTTP_PROXY and NO_PROXY; a tunnel through it.

import { type ClientRequest, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { BlockList, isIP } from "node:net";
import { connect as connectSecure, type TLSSocket } from "node:tls";
import { explainFault, FetchFault } from "./explain-fault.ts";

/** Names of variables with their values. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Small letters first, then capitals; `ALL_PROXY` where there is none for the scheme. `HTTP_PROXY` in capitals is not
 * read in a CGI program, where a visitor's header sets it.
 * @throws FetchFault for a proxy that speaks no HTTP
 */
export function findProxy(address: URL, environment: ProxyEnvironment): URL | undefined {
  const isCgi = environment["REQUEST_METHOD"] !== undefined;
  const scheme = address.protocol === "https:" ? "https" : "http";
  const capital = scheme === "http" && isCgi ? undefined : readEither(environment, scheme, false);
  const written =
    (environment[`${scheme}_proxy`] ?? capital)?.trim() ?? readEither(environment, "all")?.trim();
  if (written === undefined || written === "" || isExcepted(address, environment)) return undefined;
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  const proxy = URL.canParse(full) ? new URL(full) : undefined;
  if (proxy === undefined || !["http:", "https:"].includes(proxy.protocol))
    throw new FetchFault(
      "unreachable",
      `the proxy that ${scheme.toUpperCase()}_PROXY names is none that speaks HTTP: http://HOST:PORT`,
    );
  return proxy;
}

function readEither(environment: ProxyEnvironment, name: string, small = true): string | undefined {
  const lower = small ? environment[`${name}_proxy`] : undefined;
  return lower ?? environment[`${name.toUpperCase()}_PROXY`];
}

/** `*`, names with all names below them, addresses, and networks (`10.0.0.0/8`), between commas or spaces. */
function isExcepted({ hostname }: URL, environment: ProxyEnvironment): boolean {
  const host = hostname.replace(/^\[|\]$|\.$/g, "").toLowerCase();
  const listed = (readEither(environment, "no") ?? "").toLowerCase().split(/[\s,]+/);
  return listed.filter(Boolean).some((entry) => {
    if (entry === "*") return true;
    if (isIP(host) !== 0) return liesIn(host, entry.replace(/^\[|\]$/g, ""));
    const name = entry.replace(/^\.|\.$/g, "");
    return host === name || host.endsWith(`.${name}`);
  });
}

function liesIn(ip: string, entry: string): boolean {
  const [network = "", bits] = entry.split("/");
  const family = isIP(network) === 6 ? "ipv6" : "ipv4";
  if (isIP(network) === 0 || isIP(network) !== isIP(ip)) return false;
  const most = family === "ipv6" ? 128 : 32;
  const length = bits === undefined ? most : Number(bits);
  if (!Number.isInteger(length) || length < 0 || length > most) return false;
  const list = new BlockList();
  list.addSubnet(network, length, family);
  return list.check(ip, family);
}

/** What a proxy wants to be told, where the user named it with a name and a password. */
function authorize({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === "" && password === "") return {};
  const pair = [username, password].map(decodeURIComponent).join(":");
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** The address or name itself: `[::1]` → `::1`. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** A request to the proxy itself: what it throws names the proxy. */
export function askProxy(
  proxy: URL,
  wanted: { method: string; path: string; headers: Record<string, string>; signal: AbortSignal },
): ClientRequest {
  const request = proxy.protocol === "https:" ? requestSecure : requestPlain;
  const { port } = proxy;
  const host = bareHost(proxy);
  const headers = { ...wanted.headers, ...authorize(proxy) };
  return request({ ...wanted, host, ...(port !== "" && { port }), headers, agent: false });
}

/** Without the name and password that it may hold. */
export const blameProxy = ({ host }: URL, cause: unknown): FetchFault => {
  const { reason, message } = explainFault(cause);
  return new FetchFault(reason, `by the proxy ${host}: ${message}`);
};

export function refuseAnswer({ host }: URL, status = 0, words = ""): FetchFault {
  const help = status === 407 ? "; give them: HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT" : "";
  return new FetchFault("unreachable", `the proxy ${host} answers ${status} ${words}${help}`);
}

/** An encrypted connection with the server itself: the proxy sees its name, and nothing else. */
export function openTunnel(address: URL, proxy: URL, signal: AbortSignal): Promise<TLSSocket> {
  const host = bareHost(address);
  const path = `${address.hostname}:${address.port === "" ? 443 : address.port}`;
  return new Promise((resolve, reject) => {
    const asked = askProxy(proxy, { method: "CONNECT", path, headers: { host: path }, signal });
    asked.on("error", (cause) => reject(blameProxy(proxy, cause)));
    asked.on("response", ({ statusCode, statusMessage }) => {
      reject(refuseAnswer(proxy, statusCode, statusMessage));
      asked.destroy();
    });
    asked.on("connect", ({ statusCode, statusMessage }, socket) => {
      if (statusCode !== 200) {
        reject(refuseAnswer(proxy, statusCode, statusMessage));
        socket.destroy();
        return;
      }
      resolve(connectSecure({ socket, host, ...(isIP(host) === 0 && { servername: host }) }));
    });
    asked.end();
  });
}
