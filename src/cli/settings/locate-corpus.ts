// Settings and the folder where the user stands → which corpus, and where its index lies.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isRemotePlace, PullquoteError } from "../../index.ts";
import type { Settings } from "./resolve-settings.ts";

export interface Location {
  readonly corpus: string;
  readonly index: string;
  /** Not looked at where it is a bucket. */
  readonly corpusExists: boolean;
}

interface Surroundings {
  /** The folder where the user stands. */
  readonly folder: string;
  readonly packageFolder: string;
  readonly cacheFolder: string;
}

/**
 * `./corpus` has its index in `./index`, and so has a config file's own `corpus`. Any other corpus
 * has it in the cache folder, named after the corpus's real path: nobody's articles are littered.
 */
export function locateCorpus(settings: Settings, surroundings: Surroundings): Location {
  const { folder, packageFolder, cacheFolder } = surroundings;
  const { values, configFile } = settings;
  const standard = join(folder, "corpus");
  const sample = join(packageFolder, "corpus");
  const named = values.sample ? sample : (values.corpus ?? standard);
  const isRemote = isRemotePlace(named);
  const corpus = isRemote ? named.replace(/\/+$/, "") : findRealPath(findTypedPath(named));
  const homes = [folder, ...(configFile === undefined ? [] : [dirname(configFile)])];
  // The tarball has no src: there the package's folder is not ours to write.
  if (existsSync(join(packageFolder, "src"))) homes.push(packageFolder);
  const home = homes.find((candidate) => findRealPath(join(candidate, "corpus")) === corpus);
  const usual = home === undefined ? undefined : join(home, "index");
  return {
    corpus,
    index: values.index ?? usual ?? join(cacheFolder, "indexes", nameIndex(corpus)),
    corpusExists: isRemote || existsSync(corpus),
  };
}

/** @throws PullquoteError `no-corpus` where the corpus is not there. */
export function requireCorpus(settings: Settings, location: Location): void {
  if (location.corpusExists) return;
  const { values, origins } = settings;
  const isNamed = values.corpus !== undefined;
  throw new PullquoteError({
    code: "no-corpus",
    message: isNamed
      ? `The corpus ${location.corpus} does not exist (set by ${origins.get("corpus")?.name}).`
      : `There is no folder ./corpus here, and no --corpus was given (looked in ${location.corpus}).`,
    hint: `Name ${isNamed ? "an existing folder" : "your folder of articles"} with --corpus DIR, or try the shipped one with --sample.`,
  });
}

/** The real path, as far as it exists: an index must be found after its corpus was deleted. */
export function findRealPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(findRealPath(parent), basename(absolute));
  }
}

function nameIndex(corpus: string): string {
  const readable = basename(corpus)
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .slice(0, 40);
  const digest = createHash("sha256").update(corpus).digest("hex").slice(0, 12);
  return `${readable || "corpus"}-${digest}`;
}

/**
 * The path itself where something is there, or where nothing like it is: a name typed as `é` finds the
 * file whose name is `e` with an accent behind it, and the other way round. Two such files are not
 * guessed between.
 */
export function findTypedPath(path: string): string {
  if (existsSync(path) || /^[\0-\x7f]*$/.test(path)) return path;
  const parent = dirname(path);
  const folder = parent === path ? path : findTypedPath(parent);
  const wanted = basename(path).normalize("NFC");
  const fitting = listNames(folder).filter((name) => name.normalize("NFC") === wanted);
  return fitting.length === 1 && fitting[0] !== undefined ? join(folder, fitting[0]) : path;
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
