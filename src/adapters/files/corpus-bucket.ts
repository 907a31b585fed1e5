// Where articles lie → the ArticleSource port; here a bucket's prefix: listed by pages, each object read when its article is wanted.

import { createHash } from "node:crypto";
import type { ArticleSource, ListedEntry, ReadResult } from "../../core/ports/article-source.ts";
import { isArticleName } from "../../corpus/formats/read-file.ts";
import {
  type Address,
  chooseStorage,
  type Environment,
  readAddress,
  refuseIndexWithin,
  type StorageSettings,
} from "../object-stores/check-address.ts";
import type { ToldObject } from "../object-stores/object-client.ts";
import { openBucket } from "../object-stores/open-bucket.ts";
import { explainRefusal } from "../object-stores/store-faults.ts";
import {
  type CorpusOptions,
  DEFAULT_MAX_FILE_BYTES,
  describeReading,
  openCorpusFolder,
} from "./corpus-folder.ts";
import { ArticleFiles, pickArticle } from "./read-article-file.ts";
import { isPassedOver, listBySize, skip, stopIfAborted } from "./walk-folder.ts";

interface CorpusPlaces {
  readonly corpus: string;
  readonly index: string;
  /** How both are reached. */
  readonly storage?: StorageSettings;
}

/** @throws PullquoteError `bad-setting` for an address or a setting that is not known, or an index among the articles */
export function openCorpus(
  { corpus, index, storage }: CorpusPlaces,
  options: CorpusOptions,
): ArticleSource {
  const own = chooseStorage(storage, corpus, index);
  const address = readAddress(corpus, own, "corpus");
  if (address === undefined) return openCorpusFolder(corpus, options);
  refuseIndexWithin(address, index);
  return openCorpusBucket(address, options, own);
}

/** Ids are keys without the prefix. A store that fails is an error; an object that cannot be read is skipped. */
export function openCorpusBucket(
  address: Address,
  { maxFileBytes = DEFAULT_MAX_FILE_BYTES, columns, scans }: CorpusOptions = {},
  storage: StorageSettings = {},
  environment: Environment = process.env,
): ArticleSource {
  const { name, prefix } = address;
  const { client } = openBucket(address, storage, environment);
  const files = new ArticleFiles({ maxBytes: maxFileBytes, columns, scans });
  const placeId = (id: string): string => `${name}/${id}`;

  const listObject = (object: ToldObject): ListedEntry | undefined => {
    const { key, size } = object;
    const id = key.slice(prefix.length);
    // Consoles mark their folders by such objects.
    if (size === 0 && (id === "" || id.endsWith("/"))) return undefined;
    if (!key.startsWith(prefix)) return skip(key, "outside-corpus", "not inside the corpus");
    if (isStrange(id)) return skip(id, "bad-name", STRANGE);
    if (id.split("/").some(isPassedOver)) return undefined;
    if (!isArticleName(id)) return { kind: "other", id };
    return listBySize({ id, path: placeId(id), size, modified: signTime(object) }, maxFileBytes);
  };

  const readFile = async (id: string, signal?: AbortSignal): Promise<readonly ReadResult[]> => {
    stopIfAborted(`Reading ${id}`, signal);
    if (isStrange(id) || !isArticleName(id))
      return [skip(id, "outside-corpus", "not inside the corpus")];
    try {
      const found = await client.getBytes(prefix + id, maxFileBytes, signal);
      if (found === undefined) return [skip(id, "vanished", "it is no longer there")];
      const { bytes } = found;
      if (bytes.length === 0) return [skip(id, "empty", "the file is empty")];
      return await files.extract(id, placeId(id), { bytes, modified: signTime(found) }, signal);
    } catch (error) {
      stopIfAborted(`Reading ${id}`, signal);
      const detail = explainRefusal(error);
      if (detail === undefined) throw error;
      return [skip(id, "unreadable", detail)];
    }
  };

  return {
    location: name,
    reading: describeReading(columns),
    async *list(signal?: AbortSignal): AsyncIterable<ListedEntry> {
      stopIfAborted("Listing the corpus", signal);
      try {
        for await (const page of client.list(prefix, "all", signal)) {
          for (const object of page) {
            const entry = listObject(object);
            if (entry !== undefined) yield entry;
          }
          stopIfAborted("Listing the corpus", signal);
        }
      } catch (error) {
        stopIfAborted("Listing the corpus", signal);
        throw error;
      }
    },
    readFile,
    async read(id: string, signal?: AbortSignal): Promise<ReadResult> {
      for (const file of listFiles(id)) {
        const found = pickArticle(id, file, await readFile(file, signal));
        const isElsewhere = found.kind === "skipped" && found.reason === "vanished";
        if (!isElsewhere || file === id) return found;
      }
      return skip(id, "vanished", "it is no longer there");
    },
  };
}

/** The files that an article may lie in: what stands before a `#`, and last the id itself. */
const listFiles = (id: string): readonly string[] =>
  Array.from(id.matchAll(/#/g), ({ index }) => id.slice(0, index))
    .filter(isArticleName)
    .concat(id);

/** Longer ones no store has. */
const LONGEST_KEY = 1024;
const STRANGE = "its key has an empty step, dots or a sign that no path has; give it another key";

/** Keys that addresses and file systems read as another one's. */
function isStrange(id: string): boolean {
  const isStep = (step: string): boolean => !["", ".", ".."].includes(step);
  return !id.split("/").every(isStep) || /[\0\p{Surrogate}]/u.test(id) || id.length > LONGEST_KEY;
}

/** Far below what a number of milliseconds can tell apart, far above what two writes in one second would meet by chance. */
const SIGNS = 4_000_000;
const SIGNS_A_MILLISECOND = 4096;

/**
 * Stores tell seconds, in which an object can be written twice. So the last change is told to the second, and below
 * it stands a sign of the ETag.
 */
function signTime({ etag, modified }: Pick<ToldObject, "etag" | "modified">): number {
  const digest = createHash("sha256").update(etag).digest("hex");
  return modified + (Number.parseInt(digest.slice(0, 8), 16) % SIGNS) / SIGNS_A_MILLISECOND;
}
