// What the page asks of its server → values, or a fault in words.

import type {
  WireArticle,
  WireEvent,
  WireProof,
  WireQuestion,
  WireSpan,
  WireStart,
} from "../wire.ts";

export const loadStart = (): Promise<WireStart> => ask("start");

export function loadArticle(id: string, { start, end }: WireSpan): Promise<WireArticle> {
  return ask(`article?${new URLSearchParams({ id, start: String(start), end: String(end) })}`);
}

export const proveAgain = (id: number): Promise<WireProof> => ask("prove", { id });

export const pdfAddress = (id: string): string => `pdf?${new URLSearchParams({ id })}`;

export const exportAddress = (format: string, ids: readonly number[]): string =>
  `export?${new URLSearchParams({ format, ids: ids.join(",") })}`;

export async function endServer(): Promise<void> {
  await reach("end", {});
}

/** The lines of an answer as they come. Ends early, without a fault, where the signal aborts. */
export async function* askQuestion(
  question: WireQuestion,
  signal: AbortSignal,
): AsyncGenerator<WireEvent> {
  const response = await reach("ask", question, signal);
  if (response.body === null) return;
  let rest = "";
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as WireEvent;
  }
}

async function ask<Value>(path: string, body?: object): Promise<Value> {
  const response = await reach(path, body);
  return (await response.json()) as Value;
}

const GONE = "pullquote has ended, or does not answer. What is shown here stays.";

async function reach(path: string, body?: object, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...(body && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    throw signal?.aborted === true ? cause : new Error(GONE, { cause });
  }
  if (response.ok) return response;
  const fault = (await response.json().catch(() => ({}))) as { message?: string; hint?: string };
  throw new Error([fault.message ?? GONE, fault.hint ?? ""].join(" ").trim());
}
