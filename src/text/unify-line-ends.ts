// Text with any line ends → the same with LF alone, and where each unit stood before.

/** `places` gives for an offset in the new text the offset in the one given. */
export function unifyLineEnds(written: string): {
  readonly text: string;
  readonly places: (at: number) => number;
} {
  if (!written.includes("\r")) return { text: written, places: (at) => at };
  const text = written.replace(/\r\n?/g, "\n");
  const shifted = new Uint32Array(text.length + 1);
  let source = 0;
  for (let at = 0; at <= text.length; at += 1) {
    shifted[at] = source;
    source += written.startsWith("\r\n", source) ? 2 : 1;
  }
  return { text, places: (at) => shifted[at] ?? written.length };
}
