// A Chromium → pages in it, driven through its DevTools protocol over a pipe: no package, no port.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

export interface PageView {
  readonly width: number;
  readonly height: number;
  readonly scheme?: "light" | "dark";
}

export interface Page {
  /** Every address that the page asked for, its own first. */
  readonly requested: readonly string[];
  /** What the page logged, policy violations among it. */
  readonly logged: readonly string[];
  evaluate<T>(expression: string): Promise<T>;
  /** As a screen reader gets it: role and name of each node. */
  accessibility(): Promise<readonly { readonly role: string; readonly name: string }[]>;
  close(): Promise<void>;
}

export interface Browser {
  open(url: string, view: PageView): Promise<Page>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--remote-debugging-pipe",
  // A container's root cannot make Chromium's sandbox; the pages are our own.
  "--no-sandbox",
  "about:blank",
];

export function openChromium(path: string): Browser {
  const profile = mkdtempSync(join(tmpdir(), "pullquote-chromium-"));
  const child = spawn(path, [`--user-data-dir=${profile}`, ...FLAGS], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const wire = new Wire(child);
  return {
    open: (url, view) => openPage(wire, url, view),
    close: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await wire.send("Browser.close");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Commands and events as JSON, each ended by NUL. */
class Wire {
  readonly #output: Writable;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listeners = new Set<(message: Message) => void>();
  #last = 0;

  constructor(child: ChildProcess) {
    this.#output = child.stdio[3] as Writable;
    let rest = "";
    (child.stdio[4] as Readable).setEncoding("utf8").on("data", (chunk: string) => {
      const messages = (rest + chunk).split("\0");
      rest = messages.pop() ?? "";
      for (const message of messages) this.#take(JSON.parse(message) as Message);
    });
  }

  async send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    this.#last += 1;
    const id = this.#last;
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    const message = { id, method, params, ...(sessionId !== undefined && { sessionId }) };
    this.#output.write(`${JSON.stringify(message)}\0`);
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  listen(listener: (message: Message) => void): void {
    this.#listeners.add(listener);
  }

  #take(message: Message): void {
    if (message.id === undefined) for (const listener of this.#listeners) listener(message);
    else this.#waiting.get(message.id)?.(message);
  }
}

async function openPage(wire: Wire, url: string, view: PageView): Promise<Page> {
  const { targetId } = await wire.send<{ targetId: string }>("Target.createTarget", {
    url: "about:blank",
  });
  const { sessionId } = await wire.send<{ sessionId: string }>("Target.attachToTarget", {
    targetId,
    flatten: true,
  });
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    wire.send<T>(method, params, sessionId);
  const requested: string[] = [];
  const logged: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    wire.listen(({ method, params = {}, sessionId: from }) => {
      if (from !== sessionId) return;
      if (method === "Page.loadEventFired") resolve();
      if (method === "Network.requestWillBeSent")
        requested.push((params["request"] as { url: string }).url);
      if (method === "Log.entryAdded") logged.push((params["entry"] as { text: string }).text);
    });
  });
  for (const domain of ["Page", "Network", "Log", "Accessibility"]) await send(`${domain}.enable`);
  const { width, height, scheme = "light" } = view;
  await send("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 600,
  });
  await send("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: scheme }],
  });
  await send("Page.navigate", { url });
  await loaded;
  return {
    requested,
    logged,
    evaluate: async <T>(expression: string): Promise<T> => {
      const { result, exceptionDetails } = await send<{
        result: { value: T };
        exceptionDetails?: { text: string };
      }>("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value;
    },
    accessibility: async () => {
      const { nodes } = await send<{
        nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[];
      }>("Accessibility.getFullAXTree");
      return nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name }) => ({ role: role?.value ?? "", name: name?.value ?? "" }));
    },
    close: async () => {
      await wire.send("Target.closeTarget", { targetId });
    },
  };
}

/** Until the expression is true in the page; what the test is too slow for, it tells itself. */
export async function until(page: Page, expression: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = () => ((${expression}) ? done() : setTimeout(look, 25));
    look();
  })`);
}
