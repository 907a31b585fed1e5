// A folder (or one file) of articles → the ArticleSource port.

import { lstatSync, realpathSync } from "node:fs";
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { PullquoteError } from "../../core/errors.ts";
import type { ArticleSource, ListedEntry, ReadResult } from "../../core/ports/article-source.ts";
import type { ScanReader } from "../../core/ports/scan-reader.ts";
import type { Columns } from "../../corpus/formats/format.ts";
import { ARTICLE_ENDINGS } from "../../corpus/formats/read-file.ts";
import { ArticleFiles, pickArticle } from "./read-article-file.ts";
import {
  faultCode,
  isArticleFile,
  refuseUnreadable,
  skip,
  skipFaulty,
  walkFolder,
} from "./walk-folder.ts";

/** Longest file read when nothing else is set: far above any article, far below any memory. */
export const DEFAULT_MAX_FILE_BYTES: number = 20 * 1024 * 1024;

const READS_AT_A_STROKE = 32;

export interface CorpusOptions {
  readonly maxFileBytes?: number;
  /** Which columns of a table hold what. */
  readonly columns?: Columns | undefined;
  /** Reads scans; without it they are refused. */
  readonly scans?: ScanReader | undefined;
}

interface Root {
  /** Real path of the folder. */
  readonly folder: string;
  /** The one file that is the corpus, when it is no folder. */
  readonly only: string | undefined;
}

/**
 * Files are found by the endings of their names, and read as what their bytes say. Ids are paths relative
 * to the folder, with `/`, and `#part` where a file holds several articles; no id reaches a file outside
 * it, whatever links say. Hidden entries and `node_modules` are passed over. Nothing is opened before
 * `list` or `read`.
 */
export function openCorpusFolder(location: string, options: CorpusOptions = {}): ArticleSource {
  const maxFileBytes = options.maxFileBytes ?? DEFAULT_MAX_FILE_BYTES;
  const { columns, scans } = options;
  const files = new ArticleFiles({ maxBytes: maxFileBytes, columns, scans });
  let root: Root | undefined;
  let reads = 0;
  const readFile = async (id: string, signal?: AbortSignal): Promise<readonly ReadResult[]> => {
    root ??= await findRoot(location);
    reads += 1;
    // Files are read without waiting: signals and timers need their turn now and then.
    if (reads % READS_AT_A_STROKE === 0) await new Promise((resume) => setImmediate(resume));
    const path = placeId(root, id);
    return typeof path === "string" ? files.read(id, path, signal) : [path];
  };
  return {
    location: resolve(location),
    reading: describeReading(columns),
    async *list(signal?: AbortSignal): AsyncIterable<ListedEntry> {
      root = await findRoot(location);
      yield* walkFolder(root.folder, { maxFileBytes, signal, only: root.only });
    },
    readFile,
    async read(id: string, signal?: AbortSignal): Promise<ReadResult> {
      root ??= await findRoot(location);
      const file = findFile(root, id);
      return pickArticle(id, file, await readFile(file, signal));
    },
  };
}

/** Which text a file gives depends on its columns. */
export const describeReading = (columns: Columns = {}): string =>
  JSON.stringify(Object.entries(columns).sort());

/** The id of the file that an article lies in: the shortest part of its id before a `#` that is one. */
function findFile(root: Root, id: string): string {
  for (let at = id.indexOf("#"); at >= 0; at = id.indexOf("#", at + 1)) {
    const file = id.slice(0, at);
    const path = placeId(root, file);
    if (typeof path === "string" && lstatSync(path).isFile()) return file;
  }
  return id;
}

async function findRoot(location: string): Promise<Root> {
  const noCorpus = (message: string, cause?: unknown): PullquoteError =>
    new PullquoteError({
      code: "no-corpus",
      message,
      hint: "Name a folder of articles: --corpus DIR",
      cause,
    });
  try {
    const real = await realpath(location);
    const entry = await lstat(real);
    if (entry.isDirectory()) return { folder: real, only: undefined };
    if (entry.isFile() && isArticleFile(real)) {
      return { folder: dirname(real), only: basename(real) };
    }
  } catch (cause) {
    const isThere = !["ENOENT", "ENOTDIR"].includes(faultCode(cause));
    throw isThere
      ? refuseUnreadable(location, cause)
      : noCorpus(`There is no folder ${location}.`, cause);
  }
  throw noCorpus(
    `${location} is neither a folder nor a file that holds articles (${ARTICLE_ENDINGS.join(", ")}).`,
  );
}

/** The path of an id inside the corpus, or the reason why there is none. */
function placeId(root: Root, id: string): string | ReturnType<typeof skip> {
  const outside = skip(id, "outside-corpus", "not inside the corpus");
  const steps = id.split("/");
  const foreign = steps.some((step) => ["", ".", ".."].includes(step) || step.includes("\0"));
  const separated = sep === "\\" && /[\\:]/.test(id);
  if (foreign || separated) return outside;
  if (root.only !== undefined && id !== root.only) return outside;
  const path = join(root.folder, ...steps);
  try {
    return realpathSync.native(path) === path && isArticleFile(path) ? path : outside;
  } catch (cause) {
    return skipFaulty(id, cause);
  }
}
