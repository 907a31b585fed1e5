// An answer of the built-in writer → once, how to let a model of the server that the user named write.

import { listUsableModels } from "../../index.ts";
import type { LoopSession } from "./loop-session.ts";

const LONGEST_WAIT_MS = 2000;
const MARK = "suggested-a-model";

/**
 * Only where `OLLAMA_HOST` names a server: nothing here opens a connection to what nobody named. Told once
 * for good, beside whatever is being typed; a server that is not there is no news.
 */
export async function suggestModel(session: LoopSession, writer: string): Promise<void> {
  const { screen, settings, store } = session;
  const isChosen = settings.origins.get("model")?.kind !== "default";
  const isNamed = (process.env["OLLAMA_HOST"] ?? "") !== "";
  if (!screen.interactive || isChosen || !isNamed || writer !== "extractive") return;
  if (store === undefined || store.has(MARK)) return;
  try {
    const { models } = await listUsableModels(AbortSignal.timeout(LONGEST_WAIT_MS));
    const model = models.find(({ name, uses }) => /^ollama:/.test(name) && uses.includes("writer"));
    if (model === undefined || !store.mark(MARK)) return;
    session.aside(() => {
      screen.note(
        "The built-in writer answered; a model of your Ollama server can write (told once):",
      );
      screen.note(`    /model ${model.name}, or pullquote --model ${model.name}`);
    });
  } catch {
    // Too slow, or no server: whoever wants a model finds out with `pullquote models`.
  }
}
