// The lock file's text ↔ the process that holds it, and whether that process still lives.

import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

export interface LockOwner {
  /** Random, so that an owner recognises its own lock. */
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

/** Tokens that this process holds: a lock of its own pid with another token is a dead namesake's. */
const held = new Set<string>();

/** Container-safe: equal host names with separate process tables are separate machines here. */
export function nameMachine(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

export function holdToken(token: string): void {
  held.add(token);
}

export function dropToken(token: string): void {
  held.delete(token);
}

/** `undefined` for a file that its writer did not finish. */
export function parseOwner(text: string): LockOwner | undefined {
  try {
    const { token, pid, host } = JSON.parse(text) as Partial<LockOwner>;
    if (typeof token !== "string" || typeof pid !== "number" || typeof host !== "string") return;
    return { token, pid, host };
  } catch {
    return undefined;
  }
}

/** True only when it is certain; an owner on another machine can only be waited for. */
export function isOwnerDead(owner: LockOwner): boolean {
  if (owner.host !== nameMachine()) return false;
  if (owner.pid === process.pid) return !held.has(owner.token);
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
