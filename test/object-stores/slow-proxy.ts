// A store's address → an address before it that counts every request and answers it some milliseconds later.

import { Agent, request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SlowProxy {
  readonly url: string;
  /** Every request since the last `reset`: method and path. */
  readonly requests: string[];
  /** Milliseconds since then in which at least one request was under way. */
  waitedMs(): number;
  reset(): void;
  close(): Promise<void>;
}

export async function startSlowProxy(target: string, delayMs: number): Promise<SlowProxy> {
  const { hostname, port } = new URL(target);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const requests: string[] = [];
  let waited = 0;
  let underWay = 0;
  let since = 0;
  const begin = (): void => {
    if (underWay === 0) since = performance.now();
    underWay += 1;
  };
  const end = (): void => {
    underWay -= 1;
    if (underWay === 0) waited += performance.now() - since;
  };
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    requests.push(`${method} ${path}`);
    begin();
    outgoing.once("close", end);
    setTimeout(() => {
      const onward = ask({ hostname, port, method, path, headers, agent }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on("error", () => outgoing.destroy());
      incoming.pipe(onward);
    }, delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    requests,
    waitedMs: () => waited,
    reset: () => {
      requests.length = 0;
      waited = 0;
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
