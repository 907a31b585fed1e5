// What a file operation threw → its code, and words for a reader.

const WORDS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "no permission to read it"],
  ["EPERM", "no permission to read it"],
  ["ENOENT", "it is no longer there"],
  ["ENOTDIR", "it is no longer there"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its links go round in a circle"],
  ["EMFILE", "too many files are open"],
  ["ENAMETOOLONG", "its name is too long"],
  ["EIO", "the disk failed to read it"],
  ["ESTALE", "the network drive lost it"],
]);

/** The system's code (`ENOENT`); empty when the cause is no file fault. */
export function faultCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : "";
}

export function explainFault(cause: unknown): string {
  return WORDS.get(faultCode(cause)) ?? (cause instanceof Error ? cause.message : String(cause));
}
