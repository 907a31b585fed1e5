// The index folder → the places in it.

import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";

/**
 * `state.json` names the one generation folder that counts, so replacing that file replaces the whole
 * index at once. `unfinished` is there from the first write of a run until it was tidied up.
 */
export interface IndexLayout {
  readonly folder: string;
  readonly stateFile: string;
  readonly lockFile: string;
  readonly unfinishedFile: string;
}

const GENERATION = /^tables-[0-9a-f]{12}$/;

/** An absolute path always: LanceDB would take `s3://…` for an object store and go to the network. */
export function layOutIndex(folder: string): IndexLayout {
  const root = resolve(folder);
  return {
    folder: root,
    stateFile: join(root, "state.json"),
    lockFile: join(root, "write.lock"),
    unfinishedFile: join(root, "unfinished"),
  };
}

export function nameGeneration(): string {
  return `tables-${randomBytes(6).toString("hex")}`;
}

export function isGeneration(name: string): boolean {
  return GENERATION.test(name);
}
