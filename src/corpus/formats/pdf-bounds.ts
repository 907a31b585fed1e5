// A PDF's bytes → whether it unpacks to more than is allowed, or draws one thing in another without end.

// biome-ignore lint/correctness/noNodejsModules: it computes, and touches nothing outside of the process
import { inflateSync } from "node:zlib";

/** What an object says of itself and, of a stream, the names of what it draws, as often as it does. */
interface PdfObject {
  readonly head: string;
  readonly draws: readonly string[];
}

interface Scan {
  readonly objects: Map<number, PdfObject[]>;
  /** Bytes that may still be unpacked. */
  left: number;
}

const OBJECT = /(\d{1,10})\s+\d+\s+obj\b/g;
const LONGEST_HEAD = 20_000;
/** How deep packings in one another are followed. */
const DEEPEST_PACKING = 3;
/** A picture may be larger than all else, for it is not unpacked to read the text. */
const MOST_FOR_PICTURE = 128 * 1024 * 1024;
const PICTURE = /\/Subtype\s*\/Image\b/;
const PACKED = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/;
const DRAWN = /\/(\S+)\s+(?:Do|scn|SCN)\b/g;
const PATTERN = /\/PatternType\s*1\b/;
const DRAWING = /\/PatternType\s*1\b|\/Subtype\s*\/Form\b|\/Subtype\s*\/Type3\b/;
/** What is drawn inside a drawing is reached by none of these. */
const ELSEWHERE = /\/Type\s*\/(?:Pages?|Catalog|StructElem|StructTreeRoot|Annot|Metadata|OCGs?)\b/;
const REFERENCE = /\b(\d+)\s+\d+\s+R\b/g;
const MOST_DRAWN = 200_000;
const DEEPEST_DRAWING = 1_000;

/** What is wrong with it; nothing where it can be read. */
export function findExcess(bytes: Uint8Array, most: number): "size" | "nesting" | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString("latin1");
  const scan: Scan = { objects: new Map(), left: most };
  for (const { 0: opening, 1: id, index } of text.matchAll(OBJECT)) {
    scanObject(scan, Number(id), file, text, index + opening.length);
    if (scan.left < 0) return "size";
  }
  const weigher = new Weigher(scan.objects);
  for (const [id, own] of scan.objects)
    if (own.some(({ head }) => DRAWING.test(head)) && weigher.weigh(id, []) > MOST_DRAWN)
      return "nesting";
  return undefined;
}

function scanObject(scan: Scan, id: number, file: Buffer, text: string, start: number): void {
  const [whole = "", end = ""] =
    /[\s\S]*?(endobj|\bstream(?:\r?\n|\r))/.exec(text.slice(start, start + LONGEST_HEAD)) ?? [];
  const head = whole.slice(0, whole.length - end.length);
  const isStream = end.startsWith("stream");
  const content = isStream
    ? readStream(scan, head, file.subarray(start + whole.length))
    : undefined;
  const isReadable = content !== undefined && (!/\/Filter\b/.test(head) || PACKED.test(head));
  const drawn = isReadable ? content.toString("latin1").matchAll(DRAWN) : [];
  const draws = isReadable ? Array.from(drawn, ([, name = ""]) => name) : ["?"];
  addObject(scan.objects, id, { head, draws });
  if (content !== undefined && /\/Type\s*\/ObjStm\b/.test(head)) addPacked(scan.objects, content);
}

function addObject(objects: Scan["objects"], id: number, object: PdfObject): void {
  const own = objects.get(id);
  if (own === undefined) objects.set(id, [object]);
  else own.push(object);
}

/** Objects that are packed into a stream: pairs of number and offset, then the objects. */
function addPacked(objects: Scan["objects"], content: Buffer): void {
  const text = content.toString("latin1");
  const [pairs = ""] = /^[\d\s]*/.exec(text) ?? [];
  const numbers = pairs.trim().split(/\s+/).map(Number);
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const from = pairs.length + (numbers[at + 1] ?? 0);
    const to = numbers[at + 3] === undefined ? text.length : pairs.length + (numbers[at + 3] ?? 0);
    addObject(objects, numbers[at] ?? 0, { head: text.slice(from, to), draws: [] });
  }
}

/** A stream that is not packed with Flate is taken as it is: other packings hardly multiply. */
function readStream(scan: Scan, head: string, packed: Buffer): Buffer | undefined {
  if (PICTURE.test(head)) {
    if (inflate(packed, MOST_FOR_PICTURE) === "too large") scan.left = -1;
    return undefined;
  }
  let content: Buffer | "too large" | "damaged" = packed;
  for (let depth = 0; depth < DEEPEST_PACKING && isFlate(content); depth += 1) {
    content = inflate(content, scan.left);
    scan.left = content === "too large" ? -1 : scan.left - content.length;
    if (typeof content === "string") return undefined;
  }
  if (content !== packed) return content;
  const end = packed.indexOf("endstream");
  return packed.subarray(0, end < 0 ? packed.length : end);
}

function inflate(packed: Buffer, most: number): Buffer | "too large" | "damaged" {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ERR_BUFFER_TOO_LARGE" ? "too large" : "damaged";
  }
}

function isFlate(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

class Weigher {
  readonly #objects: Scan["objects"];
  readonly #weights = new Map<number, number>();

  constructor(objects: Scan["objects"]) {
    this.#objects = objects;
  }

  /** How many drawings are drawn when this one is; without end where a pattern is drawn in itself. */
  weigh(id: number, above: readonly number[]): number {
    const known = this.#weights.get(id);
    if (known !== undefined) return known;
    if (above.includes(id)) return this.#isPatternIn(above.slice(above.indexOf(id))) ? Infinity : 0;
    if (above.length > DEEPEST_DRAWING) return Infinity;
    const own = (this.#objects.get(id) ?? []).filter(({ head }) => !ELSEWHERE.test(head));
    const weight = Math.max(0, ...own.map((object) => this.#weighObject(object, [...above, id])));
    this.#weights.set(id, weight);
    return weight;
  }

  #isPatternIn(circle: readonly number[]): boolean {
    return circle.some((id) => this.#objects.get(id)?.some(({ head }) => PATTERN.test(head)));
  }

  #weighObject({ head, draws }: PdfObject, above: readonly number[]): number {
    const weighMost = (refs: Iterable<RegExpMatchArray>): number =>
      Math.max(0, ...Array.from(refs, ([, child]) => this.weigh(Number(child), above)));
    if (!DRAWING.test(head)) return weighMost(head.matchAll(REFERENCE));
    const times = new Map<string, number>();
    for (const name of draws) times.set(name, (times.get(name) ?? 0) + 1);
    return Array.from(times).reduce(
      (sum, [name, count]) => sum + count * weighMost(findNamed(head, name)),
      1,
    );
  }
}

/** What a name stands for; where that is told elsewhere, all that it may be. */
function findNamed(head: string, name: string): readonly RegExpMatchArray[] {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const own = [...head.matchAll(new RegExp(`/${escaped}\\s+(\\d+)\\s+\\d+\\s+R\\b`, "g"))];
  return own.length > 0 ? own : [...head.matchAll(REFERENCE)];
}
