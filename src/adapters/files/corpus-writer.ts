// New files → into the folder of a corpus, never over one that is there; and the files that a user names.

import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { PullquoteError } from "../../core/errors.ts";
import type { CorpusWriter, OpenedFile, Refusal } from "../../core/ports/additions.ts";
import { ARTICLE_ENDINGS } from "../../corpus/formats/read-file.ts";
import { isRemotePlace, splitAddress } from "../object-stores/check-address.ts";
import { describeSize, explainFault, faultCode, isArticleFile } from "./walk-folder.ts";

/** More than the head of a record that pullquote saved. */
const HEAD_BYTES = 4_096;

/**
 * The folder must be there when it is first used.
 * @throws PullquoteError `file-unwritable` for a bucket
 */
export function openCorpusWriter(location: string, maxBytes: number): CorpusWriter {
  if (isRemotePlace(location)) {
    throw new PullquoteError({
      code: "file-unwritable",
      message: `${location} is a bucket, which pullquote reads and never writes: nothing was added.`,
      hint: `Add to a folder, then put what is in it there: pullquote add … --corpus DIR && ${nameUpload(location)}`,
    });
  }
  return {
    maxBytes,
    async *savedHeads() {
      const root = realpathSync.native(location);
      for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
        if (!/\.warc$/i.test(name)) continue;
        const head = readHead(join(root, name));
        if (head !== undefined) yield { id: name.replaceAll(sep, "/"), head };
      }
    },
    async write(id, bytes) {
      try {
        return await writeNew(realpathSync.native(location), id, bytes);
      } catch (cause) {
        throw cause instanceof PullquoteError ? cause : translate(location, id, cause);
      }
    },
    open: async (path) => openFile(path, location, maxBytes),
  };
}

function nameUpload(location: string): string {
  const { scheme, container, path } = splitAddress(location);
  if (scheme !== "az") return `aws s3 cp --recursive DIR ${location}`;
  return `az storage blob upload-batch -s DIR -d ${container}${path === "" ? "" : ` --destination-path ${path}`}`;
}

function readHead(path: string): Uint8Array | undefined {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  try {
    const file = openSync(path, "r");
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** The name is taken by an empty file first, so that of two programs only one gets it; then all is put there at once. */
async function writeNew(root: string, id: string, bytes: Uint8Array): Promise<string> {
  const wanted = join(root, ...id.split("/"));
  mkdirSync(dirname(wanted), { recursive: true });
  const folder = realpathSync.native(dirname(wanted));
  if (folder !== root && !folder.startsWith(root + sep))
    throw refuseWrite(`${dirname(id)} is a link out of the corpus: nothing is written there.`);
  const ending = extname(wanted);
  const stem = basename(wanted, ending);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? stem + ending : `${stem}-${number}${ending}`);
    if (!takeName(path)) continue;
    try {
      await writeFileAtomic(path, Buffer.from(bytes));
    } catch (cause) {
      rmSync(path, { force: true });
      throw cause;
    }
    return relative(root, path).replaceAll(sep, "/");
  }
}

function takeName(path: string): boolean {
  try {
    closeSync(openSync(path, "wx"));
    return true;
  } catch (cause) {
    if (faultCode(cause) === "EEXIST") return false;
    throw cause;
  }
}

const refuseWrite = (message: string): PullquoteError =>
  new PullquoteError({
    code: "file-unwritable",
    message,
    hint: "Name a folder that you may write: --corpus DIR",
  });

function translate(location: string, id: string, cause: unknown): PullquoteError {
  if (!["ENOSPC", "EDQUOT"].includes(faultCode(cause)))
    return refuseWrite(`${id} cannot be written in ${location}: ${explainFault(cause)}.`);
  return new PullquoteError({
    code: "disk-full",
    message: `The disk is full: ${id} was not written.`,
    hint: "Free some space and try again.",
    cause,
  });
}

function openFile(path: string, location: string, maxBytes: number): OpenedFile | Refusal {
  try {
    const found = statSync(path);
    if (!found.isFile()) return refuse("it is a folder or a device; name its files");
    if (!isArticleFile(realpathSync.native(path)))
      return refuse(`it is of no kind that is read (${ARTICLE_ENDINGS.join(", ")})`);
    if (found.size > maxBytes) return refuse(describeSize(found.size, maxBytes));
    const bytes = readFileSync(path);
    const name = basename(path);
    const present = findPresent(realpathSync.native(path), name, bytes, location);
    return { kind: "file", name, bytes, present };
  } catch (cause) {
    if (faultCode(cause) === "") throw cause;
    const isLost = faultCode(cause) === "ENOENT";
    return refuse(
      isLost ? "there is no such file; an address begins with https://" : explainFault(cause),
    );
  }
}

const refuse = (detail: string): Refusal => ({ kind: "refused", reason: "unreadable", detail });

function findPresent(
  real: string,
  name: string,
  bytes: Buffer,
  location: string,
): string | undefined {
  const root = realpathSync.native(location);
  if (real.startsWith(root + sep)) return relative(root, real).replaceAll(sep, "/");
  const there = join(root, name);
  const isFile = lstatSync(there, { throwIfNoEntry: false })?.isFile() === true;
  return isFile && readFileSync(there).equals(bytes) ? name : undefined;
}
