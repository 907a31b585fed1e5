// A session's name → its questions, answers and settings in the user's state folder, and back.

import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { type AnswerOutcome, type Filters, PullquoteError, type Turn } from "../index.ts";
import { isOutcome, readIfPossible } from "./session-store.ts";

/** What holds between two questions. */
export interface SessionSettings {
  readonly filters: Filters;
  /** Who writes, as the user names it. */
  readonly model: string;
  /** Columns; absent where the terminal's count. */
  readonly width?: number;
}

/** The outcomes are as they were kept: their quotes are to be minted again before they are shown. */
export interface NamedSession extends SessionSettings {
  /** The folder that was asked, absolute. */
  readonly corpus: string;
  readonly turns: readonly Turn[];
  readonly outcomes: readonly AnswerOutcome[];
}

export interface SessionFile {
  readonly name: string;
  readonly path: string;
  /** Nothing where there is none yet. @throws PullquoteError `file-unreadable` for a damaged one */
  load(): NamedSession | undefined;
  /** Adds what was asked since to what the file holds by now. @throws PullquoteError `file-unwritable` */
  add(asked: Pick<NamedSession, "turns" | "outcomes">, settings: SessionSettings): void;
}

export interface ListedSession {
  readonly name: string;
  /** The day of the last change, `YYYY-MM-DD`. */
  readonly changed: string;
  /** Absent for a damaged file. */
  readonly session?: NamedSession;
}

const VERSION = 1;
const FOLDER = "sessions";
/** A file's name in every system; 40 letters of any script stay below what file names may have. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ._-]{0,38}[\p{L}\p{N}\p{M}])?$/u;
const LOCK_WAIT_MS = 3000;
const LOCK_LOOK_MS = 20;
const LOCK_STALE_MS = 10_000;

/** @throws PullquoteError `bad-setting` for what is no name */
export function openSessionFile(state: string, typed: string, corpus: string): SessionFile {
  const name = typed.normalize("NFC");
  if (!NAME.test(name)) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${JSON.stringify(typed)} is no name for a session: at most 40 letters and digits, with dots, dashes and spaces between them.`,
      hint: "pullquote chat --session budget-2026",
    });
  }
  const folder = join(state, FOLDER);
  const path = join(folder, `${name}.json`);
  const load = (): NamedSession | undefined => {
    const text = readIfThere(path);
    const session = text === undefined ? undefined : parseSession(text);
    if (text !== undefined && session === undefined) throw refuseDamaged(name, path);
    return session;
  };
  return {
    name,
    path,
    load,
    add: (asked, settings) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        underLock(path, () => {
          const kept = load() ?? { turns: [], outcomes: [] };
          const session = {
            ...{ version: VERSION, corpus, ...settings },
            turns: [...kept.turns, ...asked.turns],
            outcomes: [...kept.outcomes, ...asked.outcomes],
          };
          writeFileAtomic.sync(path, `${JSON.stringify(session)}\n`, { mode: 0o600 });
        });
      } catch (cause) {
        if (cause instanceof PullquoteError) throw cause;
        throw new PullquoteError({
          code: "file-unwritable",
          message: `The session ${name} cannot be kept (${(cause as NodeJS.ErrnoException).code}): ${path}`,
          hint: `Make ${folder} writable; what was answered is still there: /export answer.md`,
          cause,
        });
      }
    },
  };
}

/** The last changed first. */
export function listSessions(state: string): readonly ListedSession[] {
  const folder = join(state, FOLDER);
  const listed = readNames(folder).map((name) => {
    const path = join(folder, `${name}.json`);
    const time = statSync(path, { throwIfNoEntry: false })?.mtime ?? new Date(0);
    const session = parseSession(readIfPossible(path) ?? "");
    return { name, time, changed: time.toISOString().slice(0, 10), ...(session && { session }) };
  });
  return listed
    .sort((one, other) => other.time.getTime() - one.time.getTime())
    .map(({ time: _, ...rest }) => rest);
}

/** Damaged or not. @returns whether there was one. @throws the file system's error */
export function removeSession(state: string, name: string): boolean {
  const isThere = readNames(join(state, FOLDER)).includes(name.normalize("NFC"));
  if (isThere) rmSync(join(state, FOLDER, `${name.normalize("NFC")}.json`), { force: true });
  return isThere;
}

function readNames(folder: string): readonly string[] {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
    return files
      .map((file) => file.slice(0, -".json".length).normalize("NFC"))
      .filter((name) => NAME.test(name));
  } catch {
    return [];
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new PullquoteError({
      code: "file-unreadable",
      message: `${path} cannot be read (${code}).`,
      hint: "Make it readable, or name another session.",
      cause,
    });
  }
}

/** Two programs that keep answers in one session take turns; each adds to what the other wrote. */
function underLock(path: string, work: () => void): void {
  const lock = `${path}.lock`;
  const end = Date.now() + LOCK_WAIT_MS;
  while (!takeLock(lock, Date.now() > end)) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_LOOK_MS);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @throws the file system's error, and where another program has the lock, if it is late */
function takeLock(lock: string, isLate: boolean): boolean {
  try {
    closeSync(openSync(lock, "wx", 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || isLate) throw error;
    // A program that was killed while it wrote left it behind.
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LOCK_STALE_MS) rmSync(lock, { force: true });
    return false;
  }
}

/** Trusts nothing: the file may be damaged, or of another version. */
function parseSession(text: string): NamedSession | undefined {
  try {
    const { version, ...kept } = JSON.parse(text) as NamedSession & { version: unknown };
    const { corpus, model, width, filters, turns, outcomes } = kept;
    const isWhole =
      version === VERSION &&
      typeof corpus === "string" &&
      typeof model === "string" &&
      (width === undefined || (Number.isInteger(width) && width > 0)) &&
      isFilters(filters) &&
      turns.every(isTurn) &&
      outcomes.every(isOutcome);
    return isWhole ? kept : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === "string";

function isFilters(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((one) =>
    Array.isArray(one) ? one.every(isText) : isText(one),
  );
}

function isTurn(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { question, understood, articleIds } = value as Record<string, unknown>;
  const isUnderstood = understood === undefined || isText(understood);
  return isText(question) && isUnderstood && Array.isArray(articleIds) && articleIds.every(isText);
}

function refuseDamaged(name: string, path: string): PullquoteError {
  return new PullquoteError({
    code: "file-unreadable",
    message: `The session ${name} is damaged, or of another version of pullquote: ${path}`,
    hint: `Delete it: pullquote sessions --remove ${JSON.stringify(name)}`,
  });
}
