// Text → the same without its white space, so that line breaks do not count.

export function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
