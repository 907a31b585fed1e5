// The form that was asked for, and what there is → the one that writes it.

import { PullquoteError } from "../index.ts";
import type { Invocation } from "./invocation.ts";

/**
 * `--format`, else JSON where the settings ask for it, else the usual one.
 * @throws PullquoteError `bad-setting` for a form that is not there
 */
export function chooseForm<Write>(
  forms: Readonly<Record<string, Write>>,
  { flags, settings }: Pick<Invocation, "flags" | "settings">,
  usual = "text",
): Write {
  const { json } = settings.values;
  const form = flags["format"] ?? (json ? "json" : usual);
  if (json && form !== "json" && Object.hasOwn(forms, String(form))) {
    const message = `--json and --jq print JSON, and --format ${form} does not.`;
    throw new PullquoteError({ code: "bad-setting", message, hint: "Give one of them." });
  }
  const write = typeof form === "string" && Object.hasOwn(forms, form) ? forms[form] : undefined;
  return write ?? refuseForm(form, Object.keys(forms));
}

/** @throws PullquoteError `bad-setting`, which names the forms that there are. */
export function refuseForm(form: unknown, known: readonly string[]): never {
  throw new PullquoteError({
    code: "bad-setting",
    message: `There is no format ${JSON.stringify(form)}.`,
    hint: `--format ${known.join(" | ")}`,
  });
}
