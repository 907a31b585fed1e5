// A timeline → the page of its statements with a picture of when they lie, and the object that --json prints.

import type { AnnotatedOutcome } from "../core/answer.ts";
import type { DaySpan } from "../core/time.ts";
import type { Timeline } from "../core/timeline.ts";
import { addDays } from "../english/times/calendar.ts";
import { type Json, projectAnswer } from "./project-json.ts";
import { renderHtml } from "./render-html.ts";

const HEIGHT = 76;
const AXIS = 26;
/** Per cent of the picture's width, at both ends. */
const MARGIN = 3;
/** A span narrower than this is a dot; a label nearer to an end than that begins or ends at its place. */
const LEAST_BAR = 1.5;
const EDGE = 12;

/** Places and widths are per cent of the picture's width, heights and radii are pixels. */
export interface TimelinePicture {
  readonly height: number;
  /** How far down the line lies. */
  readonly axis: number;
  /** In words, for who does not see it. */
  readonly description: string;
  readonly bars: readonly { readonly x: number; readonly width: number }[];
  readonly dots: readonly { readonly x: number; readonly radius: number }[];
  readonly labels: readonly {
    readonly x: number;
    readonly anchor: "start" | "middle" | "end";
    readonly text: string;
  }[];
}

/**
 * A dot for each day, larger for several; a bar for a longer span; years, months or days below, as few
 * as a narrow page has room for. Places are shares of the width, so that letters and dots keep their size.
 * `undefined` for none.
 */
export function placeTimeline(spans: readonly DaySpan[]): TimelinePicture | undefined {
  if (spans.length === 0) return;
  const ends = spans.flatMap(({ from, to }) => [toTime(from), toTime(to)]);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const whole = Math.max(last - first, 1);
  const across = (time: number): number =>
    Math.round((MARGIN + ((time - first) / whole) * (100 - 2 * MARGIN)) * 10) / 10;
  const labels = listLabels(first, last).map(({ time, text }) => {
    const x = across(time);
    const anchor: "start" | "middle" | "end" =
      x < EDGE ? "start" : x > 100 - EDGE ? "end" : "middle";
    return { x, anchor, text };
  });
  const description = describe(spans);
  return { height: HEIGHT, axis: AXIS, description, ...placeMarks(spans, across), labels };
}

/** Colours are the page's. Empty for none. */
export function drawTimeline(spans: readonly DaySpan[]): string {
  const picture = placeTimeline(spans);
  if (picture === undefined) return "";
  const { height, axis, description, bars, dots, labels } = picture;
  const drawn = [
    ...bars.map(
      ({ x, width }) =>
        `<rect x="${x}%" y="${axis - 7}" width="${width}%" height="14" rx="7" fill-opacity="0.35" />`,
    ),
    ...dots.map(({ x, radius }) => `<circle cx="${x}%" cy="${axis}" r="${radius}" />`),
    ...labels.map(
      ({ x, anchor, text }) =>
        `<line x1="${x}%" y1="${axis}" x2="${x}%" y2="${axis + 10}" stroke="currentColor" stroke-width="2" /><text x="${x}%" y="${axis + 28}" text-anchor="${anchor}" font-size="14">${text}</text>`,
    ),
  ];
  return `<svg width="100%" height="${height}" role="img" aria-label="${description}" fill="currentColor" font-family="system-ui, sans-serif">
<line x1="0" y1="${axis}" x2="100%" y2="${axis}" stroke="currentColor" stroke-width="2" />
${drawn.join("\n")}
</svg>
`;
}

function describe(spans: readonly DaySpan[]): string {
  const days = spans.flatMap(({ from, to }) => [from, to]).sort();
  return `${spans.length} dated statement${spans.length === 1 ? "" : "s"} from ${days[0]} to ${days.at(-1)}`;
}

function placeMarks(
  spans: readonly DaySpan[],
  across: (time: number) => number,
): Pick<TimelinePicture, "bars" | "dots"> {
  const bars = new Map<string, TimelinePicture["bars"][number]>();
  const dots = new Map<number, number>();
  for (const { from, to } of spans) {
    const [start, end] = [across(toTime(from)), across(toTime(to))];
    if (end - start >= LEAST_BAR) {
      bars.set(`${start} ${end}`, { x: start, width: Math.round((end - start) * 10) / 10 });
    } else {
      const middle = Math.round((start + end) * 5) / 10;
      dots.set(middle, (dots.get(middle) ?? 0) + 1);
    }
  }
  const circles = [...dots].map(([x, count]) => ({ x, radius: Math.min(4 + 2 * count, 12) }));
  return { bars: [...bars.values()], dots: circles };
}

function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

interface Label {
  readonly time: number;
  readonly text: string;
}

const YEAR = 366 * 86_400_000;
/** Of years, and of months and days, whose names are longer. */
const MOST_YEARS = 6;
const MOST_LABELS = 4;
/** Of years those are named that are multiples of it. */
const STEPS = [1, 2, 5, 10, 20, 50, 100];
const MONTH_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The beginnings of years, of months, or days, as many as have room side by side. */
function listLabels(first: number, last: number): readonly Label[] {
  const [from = "", to = ""] = [first, last].map((time) => new Date(time).toISOString());
  const years = count(Number(from.slice(0, 4)), Number(to.slice(0, 4))).map((year) => ({
    time: toTime(`${year}-01-01`),
    text: String(year),
  }));
  const months = years.length > 3 ? [] : years.flatMap(({ text }) => listMonths(text));
  const within = [years, months, listDays(from.slice(0, 10), last - first)]
    .map((labels) => labels.filter(({ time }) => time >= first && time <= last))
    .find((labels) => labels.length > 1 || (labels.length > 0 && last - first >= YEAR));
  const chosen = within ?? [{ time: first, text: nameDay(from) }];
  const most = /^\d+$/.test(chosen[0]?.text ?? "") ? MOST_YEARS : MOST_LABELS;
  const step = STEPS.find((one) => chosen.length / one <= most) ?? chosen.length;
  const offset = chosen.findIndex(({ text }) => Number(text) % step === 0);
  return chosen.filter((_label, place) => (place - Math.max(offset, 0)) % step === 0);
}

function listMonths(year: string): readonly Label[] {
  return MONTH_SHORT.map((name, place) => ({
    time: toTime(`${year}-${String(place + 1).padStart(2, "0")}-01`),
    text: `${name} ${year}`,
  }));
}

function listDays(from: string, length: number): readonly Label[] {
  const days = Math.min(Math.round(length / 86_400_000), 100);
  return count(0, days).map((by) => {
    const day = addDays(from, by);
    return { time: toTime(day), text: nameDay(day) };
  });
}

function nameDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${MONTH_SHORT[Number(day.slice(5, 7)) - 1]}`;
}

function count(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

const BEFORE = '<main id="answers">';

/** One file as an export is, checked as one; the picture is no part of what is proved. */
export function renderTimeline(
  annotated: AnnotatedOutcome,
  statements: Timeline["statements"],
): string {
  const picture = drawTimeline(statements.flatMap(({ days }) => days ?? []));
  return renderHtml([annotated]).replace(BEFORE, () => `${picture}${BEFORE}`);
}

/** The object of `docs/schemas/timeline.schema.json`. */
export function projectTimeline({ outcome, statements }: Timeline): Json {
  return {
    subject: outcome.question,
    statements: statements.map(({ quote, basis, days, written, otherwise }) => ({
      quote,
      basis,
      from: days?.from ?? null,
      to: days?.to ?? null,
      written: written ?? null,
      otherwise,
    })),
    answer: projectAnswer(outcome),
  };
}
