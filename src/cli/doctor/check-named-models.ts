// The writer and the embedder that the settings name → whether they work.

import { checkModels } from "../../index.ts";
import { readModelChoice } from "../model-choice.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import { type Check, fault, well } from "./check.ts";

/** One check for each that is not built in: server, model, context and a round trip. */
export async function checkNamedModels(
  settings: Settings,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const checks = await checkModels(readModelChoice(settings.values), signal);
  return checks.map((check) =>
    check.fault === undefined
      ? well(check.name, check.detail)
      : fault(check.name, check.detail, check.fault.hint ?? "pullquote models"),
  );
}
