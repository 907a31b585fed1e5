// The user's file of corrections → which names are one, which are not, and what kind a name is of.
// "merge Ada Roe = A. Roe" · "separate Roe | Ada Roe" · "kind Brone = place"

import { PullquoteError } from "../core/errors.ts";
import type { EntityKind } from "../core/listing.ts";
import { foldName } from "../text/fold-name.ts";

export interface Corrections {
  /** The name that a form is merged into, where a line says so. */
  find(form: string): string | undefined;
  /** The names that lines keep a form apart from. */
  partedFrom(form: string): readonly string[];
  kindOf(name: string): EntityKind | undefined;
}

const KINDS: readonly string[] = ["person", "body", "place"] satisfies EntityKind[];

/**
 * One correction a line; blank lines and what stands behind `#` say nothing. `file` is named in errors.
 * @throws PullquoteError `bad-config` with the line that is none
 */
export function readCorrections(text: string, file: string): Corrections {
  const merged = new Map<string, string>();
  const kinds = new Map<string, EntityKind>();
  const parted = new Map<string, string[]>();
  const part = (one: string, other: string): void => {
    parted.set(foldName(one), [...(parted.get(foldName(one)) ?? []), other]);
  };
  const verbs: Readonly<Record<string, (left: string, right: string) => void>> = {
    merge: (left, right) => merged.set(foldName(right), left).set(foldName(left), left),
    separate: (left, right) => {
      part(left, right);
      part(right, left);
    },
    kind: (left, right) => kinds.set(foldName(left), right as EntityKind),
  };
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const said = line.replace(/(?:^|\s)#.*$/u, "").trim();
    if (said === "") continue;
    const { verb = "", left, right } = LINE.exec(said)?.groups ?? {};
    const apply = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    const isKnown = verb !== "kind" || KINDS.includes(right ?? "");
    if (apply === undefined || left === undefined || right === undefined || !isKnown) {
      throw refuseLine(said, `${file}:${at + 1}`);
    }
    apply(left, right);
  }
  return {
    find: (form) => merged.get(foldName(form)),
    partedFrom: (form) => parted.get(foldName(form)) ?? [],
    kindOf: (name) => kinds.get(foldName(name)),
  };
}

const LINE = /^(?<verb>\S+)\s+(?<left>[^=|]*[^=|\s])\s*[=|]\s*(?<right>[^=|\s][^=|]*)$/u;

function refuseLine(said: string, place: string): PullquoteError {
  return new PullquoteError({
    code: "bad-config",
    message: `${place}: this is no correction: ${JSON.stringify(said)}`,
    hint: "A line is: merge NAME = OTHER NAME, separate NAME | OTHER NAME, or kind NAME = person, body or place",
  });
}
