// A config file that was found, not named → what it sets beyond its own folder, and whether the user agreed.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { isRemotePlace, PullquoteError } from "../../index.ts";
import { findRealPath } from "./locate-corpus.ts";
import type { Settings } from "./resolve-settings.ts";

/** Settings that name a place; within the file's own folder they are harmless. */
const PLACES = ["corpus", "index", "prompts"] as const;
/** What comes with pullquote and stays on this machine. */
const BUILT_IN = { model: "extractive", embedder: "builtin" } as const;

interface Reach {
  readonly key: string;
  readonly value: string;
}

/**
 * What is in force because this file says so and reaches beyond its folder: places elsewhere, models that
 * are not built in, and what is passed to them or to a store. Who unpacks or clones a folder has not chosen any of it.
 */
export function listReaches({ values, origins, configFile }: Settings): readonly Reach[] {
  if (configFile === undefined) return [];
  const home = findRealPath(dirname(configFile));
  const isFromFile = (key: Parameters<typeof origins.get>[0]): boolean =>
    origins.get(key)?.kind === "file";
  const places = PLACES.flatMap((key) => {
    const value = values[key];
    if (value === undefined || !isFromFile(key)) return [];
    if (!isRemotePlace(value) && liesIn(findRealPath(value), home)) return [];
    return [{ key, value }];
  });
  const models = (["model", "embedder"] as const)
    .filter((key) => isFromFile(key) && values[key] !== BUILT_IN[key])
    .map((key) => ({ key, value: values[key] }));
  const pairs = (["option", "storage"] as const)
    .filter(isFromFile)
    .flatMap((key) => (values[key] ?? []).map((value) => ({ key, value })));
  return [...places, ...models, ...pairs];
}

const liesIn = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** @throws PullquoteError `bad-config`, which names the file and what it sets */
export function refuseUntrusted(settings: Settings, stateFolder: string): void {
  const { configFile } = settings;
  if (configFile === undefined || settings.isConfigNamed) return;
  const reaches = listReaches(settings);
  if (reaches.length === 0 || isTrusted(configFile, stateFolder)) return;
  const told = reaches.map(({ key, value }) => `${key} ${JSON.stringify(value)}`).join(", ");
  throw new PullquoteError({
    code: "bad-config",
    message: `${configFile} sets ${told}, which reaches beyond its folder, and you have not said yes to it.`,
    hint: "Look at the file; to say yes to it as it is now: pullquote trust",
  });
}

/** By the file's path and content: a changed file asks anew. */
export function isTrusted(configFile: string, stateFolder: string): boolean {
  return readTrusted(stateFolder)[findRealPath(configFile)] === digest(configFile);
}

/** Remembers, or forgets, the yes to the file as it is now. @throws the file system's error */
export function setTrust(configFile: string, stateFolder: string, yes: boolean): void {
  const trusted = { ...readTrusted(stateFolder) };
  const path = findRealPath(configFile);
  if (yes) trusted[path] = digest(configFile);
  else delete trusted[path];
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(trusted, undefined, 2)}\n`;
  writeFileAtomic.sync(join(stateFolder, TRUST_FILE), text, { mode: 0o600 });
}

const TRUST_FILE = "trusted.json";

const digest = (file: string): string =>
  createHash("sha256").update(readFileSync(file)).digest("hex");

/** What cannot be read is no yes. */
function readTrusted(stateFolder: string): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(stateFolder, TRUST_FILE), "utf8"));
    return typeof kept === "object" && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}
