// What a watched folder's index tells → receipt lines, one a change.

import type { WatchEvent } from "../index.ts";
import { describeError } from "./report-error.ts";

export function describeChange(event: WatchEvent): readonly string[] {
  switch (event.kind) {
    case "fault":
      return [...describeError(event.error), "the index stays as it is; still watching"];
    case "recovered":
      return ["the folder can be read again"];
    case "skipped":
      return [`skipped ${event.id}: ${event.detail}`];
    default: {
      const { kind, id, from, title } = event;
      const place = from === undefined ? id : `${from} to ${id}`;
      return [`${kind} ${place}${title === undefined ? "" : `: ${title}`}`];
    }
  }
}
