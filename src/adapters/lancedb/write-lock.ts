// A lock file's path → the right to write, held by one process at a time.

import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { mkdir, open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PullquoteError } from "../../core/errors.ts";
import type { LockOptions, LockOutcome } from "../../core/ports/passage-store.ts";
import { translateError } from "./translate-errors.ts";

const POLL_MS = 100;
const HEARTBEAT_MS = 5000;
/** An owner whose death cannot be seen is given up when its file stood still for so long. */
const SILENCE_MS = 30_000;
/** The right to remove a dead owner's file is held for microseconds; older, its holder was killed. */
const TAKEOVER_MS = 5000;

/** What the lock file holds, as JSON. */
interface LockOwner {
  /** Random, so that an owner recognises its own lock. */
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

/** Tokens that this process holds: a lock of its own pid with another token is a dead namesake's. */
const held = new Set<string>();

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
  try {
    signal?.throwIfAborted();
    while (!(await createLock(lockFile, owner))) {
      if (await removeDeadLock(lockFile, watch)) continue;
      if (!wait) return { kind: "refused", reason: "index-locked", error: reportLocked(folder) };
      await sleep(POLL_MS, undefined, { signal });
    }
    return hold(lockFile, owner);
  } catch (cause) {
    if (signal?.aborted === true) throw reportInterrupted();
    const error = translateError(folder, cause);
    if (error.code !== "index-read-only") throw error;
    return { kind: "refused", reason: "index-read-only", error };
  }
}

async function createLock(lockFile: string, owner: LockOwner): Promise<boolean> {
  await mkdir(dirname(lockFile), { recursive: true });
  // Before the file exists, or another waiter in this process could take its owner for dead.
  held.add(owner.token);
  try {
    const file = await open(lockFile, "wx");
    // On a full disk the file is there but empty: it must not keep others waiting.
    await file
      .writeFile(JSON.stringify(owner))
      .catch((error: unknown) => rm(lockFile, { force: true }).then(() => Promise.reject(error)))
      .finally(() => file.close());
    return true;
  } catch (error) {
    held.delete(owner.token);
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
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
  held.delete(owner.token);
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

/** Container-safe: equal host names with separate process tables are separate machines here. */
function nameMachine(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** `undefined` for a file that its writer did not finish. */
function parseOwner(text: string): LockOwner | undefined {
  try {
    const { token, pid, host } = JSON.parse(text) as Partial<LockOwner>;
    if (typeof token !== "string" || typeof pid !== "number" || typeof host !== "string") return;
    return { token, pid, host };
  } catch {
    return undefined;
  }
}

/** True only when it is certain; an owner on another machine can only be waited for. */
function isOwnerDead(owner: LockOwner): boolean {
  if (owner.host !== nameMachine()) return false;
  if (owner.pid === process.pid) return !held.has(owner.token);
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
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
