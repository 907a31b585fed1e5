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

/**
 * A dot for each day, larger for several; a bar for a longer span; years, months or days below, as few
 * as a narrow page has room for. Places are shares of the width, so that letters and dots keep their size.
 * Colours are the page's. Empty for none.
 */
export function drawTimeline(spans: readonly DaySpan[]): string {
  if (spans.length === 0) return "";
  const ends = spans.flatMap(({ from, to }) => [toTime(from), toTime(to)]);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const whole = Math.max(last - first, 1);
  const across = (time: number): number =>
    Math.round((MARGIN + ((time - first) / whole) * (100 - 2 * MARGIN)) * 10) / 10;
  const marks = drawMarks(spans, across);
  const labels = listLabels(first, last).map(({ time, text }) => drawLabel(across(time), text));
  return `<svg width="100%" height="${HEIGHT}" role="img" aria-label="${describe(spans)}" fill="currentColor" font-family="system-ui, sans-serif">
<line x1="0" y1="${AXIS}" x2="100%" y2="${AXIS}" stroke="currentColor" stroke-width="2" />
${[...marks, ...labels].join("\n")}
</svg>
`;
}

function drawLabel(x: number, text: string): string {
  const anchor = x < EDGE ? "start" : x > 100 - EDGE ? "end" : "middle";
  const tick = `<line x1="${x}%" y1="${AXIS}" x2="${x}%" y2="${AXIS + 10}" stroke="currentColor" stroke-width="2" />`;
  return `${tick}<text x="${x}%" y="${AXIS + 28}" text-anchor="${anchor}" font-size="14">${text}</text>`;
}

function describe(spans: readonly DaySpan[]): string {
  const days = spans.flatMap(({ from, to }) => [from, to]).sort();
  return `${spans.length} dated statement${spans.length === 1 ? "" : "s"} from ${days[0]} to ${days.at(-1)}`;
}

function drawMarks(spans: readonly DaySpan[], across: (time: number) => number): readonly string[] {
  const bars = new Set<string>();
  const dots = new Map<number, number>();
  for (const { from, to } of spans) {
    const [start, end] = [across(toTime(from)), across(toTime(to))];
    if (end - start >= LEAST_BAR) {
      bars.add(
        `<rect x="${start}%" y="${AXIS - 7}" width="${Math.round((end - start) * 10) / 10}%" height="14" rx="7" fill-opacity="0.35" />`,
      );
    } else {
      const middle = Math.round((start + end) * 5) / 10;
      dots.set(middle, (dots.get(middle) ?? 0) + 1);
    }
  }
  const circles = [...dots].map(
    ([x, count]) => `<circle cx="${x}%" cy="${AXIS}" r="${Math.min(4 + 2 * count, 12)}" />`,
  );
  return [...bars, ...circles];
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
