// A reply of any number of items → one response that fits: whole items, and a cursor where more are left.

import { randomUUID } from "node:crypto";
import { PullquoteError } from "../index.ts";
import type { Fields } from "./shape-output.ts";

/** In UTF-16 units of all that is sent, about 8,000 tokens: clients cut or refuse much longer results. */
const RESPONSE_BUDGET = 30_000;
/** Longest message of a client: a draft of the longest kind, each of its units escaped. */
export const MOST_MESSAGE_BYTES: number = 32 * 1024 * 1024;
/** Replies whose next pages can still be had. */
const MOST_KEPT = 16;

export interface ResourceLink {
  readonly type: "resource_link";
  readonly uri: string;
  readonly name: string;
  readonly mimeType: string;
}

export interface Note {
  readonly code: string;
  readonly text: string;
}

/** What is sent of some items: the value for programs, a short text, and a link for each quote. */
export interface Shown {
  readonly structured: Fields;
  readonly text: string;
  readonly links: readonly ResourceLink[];
}

/** What a tool found. An item is never cut: a cut quote is a false quote. */
export interface Reply {
  /** How many items there are. */
  readonly count: number;
  /** Shows the items of these numbers, from 0, in order. */
  show(items: readonly number[]): Shown;
  readonly notes: readonly Note[];
}

export interface Page extends Shown {
  readonly notes: readonly Note[];
  readonly nextCursor?: string;
}

export interface Pager {
  /** The first page of a reply; `asked` are the arguments that it came from. */
  begin(reply: Reply, asked: string): Page;
  /** @throws PullquoteError `bad-setting` for a cursor that is unknown, or of another call */
  resume(cursor: string, asked: string): Page;
}

interface Kept {
  readonly reply: Reply;
  readonly asked: string;
  readonly items: readonly number[];
}

/** Later pages are of the same reply, even where a model would answer otherwise now. */
export function createPager(budget: number = RESPONSE_BUDGET): Pager {
  const kept = new Map<string, Kept>();
  const turn = (one: Kept, id: string, from: number): Page => {
    const rest = one.items.slice(from);
    const taken = countFitting(rest, one.reply, budget);
    const shown = one.reply.show(rest.slice(0, taken));
    const next = from + taken;
    const { notes } = one.reply;
    if (next >= one.items.length) return { ...shown, notes };
    kept.delete(id);
    kept.set(id, one);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return { ...shown, notes, nextCursor: `${id}.${next}` };
  };
  return {
    begin(reply, asked) {
      const all = Array.from({ length: reply.count }, (_, at) => at);
      const whole = reply.show(all);
      if (weigh(whole) <= budget) return { ...whole, notes: reply.notes };
      const items = all.filter((at) => weigh(reply.show([at])) <= budget);
      const notes = [...reply.notes, ...noteLeftOut(all.length - items.length)];
      return turn({ reply: { ...reply, notes }, asked, items }, randomUUID(), 0);
    },
    resume(cursor, asked) {
      const [id = "", from = ""] = cursor.split(".");
      const one = kept.get(id);
      if (one?.asked === asked && /^\d{1,9}$/.test(from)) return turn(one, id, Number(from));
      throw new PullquoteError({
        code: "bad-setting",
        message: "The cursor is not of this call, or its reply is no longer kept.",
        hint: "Make the same call without cursor, and take nextCursor from its result.",
      });
    },
  };
}

const weigh = ({ structured, text, links }: Shown): number =>
  JSON.stringify(structured).length + text.length + JSON.stringify(links).length;

/** At least one: each of them fits by itself. */
function countFitting(items: readonly number[], reply: Reply, budget: number): number {
  let [low, high] = [Math.min(1, items.length), items.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (weigh(reply.show(items.slice(0, middle))) <= budget) low = middle;
    else high = middle - 1;
  }
  return low;
}

function noteLeftOut(count: number): readonly Note[] {
  if (count === 0) return [];
  const text = `${count} of the items are longer than a whole response and were left out, not cut.`;
  return [{ code: "left-out", text }];
}
