// The place of an index → the right to write, held by one process at a time.

import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { PullquoteError } from "../../core/errors.ts";
import type { LockOptions, LockOutcome } from "../../core/ports/passage-store.ts";
import type { KeptText } from "../object-stores/object-client.ts";
import { type IndexPlace, LOCK } from "./places/index-place.ts";
import { translateError } from "./translate-errors.ts";

const HEARTBEAT_MS = 5000;
/** An owner whose death cannot be seen is given up when its text stood still for so long. */
const SILENCE_MS = 30_000;
/** An owner that was not heard for so long makes sure that nobody gave it up. */
const DOUBT_MS = 12_000;
/** A text without an owner is there for microseconds; older, its writer was killed. */
const UNFINISHED_MS = 5000;

/** What the lock holds, as JSON. */
interface LockOwner {
  /** Random, so that an owner recognises its own lock. */
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

/** Tokens that this process holds: a lock of its own pid with another token is a dead namesake's. */
const held = new Set<string>();

/** What a waiter last saw of the lock, and since when by its own clock. */
interface Watch {
  mark: string;
  since: number;
}

/**
 * Creating the text is the lock: every file system, and every store that passed the probe, does that for
 * one process only. It is renewed while it is held. A waiter judges silence by its own clock, so clocks
 * need not agree.
 */
export async function lockForWriting(
  place: IndexPlace,
  { wait, signal }: LockOptions,
): Promise<{ readonly outcome: LockOutcome; readonly lease?: Lease }> {
  const watch: Watch = { mark: "", since: 0 };
  try {
    signal?.throwIfAborted();
    await place.prepare();
    for (;;) {
      const lease = await acquire(place, watch);
      if (lease !== undefined) {
        return { outcome: { kind: "locked", release: () => lease.release() }, lease };
      }
      if (!wait) return refuse("index-locked", reportLocked(place.name));
      await sleep(place.pollMs, undefined, { signal });
    }
  } catch (cause) {
    if (signal?.aborted === true) throw reportInterrupted();
    const error = translateError(place.name, cause);
    if (error.code !== "index-read-only") throw error;
    return refuse("index-read-only", error);
  }
}

const refuse = (reason: "index-locked" | "index-read-only", error: PullquoteError) => ({
  outcome: { kind: "refused", reason, error } as const,
});

async function acquire(place: IndexPlace, watch: Watch): Promise<Lease | undefined> {
  const owner: LockOwner = { token: randomUUID(), pid: process.pid, host: nameMachine() };
  const text = JSON.stringify(owner);
  // Before it is written, or another waiter in this process could take its owner for dead.
  held.add(owner.token);
  let mark: string | undefined;
  try {
    mark = await place.writeIfAbsent(LOCK, text);
    if (mark === undefined) {
      const current = await place.read(LOCK);
      if (current !== undefined && isStale(current, watch)) {
        mark = await place.replace(LOCK, text, current.mark);
      }
    }
  } finally {
    if (mark === undefined) held.delete(owner.token);
  }
  return mark === undefined ? undefined : new Lease(place, owner, mark);
}

/** The lock while it is held: renewed every few seconds, and given back once. */
export class Lease {
  readonly #place: IndexPlace;
  readonly #owner: LockOwner;
  readonly #timer: NodeJS.Timeout;
  #mark: string | undefined;
  #beats = 0;
  /** When the last renewal that succeeded began: by the clock that runs while a machine sleeps, too. */
  #heard = Date.now();
  #beating: Promise<void> | undefined;
  #released: Promise<void> | undefined;

  constructor(place: IndexPlace, owner: LockOwner, mark: string) {
    this.#place = place;
    this.#owner = owner;
    this.#mark = mark;
    // A missed beat is no fault; the next one follows.
    this.#timer = setInterval(() => this.#beat().catch(() => undefined), HEARTBEAT_MS);
    this.#timer.unref();
  }

  /** Before a write. @throws PullquoteError `index-locked` where another process was given the lock since */
  async confirm(): Promise<void> {
    if (this.#released !== undefined) return;
    if (Math.abs(Date.now() - this.#heard) > DOUBT_MS) await this.#beat();
    if (this.#mark === undefined) throw reportOvertaken(this.#place.name);
  }

  /** Never throws; may be called twice. */
  release(): Promise<void> {
    clearInterval(this.#timer);
    this.#released ??= this.#giveBack();
    return this.#released;
  }

  #beat(): Promise<void> {
    this.#beating ??= this.#renew().finally(() => {
      this.#beating = undefined;
    });
    return this.#beating;
  }

  async #renew(): Promise<void> {
    if (this.#mark === undefined || this.#released !== undefined) return;
    const begun = Date.now();
    this.#beats += 1;
    const text = JSON.stringify({ ...this.#owner, beats: this.#beats });
    this.#mark = await this.#place.renew(LOCK, text, this.#mark);
    this.#heard = begun;
  }

  async #giveBack(): Promise<void> {
    await this.#beating?.catch(() => undefined);
    if (this.#mark !== undefined) {
      await this.#place.removeIfUnchanged(LOCK, this.#mark).catch(() => undefined);
    }
    held.delete(this.#owner.token);
  }
}

function isStale({ text, mark }: KeptText, watch: Watch): boolean {
  const owner = parseOwner(text);
  if (owner !== undefined && isOwnerDead(owner)) return true;
  const now = performance.now();
  if (watch.mark !== mark) Object.assign(watch, { mark, since: now });
  return now - watch.since > (owner === undefined ? UNFINISHED_MS : SILENCE_MS);
}

/**
 * Container-safe: equal host names with separate process tables are separate machines here, and so are
 * machines that were made of one image.
 */
function nameMachine(): string {
  const parts = [
    hostname(),
    () => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim(),
    () => readlinkSync("/proc/self/ns/pid"),
  ];
  return parts
    .flatMap((part) => {
      if (typeof part === "string") return part;
      try {
        return part();
      } catch {
        return [];
      }
    })
    .join(" ");
}

/** `undefined` for a text that its writer did not finish. */
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

/** This process stood still for so long that another was given the lock; what that one writes counts. */
export function reportOvertaken(folder: string): PullquoteError {
  return new PullquoteError({
    code: "index-locked",
    message: `Another process took over the writing of the index in ${folder}, because this one was not heard for too long.`,
    hint: "Run it again: pullquote index",
  });
}
