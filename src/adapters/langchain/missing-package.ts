// A failed load of a provider → the command that installs its package.

import { PullquoteError } from "../../core/errors.ts";

/** Undefined when the failure was another one. */
export function nameMissingPackage(
  error: unknown,
  named: { readonly provider: string; readonly model: string },
): PullquoteError | undefined {
  const message = error instanceof Error ? error.message : "";
  const missing = /Unable to import (\S+)\.|Cannot find package '([^']+)'/.exec(message);
  const name = missing?.[1] ?? missing?.[2];
  if (name !== undefined) {
    return new PullquoteError({
      code: "provider-missing",
      message: `${named.provider}:${named.model} needs the package ${name}, which is not installed.`,
      hint: `npm install ${name}   (with -g when pullquote was installed with -g)`,
      cause: error,
    });
  }
  const known = /Supported model providers are: (.+)/.exec(message)?.[1];
  if (known === undefined) return;
  return new PullquoteError({
    code: "bad-setting",
    message: `There is no provider ${JSON.stringify(named.provider)}.`,
    hint: `Name one of: extractive, ollama, ${known}`,
    cause: error,
  });
}
