// Which proxy an address is asked through, and pages fetched through a real one: plain, through a tunnel, refused, private.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createSecure } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createPageFetcher } from "../../../src/adapters/web/fetch-page.ts";
import { findProxy, type ProxyEnvironment } from "../../../src/adapters/web/proxy.ts";
import { isPublicAddress } from "../../../src/adapters/web/public-address.ts";
import { makePlace, runProgram } from "../../cli/run-program.ts";
import { serve } from "./serve.ts";

const hostOf = (address: string, environment: ProxyEnvironment): string | undefined =>
  findProxy(new URL(address), environment)?.host;

test("the proxy is the scheme's, small letters first, else that for all", () => {
  const both = { https_proxy: "http://a:1", HTTPS_PROXY: "http://b:2", all_proxy: "c:3" };
  expect(hostOf("https://orlen.example/", both)).toBe("a:1");
  expect(hostOf("http://orlen.example/", both)).toBe("c:3");
  expect(hostOf("https://orlen.example/", { HTTPS_PROXY: "b:2" })).toBe("b:2");
  expect(hostOf("http://orlen.example/", { HTTP_PROXY: "b:2" })).toBe("b:2");
  expect(hostOf("http://orlen.example/", { HTTP_PROXY: "b:2", REQUEST_METHOD: "GET" })).toBe(
    undefined,
  );
  expect(hostOf("https://orlen.example/", { https_proxy: "", all_proxy: "c:3" })).toBe(undefined);
  expect(() => hostOf("https://orlen.example/", { https_proxy: "socks5://a:1" })).toThrow(/HTTP/);
});

test("NO_PROXY excepts names with what is below them, addresses and networks", () => {
  const isAsked = (address: string, no_proxy: string): boolean =>
    hostOf(address, { all_proxy: "a:1", no_proxy }) !== undefined;
  for (const list of ["orlen.example", ".orlen.example", "b.example, orlen.example", "*"]) {
    expect(isAsked("http://orlen.example/", list), list).toBe(false);
    expect(isAsked("https://WWW.orlen.example:8443/", list), list).toBe(false);
  }
  expect(isAsked("http://orlen.example/", "len.example,www.orlen.example")).toBe(true);
  expect(isAsked("http://192.0.2.9/", "192.0.2.0/24")).toBe(false);
  expect(isAsked("http://192.0.2.9/", "192.0.2.9")).toBe(false);
  expect(isAsked("http://[2001:db8::1]/", "2001:db8::/32")).toBe(false);
  expect(isAsked("http://192.0.3.9/", "192.0.2.0/24, 192.0.2.0/99, nonsense/")).toBe(true);
});

interface Asked {
  readonly line: string;
  readonly authorization: string | undefined;
}

/** Sends all that it is asked for to `target`, whatever its name was. */
async function openProxy(target: string, status = 200) {
  const asked: Asked[] = [];
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const { method, url = "", headers } = incoming;
    asked.push({ line: `${method} ${url}`, authorization: headers["proxy-authorization"] });
    if (status !== 200) {
      outgoing.writeHead(status).end();
      return;
    }
    const path = new URL(url).pathname;
    const onward = request({ hostname, port, path }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.end();
  });
  server.on("connect", ({ url, headers }, socket, head) => {
    asked.push({ line: `CONNECT ${url}`, authorization: headers["proxy-authorization"] });
    socket.on("error", () => undefined);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const onward = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connected\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { proxy: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const fetchThrough = (
  address: string,
  environment: ProxyEnvironment,
  mayConnect: (ip: string) => boolean = isPublicAddress,
) =>
  createPageFetcher({ timeoutMs: 20_000, maxBytes: 100_000, mayConnect, environment }).fetch(
    address,
  );

const PAGE = `<h1>Ferry</h1><article>${"<p>The ferry to Orlen sails again from Monday, the port said.</p>".repeat(20)}</article>`;

test("a page is asked for through the proxy by its whole address, redirects too, and the proxy's address is no server's", async () => {
  const root = await serve(({ url }, response) => {
    if (url === "/a") response.writeHead(302, { location: "http://other.example/b" });
    response.end("there");
  });
  const { proxy, asked } = await openProxy(root);
  const environment = { http_proxy: `http://ada:p%40ss@${proxy}` };
  const { result, redirects } = await fetchThrough("http://orlen.example/a#top", environment);
  expect(redirects).toEqual(["http://other.example/b"]);
  expect(result).toMatchObject({ kind: "page", address: "http://other.example/b" });
  expect(result.kind === "page" && result.server).toBe(undefined);
  const authorization = `Basic ${Buffer.from("ada:p@ss").toString("base64")}`;
  expect(asked).toEqual([
    { line: "GET http://orlen.example/a", authorization },
    { line: "GET http://other.example/b", authorization },
  ]);
});

test("private addresses and names are refused through a proxy too, unless they are allowed", async () => {
  const root = await serve((_, response) => void response.end("there"));
  const { proxy, asked } = await openProxy(root);
  const environment = { all_proxy: proxy };
  for (const address of [
    "http://127.0.0.1/",
    "https://[::1]/",
    "http://localhost/",
    "http://intranet/",
    "https://wiki.internal/",
  ]) {
    const { result } = await fetchThrough(address, environment);
    expect(result, address).toMatchObject({ kind: "refused", reason: "private-address" });
  }
  expect(asked).toEqual([]);
  const { result } = await fetchThrough("http://wiki.internal/", environment, () => true);
  expect(result.kind).toBe("page");
});

test("a proxy that refuses, wants a password, or is not there is told by its name, without its password", async () => {
  for (const address of ["http://orlen.example/", "https://orlen.example/"]) {
    const { proxy } = await openProxy("http://127.0.0.1:9", 407);
    const { result } = await fetchThrough(address, { all_proxy: `http://ada:secret@${proxy}` });
    if (result.kind !== "refused") throw new Error("not refused");
    expect(result.detail).toContain(`the proxy ${proxy} answers 407`);
    expect(result.detail).not.toContain("secret");
    const gone = await fetchThrough(address, { all_proxy: "127.0.0.1:9" });
    expect(gone.result).toMatchObject({ detail: expect.stringContaining("the proxy 127.0.0.1:9") });
  }
});

test("the program saves an encrypted page through a tunnel that sees the server's name alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-proxy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const made = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=orlen.example -addext subjectAltName=DNS:orlen.example -keyout ${key} -out ${cert}`;
  execFileSync("openssl", made.split(" "), { stdio: "pipe" });
  const server = createSecure(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(PAGE);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { proxy, asked } = await openProxy(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
  const place = makePlace({ "corpus/a.txt": "The lamp tax rose." });
  const environment = { HTTPS_PROXY: `http://${proxy}`, NODE_EXTRA_CA_CERTS: cert };
  const add = (host: string) =>
    runProgram(place, ["add", `https://${host}/news/ferry`], { environment });
  const { code, stdout, stderr } = await add("orlen.example");
  expect(stdout + stderr).toContain("orlen.example/");
  expect(code).toBe(0);
  expect(asked.map(({ line }) => line)).toEqual(["CONNECT orlen.example:443"]);
  // The server's certificate is looked at as without a proxy.
  const other = await add("velm.example");
  expect(other.code).not.toBe(0);
  expect(other.stdout + other.stderr).toContain("certificate");
});
