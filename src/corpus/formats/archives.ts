// Archives (zip, tar, gzip) → the articles of the files in them, each under its path inside: `a.zip#inner/page.html`.

import {
  beginsWith,
  DEEPEST,
  type Extraction,
  type ExtractOptions,
  type Format,
  type Refused,
  refuse,
  TOO_DEEP,
} from "./format.ts";
import { ArticleGathering, extractInner } from "./gather-articles.ts";
import { isTar, listTar } from "./tar.ts";
import { allowanceLeft, refuseSize, unpack } from "./unpack.ts";
import { WARC } from "./warc.ts";
import { openZip, type PackedFile, type ZipEntries } from "./zip.ts";

/** A zip is a document, a book or an archive by what lies in it. */
export const ZIP: Format = {
  name: "zip",
  endings: [".zip", ".docx", ".docm", ".odt", ".epub"],
  matches: (file) => beginsWith(file, "PK\u0003\u0004") || beginsWith(file, "PK\u0005\u0006"),
  async extract({ bytes }, options) {
    if (options.depth > DEEPEST) return refuse("too-deep", TOO_DEEP);
    const entries = await openZip(bytes, options);
    if (!(entries instanceof Map)) return { articles: [], refused: [entries as Refused] };
    return (chooseReader(entries) ?? readArchive)(entries, options);
  },
};

type ReadZip = (entries: ZipEntries, options: ExtractOptions) => Promise<Extraction>;

/** What reads a document is loaded when there is one. */
function chooseReader(entries: ZipEntries): ReadZip | undefined {
  if (entries.has("META-INF/container.xml"))
    return async (...book) => (await import("./epub.ts")).readEpub(...book);
  const document = findDocument(entries);
  if (document !== undefined)
    return async () => (await import("./docx.ts")).readDocx(entries, document);
  if (entries.has("content.xml") && entries.has("META-INF/manifest.xml"))
    return async () => (await import("./odt.ts")).readOdt(entries);
  const other = OTHER_DOCUMENTS.find(([name]) => entries.has(name))?.[1];
  return other === undefined
    ? undefined
    : async () => refuse("other-kind", `it is ${other}, which is not read`);
}

/** Some writers count it: `document2.xml`. */
const findDocument = (entries: ZipEntries): string | undefined =>
  [...entries.keys()].find((name) => /^word\/document\d*\.xml$/.test(name));

const OTHER_DOCUMENTS = [
  ["xl/workbook.xml", "a spreadsheet (save it as CSV)"],
  ["xl/workbook.bin", "a spreadsheet (save it as CSV)"],
  ["ppt/presentation.xml", "a presentation (save it as PDF)"],
] as const;

const readArchive: ReadZip = (entries, options) => readFiles([...entries.values()], options);

/** What Word encrypts is no zip but a file of the kind that older Office wrote. */
export const OLD_OFFICE: Format = {
  name: "old Office file",
  endings: [],
  matches: (file) => beginsWith(file, "\u00d0\u00cf\u0011\u00e0"),
  async extract({ bytes }) {
    const isEncrypted = Buffer.from(bytes).includes("EncryptedPackage", 0, "utf16le");
    return isEncrypted
      ? refuse("encrypted", "it is encrypted; save it in Word without a password")
      : refuse("other-kind", "it is a file of an old Office; save it as .docx, a table as CSV");
  },
};

export const TAR: Format = {
  name: "tar",
  endings: [".tar"],
  matches: isTar,
  async extract({ bytes }, options) {
    if (options.depth > DEEPEST) return refuse("too-deep", TOO_DEEP);
    const { files, fault } = listTar(bytes);
    const { articles, refused } = await readFiles(files, options);
    return { articles, refused: fault === undefined ? refused : [...refused, fault] };
  },
};

export const GZIP: Format = {
  name: "gzip",
  endings: [".gz", ".tgz"],
  matches: (file) => beginsWith(file, "\u001f\u008b\b"),
  async extract({ name, bytes }, options) {
    if (options.depth > DEEPEST) return refuse("too-deep", TOO_DEEP);
    const unpacked = unpack(bytes, "gzip", options, allowanceLeft(options));
    if (!(unpacked instanceof Uint8Array)) return { articles: [], refused: [unpacked] };
    const file = { name: nameUnpacked(name), bytes: unpacked };
    const holdsMany = [TAR, WARC].some((format) => format.matches(file));
    if (!holdsMany && unpacked.length > options.maxBytes)
      return refuse("too-large", "unpacked it is larger than a file that is read");
    return extractInner({ file, outer: [{ kind: "entry", name: file.name }] }, options);
  },
};

/** `news.tgz` → `news.tar`, `page.html.gz` → `page.html`. */
const nameUnpacked = (name: string): string =>
  name.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "") || "file";

/** What a listing of a folder passes over too, and what systems add. */
const PASSED_OVER = /(?:^|\/)(?:\.[^/]*|node_modules|__MACOSX)(?:\/|$)/;

async function readFiles(
  files: readonly PackedFile[],
  options: ExtractOptions,
): Promise<Extraction> {
  const gathering = new ArticleGathering();
  const taken = new Set<string>();
  for (const file of files) {
    const path = cleanPath(file.name);
    if (path === "" || PASSED_OVER.test(path)) continue;
    const found = await readFile(file, path, options);
    if (typeof found === "string") gathering.passOver(found);
    else if (taken.has(path))
      gathering.refuse(path, { reason: "damaged", detail: "a second file has the same name" });
    else {
      taken.add(path);
      gathering.add(path, found);
    }
  }
  return gathering.finish("its files of other kinds", "there is no file in it");
}

/** What lies in a file, or the ending of its name, where it is of another kind. */
async function readFile(
  { read }: PackedFile,
  path: string,
  options: ExtractOptions,
): Promise<Extraction | string> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const ending = /\.[^.]+$/.exec(name)?.[0].toLowerCase();
  // What a name tells need not be unpacked.
  if (ending !== undefined && !options.isArticle({ name, bytes: new Uint8Array() })) return ending;
  const bytes = await read();
  if (!(bytes instanceof Uint8Array)) return refuse(bytes.reason, bytes.detail);
  if (!options.isArticle({ name, bytes })) return ending ?? "without an ending";
  if (bytes.length > options.maxBytes) return { articles: [], refused: [refuseSize(options)] };
  const inner = {
    file: { name, bytes },
    part: path,
    outer: [{ kind: "entry", name: path }],
  } as const;
  return extractInner(inner, options);
}

/** A name that leads out of the archive, or is none on some system, is a name inside like any other. */
function cleanPath(name: string): string {
  const steps = name
    .replace(/\\/g, "/")
    .replace(/^[a-z]:/i, "")
    .split("/");
  // Names may hold what a terminal obeys.
  const clean = steps.map((step) => step.replace(/\p{Cc}/gu, ""));
  return clean.filter((step) => step !== "" && step !== "." && step !== "..").join("/");
}
