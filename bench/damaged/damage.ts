// Sound files → damaged ones: cut, flipped, renamed, bombs, nested archives, claims of ten gigabytes, deep nesting.

import { gzipSync } from "node:zlib";
import type { FileBytes } from "../../src/corpus/formats/format.ts";
import { makeTar, makeZip, type Packed } from "../../test/corpus/formats/pack.ts";
import { makeDocx, makeOdt, odtXml, PROSE, warcRecord, wordXml } from "./samples.ts";

export interface DamagedFile extends FileBytes {
  readonly damage: string;
}

/** Numbers from 0 to 1 that are the same in each run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Damage = (bytes: Uint8Array, random: () => number) => Uint8Array;

const flip =
  (count: number): Damage =>
  (bytes, random) => {
    const flipped = Uint8Array.from(bytes);
    for (let turn = 0; turn < count; turn += 1)
      flipped[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    return flipped;
  };
/** Some bytes of the file, put in again somewhere, many times over. */
const repeat: Damage = (bytes, random) => {
  const from = Math.floor(random() * bytes.length);
  const piece = bytes.subarray(from, from + 1 + Math.floor(random() * 64));
  const at = Math.floor(random() * bytes.length);
  const many = Array.from({ length: 20_000 }, () => piece);
  return Buffer.concat([bytes.subarray(0, at), ...many, bytes.subarray(at)]);
};
const blank: Damage = (bytes, random) => {
  const blanked = Uint8Array.from(bytes);
  const from = Math.floor(random() * bytes.length);
  return blanked.fill(0, from, from + Math.floor(random() * 512));
};

const DAMAGES: Readonly<Record<string, Damage>> = {
  cut: (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  "one byte": flip(1),
  "sixteen bytes": flip(16),
  "many bytes": flip(256),
  blanked: blank,
  repeated: repeat,
};

const MEGABYTE = 1024 * 1024;
const named = (damage: string, name: string, bytes: Uint8Array): DamagedFile => ({
  damage,
  name,
  bytes,
});
const packed = (name: string, content: string | Uint8Array, claims?: number): Packed => ({
  name,
  content,
  ...(claims !== undefined && { claims }),
});

/** Each a few hundred kilobytes that unpack to hundreds of megabytes, or say so. */
function* listBombs(): Iterable<DamagedFile> {
  const zeros = Buffer.alloc(300 * MEGABYTE, "a ");
  const gzip = gzipSync(zeros);
  const fits = Buffer.alloc(19 * MEGABYTE, "The ferry stops at noon. ");
  for (const ending of [
    "txt",
    "md",
    "csv",
    "json",
    "html",
    "eml",
    "rss",
    "rtf",
    "vtt",
    "warc",
    "xml",
  ]) {
    yield named("bomb", `a.${ending}.gz`, gzip);
    yield named(
      "bomb",
      "a.zip",
      makeZip([packed(`a.${ending}`, fits, 100), packed("b.txt", PROSE)]),
    );
    yield named("ten gigabytes", "a.zip", makeZip([packed(`a.${ending}`, PROSE, 4_294_967_294)]));
    yield named("ten gigabytes", "a.tar", makeTar([packed(`a.${ending}`, PROSE, 8_589_934_591)]));
  }
  yield named("bomb", "a.tgz", gzipSync(makeTar([packed("a.txt", zeros)])));
  yield named("bomb", "a.docx", makeDocx(wordXml(`<w:p><w:r><w:t>${fits}</w:t></w:r></w:p>`)));
  yield named("bomb", "a.odt", makeOdt(odtXml(`<text:p>${fits}</text:p>`)));
  const many = "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(550_000);
  yield named("bomb", "a.docx", makeDocx(wordXml(many)));
  yield named("bomb", "a.odt", makeOdt(odtXml("<text:p>a</text:p>".repeat(900_000))));
  yield named(
    "bomb",
    "a.zip",
    makeZip(Array.from({ length: 40 }, (_, at) => packed(`${at}.gz`, gzip))),
  );
  const answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
  const page = Buffer.concat([Buffer.from(answer), gzip]);
  yield named("bomb", "a.warc", Buffer.concat(Array.from({ length: 30 }, () => warcRecord(page))));
  yield named("ten gigabytes", "a.warc", warcRecord(page, 10_000_000_000));
  yield named(
    "ten gigabytes",
    "a.rtf",
    Buffer.from("{\\rtf1 The ferry {\\pict\\bin2147483647 a} stops.}"),
  );
  yield named(
    "many files",
    "a.zip",
    makeZip(Array.from({ length: 60_000 }, (_, at) => packed(`${at}.txt`, "a"))),
  );
  yield named(
    "many files",
    "a.tar",
    makeTar(Array.from({ length: 30_000 }, (_, at) => packed(`${at}.txt`, ""))),
  );
}

function* listNested(): Iterable<DamagedFile> {
  let bytes: Uint8Array = Buffer.from(PROSE);
  for (let depth = 0; depth < 12; depth += 1) {
    bytes = makeZip([packed(depth === 0 ? "a.txt" : "a.zip", bytes)]);
    yield named("nested", "a.zip", bytes);
  }
  let gzip = Buffer.from(PROSE);
  for (let depth = 0; depth < 12; depth += 1) {
    gzip = gzipSync(gzip);
    yield named("nested", "a.txt.gz", gzip);
  }
  let wide: Uint8Array = makeZip([packed("a.txt", PROSE)]);
  for (let depth = 0; depth < 4; depth += 1) {
    const inner = wide;
    wide = makeZip(Array.from({ length: 12 }, (_, at) => packed(`${at}.zip`, inner)));
    yield named("nested", "a.zip", wide);
  }
  const deep = 300_000;
  const nest = (open: string, close: string): string =>
    `${open.repeat(deep)}words${close.repeat(deep)}`;
  yield named("deep", "a.rtf", Buffer.from(`{\\rtf1 ${nest("{", "}")}}`));
  yield named("deep", "a.docx", makeDocx(wordXml(nest("<w:p>", "</w:p>"))));
  yield named("deep", "a.docx", makeDocx(wordXml(nest("<w:tr><w:tc>", "</w:tc></w:tr>"))));
  yield named("deep", "a.odt", makeOdt(odtXml(nest("<text:p>", "</text:p>"))));
  yield named("deep", "a.html", Buffer.from(nest("<div>", "</div>")));
  yield named("deep", "a.json", Buffer.from(nest('[{"a":', "}]")));
  yield named(
    "deep",
    "a.rss",
    Buffer.from(`<rss version="2.0">${nest("<item>", "</item>")}</rss>`),
  );
  yield named(
    "deep",
    "a.warc",
    Buffer.concat(Array.from({ length: 50_000 }, () => warcRecord("WARC/1.0\r\n\r\n"))),
  );
}

/** The bombs and the nested ones, and the samples damaged in turn, as many as are asked for. */
export function* damageFiles(samples: readonly FileBytes[], count: number): Iterable<DamagedFile> {
  let left = count;
  for (const list of [listBombs(), listNested(), damageSamples(samples)]) {
    for (const file of list) {
      if (left === 0) return;
      left -= 1;
      yield file;
    }
  }
}

/** Without end. */
function* damageSamples(samples: readonly FileBytes[]): Iterable<DamagedFile> {
  const random = makeRandom(7);
  for (;;) {
    for (const sample of samples) {
      for (const [damage, inflict] of Object.entries(DAMAGES))
        yield named(damage, sample.name, inflict(sample.bytes, random));
      const other = samples[Math.floor(random() * samples.length)];
      yield named("renamed", other?.name ?? "", sample.bytes);
    }
  }
}
