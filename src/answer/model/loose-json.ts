// Text that is JSON, or nearly → its value.

export interface LooseValue {
  readonly value: unknown;
  /** True when it was no JSON as it stood. */
  readonly bent: boolean;
}

/** Longest text that is straightened: what is longer is JSON or nothing. */
const LONGEST_BENT = 20_000;

/** Undefined when not even trailing commas, single quotes and bare keys explain it. */
export function parseLooseJson(text: string): LooseValue | undefined {
  const strict = parseStrict(text);
  if (strict !== undefined) return { value: strict.value, bent: false };
  if (text.length > LONGEST_BENT) return;
  const loose = parseStrict(straighten(text));
  return loose === undefined ? undefined : { value: loose.value, bent: true };
}

function parseStrict(text: string): { readonly value: unknown } | undefined {
  // JSON.parse has no form that reports failure as a value.
  try {
    return { value: JSON.parse(text) };
  } catch {
    return;
  }
}

function straighten(text: string): string {
  return text
    .replaceAll(/([{,[:]\s*)[“”]([^“”"]*)[“”](?=\s*[,:}\]])/g, '$1"$2"')
    .replaceAll(/([{,[:]\s*)'((?:[^'\\\n]|'(?!\s*[,:}\]]))*)'(?=\s*[,:}\]])/g, quoteSingle)
    .replaceAll(/([{,]\s*)([A-Za-z_]\w*)(\s*:)/g, '$1"$2"$3')
    .replaceAll(/([[,]\s*)(S\d{1,4})(?=\s*[,\]])/g, '$1"$2"')
    .replaceAll(/,(\s*[}\]])/g, "$1")
    .replaceAll(/(?<="[^"\n]*)\n(?=[^"\n]*")/g, " ");
}

function quoteSingle(_match: string, before: string, inner: string): string {
  return `${before}${JSON.stringify(inner)}`;
}
