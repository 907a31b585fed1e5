// The user's file of corrections → which names are one, which are not, and what kind a name is of.
// "merge Ada Roe = A. Roe" · "separate Roe | Ada Roe" · "kind Brone = place"

import { PullquoteError } from "../core/errors.ts";
import type { EntityKind } from "../core/listing.ts";
import { foldName } from "../text/fold-name.ts";

export interface Corrections {
  /** The name that a form is merged into, where a line says so. */
  find(form: string): string | undefined;
  /** Whether a line keeps the two apart. */
  parts(form: string, name: string): boolean;
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
  const parted = new Set<string>();
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const said = line.replace(/(?:^|\s)#.*$/u, "").trim();
    if (said === "") continue;
    const [, verb = "", rest = ""] = /^(\S+)\s+(.*)$/u.exec(said) ?? [];
    const [left = "", right = "", ...more] = rest.split(/\s*[=|]\s*/u);
    const isWhole = left !== "" && right !== "" && more.length === 0;
    if (isWhole && verb === "merge") {
      merged.set(foldName(right), left).set(foldName(left), left);
    } else if (isWhole && verb === "separate") {
      parted.add(pair(left, right)).add(pair(right, left));
    } else if (isWhole && verb === "kind" && KINDS.includes(right)) {
      kinds.set(foldName(left), right as EntityKind);
    } else {
      throw new PullquoteError({
        code: "bad-config",
        message: `${file}:${at + 1}: this is no correction: ${JSON.stringify(said)}`,
        hint: "A line is: merge NAME = OTHER NAME, separate NAME | OTHER NAME, or kind NAME = person, body or place",
      });
    }
  }
  return {
    find: (form) => merged.get(foldName(form)),
    parts: (form, name) => parted.has(pair(form, name)),
    kindOf: (name) => kinds.get(foldName(name)),
  };
}

const pair = (one: string, other: string): string => `${foldName(one)}\n${foldName(other)}`;
