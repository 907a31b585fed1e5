// A lock file's path → the right to write, held by one process at a time.

import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rm, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PullquoteError } from "../../core/errors.ts";
import type { LockOptions, LockOutcome } from "../../core/ports/passage-store.ts";
import {
  dropToken,
  holdToken,
  isOwnerDead,
  type LockOwner,
  nameMachine,
  parseOwner,
} from "./lock-owner.ts";
import { translateError } from "./translate-errors.ts";

const POLL_MS = 100;
const HEARTBEAT_MS = 5000;
/** An owner whose death cannot be seen is given up when its file stood still for so long. */
const SILENCE_MS = 30_000;
/** The right to remove a dead owner's file is held for microseconds; older, its holder was killed. */
const TAKEOVER_MS = 5000;

/** What a waiter last saw of the file, and since when by its own clock. */
interface Watch {
  text: string;
  beat: number;
  since: number;
}

/**
 * Creating the file is the lock: every file system does that for one process only. Its time is
 * touched while it is held. A waiter judges silence by its own clock, so clocks need not agree.
 */
export async function lockForWriting(
  lockFile: string,
  { wait, signal }: LockOptions,
): Promise<LockOutcome> {
  const folder = dirname(lockFile);
  const owner: LockOwner = { token: randomUUID(), pid: process.pid, host: nameMachine() };
  const watch: Watch = { text: "", beat: 0, since: 0 };
  for (;;) {
    if (signal?.aborted === true) throw reportInterrupted();
    const attempt = await tryLock(lockFile, owner, watch);
    if (attempt === "locked") return hold(lockFile, owner);
    if (attempt instanceof PullquoteError) {
      return { kind: "refused", reason: "index-read-only", error: attempt };
    }
    if (attempt === "freed") continue;
    if (!wait) return { kind: "refused", reason: "index-locked", error: reportLocked(folder) };
    await pause(signal);
  }
}

/** @returns `freed` when a dead owner's lock is gone, an error where this process may not write. */
async function tryLock(
  lockFile: string,
  owner: LockOwner,
  watch: Watch,
): Promise<"locked" | "freed" | "taken" | PullquoteError> {
  const folder = dirname(lockFile);
  try {
    await mkdir(folder, { recursive: true });
    if (await createLock(lockFile, owner)) return "locked";
    return (await removeDeadLock(lockFile, watch)) ? "freed" : "taken";
  } catch (error) {
    const known = translateError(folder, error);
    if (known.code === "index-read-only") return known;
    throw known;
  }
}

async function createLock(lockFile: string, owner: LockOwner): Promise<boolean> {
  // Before the file exists, or another waiter in this process could take its owner for dead.
  holdToken(owner.token);
  try {
    const file = await open(lockFile, "wx");
    await fillLock(lockFile, file, owner);
    return true;
  } catch (error) {
    dropToken(owner.token);
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function fillLock(lockFile: string, file: FileHandle, owner: LockOwner): Promise<void> {
  try {
    await file.writeFile(JSON.stringify(owner));
  } catch (error) {
    // On a full disk the file is there but empty: it must not keep others waiting.
    await rm(lockFile, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

function hold(lockFile: string, owner: LockOwner): LockOutcome {
  const beat = (): void => {
    const now = new Date();
    // A missed beat is no fault; the next one follows.
    utimes(lockFile, now, now).catch(() => undefined);
  };
  const timer = setInterval(beat, HEARTBEAT_MS);
  timer.unref();
  let released: Promise<void> | undefined;
  const release = (): Promise<void> => {
    clearInterval(timer);
    released ??= removeOwn(lockFile, owner);
    return released;
  };
  return { kind: "locked", release };
}

async function removeOwn(lockFile: string, owner: LockOwner): Promise<void> {
  const current = await readOwner(lockFile);
  if (current?.owner?.token === owner.token)
    await rm(lockFile, { force: true }).catch(() => undefined);
  dropToken(owner.token);
}

/** @returns whether the lock may be free now. */
async function removeDeadLock(lockFile: string, watch: Watch): Promise<boolean> {
  const current = await readOwner(lockFile);
  if (current === undefined) return true;
  if (!isStale(current, watch)) return false;
  return takeOver(`${lockFile}.takeover`, async () => {
    const again = await readOwner(lockFile);
    // Between the look and the takeover another waiter may have done this and locked anew.
    if (again?.text === current.text) await rm(lockFile, { force: true });
  });
}

interface LockFile {
  readonly text: string;
  readonly owner: LockOwner | undefined;
  readonly beat: number;
}

async function readOwner(lockFile: string): Promise<LockFile | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(lockFile, "utf8"), stat(lockFile)]);
    return { text, owner: parseOwner(text), beat: mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isStale({ text, owner, beat }: LockFile, watch: Watch): boolean {
  if (owner !== undefined && isOwnerDead(owner)) return true;
  const now = performance.now();
  if (watch.text !== text || watch.beat !== beat) {
    Object.assign(watch, { text, beat, since: now });
  }
  // A file without an owner was being written when its writer was killed, or is being written now.
  return now - watch.since > (owner === undefined ? TAKEOVER_MS : SILENCE_MS);
}

/** One process at a time may remove a dead owner's file, or two could each remove the other's new one. */
async function takeOver(guardFile: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await (await open(guardFile, "wx")).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const age = await stat(guardFile).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > TAKEOVER_MS) await rm(guardFile, { force: true });
    return false;
  }
  await work().finally(() => rm(guardFile, { force: true }));
  return true;
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(POLL_MS, undefined, signal === undefined ? {} : { signal });
  } catch {
    throw reportInterrupted();
  }
}

function reportInterrupted(): PullquoteError {
  return new PullquoteError({
    code: "interrupted",
    message: "Interrupted while waiting for another process that writes this index.",
  });
}

function reportLocked(folder: string): PullquoteError {
  return new PullquoteError({
    code: "index-locked",
    message: `Another process is writing the index in ${folder}.`,
    hint: "Wait until it is done, or ask without bringing the index up to date: --no-refresh",
  });
}
