// fetch → a fetch that ends: by the caller's signal, by silence, by size, by anything that is not JSON lines.

import { ServerFault } from "./translate-fault.ts";

const MOST_BYTES = 64 * 1024 * 1024;
const LONGEST_LINE = 32 * 1024 * 1024;

type Fetch = typeof fetch;

/**
 * The client gets whole lines of JSON or an error, never a redirect, never another protocol.
 * @param waitMs longest wait for the answer to begin, and longest silence after that
 */
export function boundFetch(waitMs: number, signal: AbortSignal | undefined): Fetch {
  return async (input, init) => {
    const silence = new AbortController();
    const asked = [signal, init?.signal].filter((one) => one instanceof AbortSignal);
    const timer = startTimer(silence, waitMs);
    try {
      const response = await fetch(input, {
        ...init,
        redirect: "manual",
        signal: AbortSignal.any([silence.signal, ...asked]),
      });
      await refuse(response);
      if (response.body === null) throw new ServerFault("not-ollama", "an empty answer");
      const body = limitBody(response.body, waitMs, silence);
      const headers = { "content-type": "application/json" };
      return new Response(body, { status: response.status, headers });
    } catch (error) {
      throw silence.signal.aborted && signal?.aborted !== true ? silence.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  };
}

function startTimer(silence: AbortController, ms: number): NodeJS.Timeout {
  const seconds = Math.round(ms / 1000);
  const fault = new ServerFault("silent", `no answer for ${seconds} s`);
  return setTimeout(() => silence.abort(fault), ms);
}

/** Whatever is not a plain 200 with JSON is told apart here: the client would print it or follow it. */
async function refuse(response: Response): Promise<void> {
  const { status } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw new ServerFault("redirect", response.headers.get("location") ?? "elsewhere");
  }
  if (!response.ok) throw new ServerFault("refused", await readShort(response), status);
  const type = response.headers.get("content-type") ?? "";
  if (/json/.test(type)) return;
  await response.body?.cancel();
  throw new ServerFault("not-ollama", type === "" ? "no content type" : type.slice(0, 60));
}

const LONGEST_MESSAGE = 4_000;

/** The message of an error answer: its `error` field, or the start of its text. */
async function readShort(response: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > LONGEST_MESSAGE) break;
  }
  return /"error"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text.slice(0, 200).trim();
}

function limitBody(
  body: ReadableStream<Uint8Array>,
  waitMs: number,
  silence: AbortController,
): ReadableStream<Uint8Array> {
  let timer = startTimer(silence, waitMs);
  let total = 0;
  let line: Uint8Array[] = [];
  let length = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      clearTimeout(timer);
      timer = startTimer(silence, waitMs);
      total += bytes.length;
      if (total > MOST_BYTES) throw new ServerFault("flood", `${total} bytes`);
      let from = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        controller.enqueue(joinLine([...line, bytes.subarray(from, end + 1)]));
        line = [];
        length = 0;
        from = end + 1;
      }
      line.push(bytes.subarray(from));
      length += bytes.length - from;
      if (length > LONGEST_LINE) throw new ServerFault("flood", "one endless line");
    },
    flush(controller) {
      clearTimeout(timer);
      if (length > 0) controller.enqueue(joinLine(line));
    },
  });
  silence.signal.addEventListener("abort", () => clearTimeout(timer));
  return body.pipeThrough(limit);
}

/** One line, checked: the client would print what is no JSON on the reader's terminal. */
function joinLine(parts: readonly Uint8Array[]): Uint8Array {
  const line = Buffer.concat(parts);
  const text = line.toString("utf8").trim();
  if (text === "") return line;
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new ServerFault("not-json", text.slice(0, 60), undefined, cause);
  }
  return line;
}
