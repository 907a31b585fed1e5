// A name → the few letters that stand for it at the end of a citation key.

/** FNV-1a of 32 bits over UTF-16 units, in base 36: the same in every export, on every machine. */
export function hashName(name: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    value = Math.imul(value ^ name.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
