// Names of files, patterns and `-` → the texts to be checked.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type DocumentToCheck,
  findProofFiles,
  type ProofFile,
  PullquoteError,
  readWordDocument,
} from "../index.ts";
import { digest } from "./output-file.ts";
import { findTypedPath } from "./settings/locate-corpus.ts";

/** Longer documents are no drafts, and would take long. */
const MOST_BYTES: number = 20 * 1024 * 1024;

/** What is no text although it may look like some, by how it begins or how its name ends. */
const FOREIGN: readonly {
  readonly what: string;
  readonly sign: RegExp;
  readonly ending: RegExp;
}[] = [
  { what: "a PDF", sign: /^[\s\S]{0,16}%PDF-/, ending: /\.pdf$/i },
  { what: "PostScript", sign: /^%!PS/, ending: /\.e?ps$/i },
  { what: "rich text (RTF)", sign: /^\{\\rtf/, ending: /\.rtf$/i },
  {
    what: "a document of a word processor, or an archive",
    sign: /^(?:PK\p{Cc}\p{Cc}|\u00d0\u00cf\p{Cc}\u00e0|\p{Cc}\u008b)/u,
    ending: /\.(?:doc|dotx?|odt|ott|pages|wpd|epub|mobi|pptx?|odp|key|xlsx?|ods|numbers|zip|gz)$/i,
  },
  {
    what: "an image",
    sign: /^(?:\u0089PNG|GIF8|\u00ff\u00d8\u00ff)/,
    ending: /\.(?:png|jpe?g|gif|webp|svg|tiff?)$/i,
  },
  {
    what: "a mail or a web archive with encoded parts",
    sign: /^(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*(?:MIME-Version|Content-Transfer-Encoding):/i,
    ending: /\.(?:eml|mht|mhtml|msg)$/i,
  },
];

/**
 * Each file once, in the order named. A pattern's `*` and `?` stand for parts of a file's name, not
 * of its folder.
 * @throws PullquoteError `file-unreadable`
 */
export async function readDocuments(
  names: readonly string[],
  stdin: AsyncIterable<Buffer | string>,
): Promise<readonly DocumentToCheck[]> {
  const files = new Set(names.flatMap(expandPattern));
  const documents: DocumentToCheck[] = [];
  for (const name of files) {
    documents.push(name === "-" ? await readAll(stdin) : await readFile(name));
  }
  return documents;
}

function expandPattern(typed: string): readonly string[] {
  const name = typed === "-" ? typed : findTypedPath(typed);
  const isThere = statSync(name, { throwIfNoEntry: false }) !== undefined;
  if (name === "-" || !/[*?]/.test(basename(name)) || isThere) return [name];
  const folder = dirname(name);
  const parts = basename(name).replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`^${parts.replace(/\*+/g, "[^/]*").replace(/\?/g, "[^/]")}$`, "u");
  const found = reading(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .filter((file) => pattern.test(file) || pattern.test(file.normalize("NFC")))
    .sort();
  if (found.length === 0) throw unreadable(name, "no file fits the pattern");
  return found.map((file) =>
    name.startsWith(folder) && folder !== "." ? join(folder, file) : file,
  );
}

/** @throws PullquoteError `file-unreadable` */
function reading<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof PullquoteError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    const words: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      ERR_ENCODING_INVALID_ENCODED_DATA: "it is no text in UTF-8",
    };
    throw unreadable(name, words[code] ?? code, cause);
  }
}

async function readFile(name: string): Promise<DocumentToCheck> {
  const bytes = reading(name, () => {
    if (statSync(name).size > MOST_BYTES) throw unreadable(name, "it is longer than 20 MB");
    return readFileSync(name);
  });
  const document = await decode(name, bytes);
  const files = findProofFiles(document);
  if (files.length === 0) return document;
  const beside = files.flatMap((file) => readProofFile(join(dirname(name), file), file));
  return { ...document, beside };
}

/** A zip is Word's, or none that is read. */
async function decode(name: string, bytes: Buffer): Promise<DocumentToCheck> {
  const isWord = bytes.toString("latin1", 0, 4) === "PK\u0003\u0004" && !NO_WORD.test(name);
  if (!isWord) return { name, text: reading(name, () => decodeDocument(name, bytes)) };
  const read = await readWordDocument(name, bytes);
  if (typeof read === "string") throw unreadable(name, read);
  return read;
}

/** Zips of other programs, by their names. */
const NO_WORD = /\.(?:odt|ott|pages|epub|pptx?|odp|key|xlsx?|ods|numbers|zip)$/i;

/** Nothing where it cannot be read: `verify` then says so. Each proof as compact JSON, as it was digested. */
function readProofFile(path: string, file: string): readonly ProofFile[] {
  try {
    if (statSync(path).size > MOST_BYTES) return [];
    const { proofs } = JSON.parse(readFileSync(path, "utf8")) as { readonly proofs?: unknown };
    const texts = Array.isArray(proofs) ? proofs.map((proof) => JSON.stringify(proof) ?? "") : [];
    return [{ file, proofs: texts.map((text) => ({ text, sha256: digest(text) })) }];
  } catch (cause) {
    return cause instanceof SyntaxError ? [{ file, proofs: [] }] : [];
  }
}

async function readAll(stdin: AsyncIterable<Buffer | string>): Promise<DocumentToCheck> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stdin) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size > MOST_BYTES) throw unreadable("-", "standard input is longer than 20 MB");
  }
  return decode("-", Buffer.concat(parts));
}

/** UTF-8, or UTF-16 where a byte order mark says so. @throws TypeError for other bytes */
function decodeDocument(name: string, bytes: Buffer): string {
  const head = bytes.toString("latin1", 0, 512);
  const foreign = FOREIGN.find(({ sign, ending }) => sign.test(head) || ending.test(name));
  if (foreign !== undefined) throw unreadable(name, `it is ${foreign.what}, which is not read`);
  const mark = bytes.toString("hex", 0, 2);
  const encoding = { fffe: "utf-16le", feff: "utf-16be" }[mark] ?? "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function unreadable(name: string, why: string, cause?: unknown): PullquoteError {
  return new PullquoteError({
    code: "file-unreadable",
    message: `${name} cannot be read: ${why}.`,
    hint: "Name documents of Word, in Markdown, HTML or plain text: pullquote verify draft.md",
    cause,
  });
}
