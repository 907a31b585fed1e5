// A question and what it asks of time → what is found for it, filtered, in the order in which to try it.

import type { Question } from "../core/question.ts";
import type { AskedEvent } from "../core/time.ts";
import { nameDays } from "../english/iso-date.ts";
import { readQuestion } from "../question/read-question.ts";
import type { TimeOfQuestion } from "../question/read-question-time.ts";
import {
  type FoundPassages,
  findPassages,
  type RetrievalPorts,
  type SearchOptions,
} from "./find-passages.ts";
import { filterByDays, type HandledTime } from "./time/filter-by-days.ts";
import {
  boundByEvent,
  type FoundEvent,
  findEventDays,
  saysOfEvent,
} from "./time/find-event-days.ts";

/** What an outcome was drafted from, and what is known of its time. */
export interface SearchRound {
  readonly found: FoundPassages;
  readonly basis: HandledTime["basis"];
}

/** `told` is known to tell of the time asked for; `wider` has what nobody can place, too. */
export interface FilteredSearch {
  readonly told: FoundPassages;
  readonly wider: FoundPassages;
}

export interface TimedSearch {
  /** Whatever its time. */
  readonly found: FoundPassages;
  /** Absent where nothing is left out for its time. */
  readonly filtered?: FilteredSearch;
  /** Absent where nothing was asked of time. */
  readonly handled?: HandledTime;
  readonly event?: FoundEvent;
}

/** The newest articles are searched by themselves, too, where newer ones go first. */
const NEWEST = 50;

/** @throws PullquoteError what the ports throw */
export async function searchInTimeRange(
  question: Question,
  time: TimeOfQuestion | undefined,
  ports: RetrievalPorts,
  signal?: AbortSignal,
  options: SearchOptions = {},
): Promise<TimedSearch> {
  if (time === undefined) {
    return { found: await findPassages(question, ports, signal, options) };
  }
  const { asked, today } = time;
  const also = {
    words: nameWindow(asked),
    days: { since: asked.from, until: asked.to },
    ...(asked.kind === "present" && { newest: NEWEST, days: { until: asked.to } }),
  };
  const found = await findPassages(question, ports, signal, { ...options, also });
  if (question.intent.summary !== undefined) return { found };
  const handled = {
    kind: asked.kind,
    asked: asked.words,
    today,
    basis: "told",
    leftOut: 0,
  } as const;
  if (asked.kind === "event") {
    const event = { words: asked.event ?? "", relation: asked.relation ?? "before" } as const;
    const subject = readQuestion(event.words, { filters: question.filters });
    const named = await findPassages(subject, ports, signal);
    const dated = findEventDays(event.words, named.fused, named.evidence.articles);
    return filterAroundEvent(found, event, dated, handled);
  }
  const { from, to } = asked;
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (from === undefined && to === undefined) return { found, handled };
  const { told, wider, leftOut } = filterByDays(found.fused, found.evidence.articles, days);
  const filtered = {
    told: { ...found, fused: told },
    wider: { ...found, fused: wider },
  };
  return { found, filtered, handled: { ...handled, ...days, leftOut } };
}

/** What says "before the strikes" itself stays, and what is not known to be after them. */
function filterAroundEvent(
  found: FoundPassages,
  asked: Pick<AskedEvent, "words" | "relation">,
  event: FoundEvent,
  handled: HandledTime,
): TimedSearch {
  const noted = { ...asked, quotes: [], saying: [], ...(event.days && { days: event.days }) };
  if (event.days === undefined) {
    const untold = { ...handled, basis: "untold", event: noted } as const;
    return { found, handled: untold, event };
  }
  const days = boundByEvent(event.days, asked.relation);
  const saysIt = (sentence: string): boolean => saysOfEvent(sentence, asked);
  const { wider, leftOut } = filterByDays(found.fused, found.evidence.articles, days, saysIt);
  const kept = { ...found, fused: wider };
  const bounded = { ...handled, ...days, leftOut, event: noted };
  return { found, filtered: { told: kept, wider: kept }, handled: bounded, event };
}

/** A plain name helps to find sentences that write it; days from one to another have none. */
function nameWindow({ from, to }: TimeOfQuestion["asked"]): string {
  if (from === undefined || to === undefined) return "";
  const name = nameDays({ from, to });
  return name.includes(" to ") ? "" : name;
}
