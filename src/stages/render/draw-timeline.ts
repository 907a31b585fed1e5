// The days of statements → a picture of when they lie, as SVG that needs no style sheet and no script.

import type { DaySpan } from "../../model/time.ts";
import { addDays } from "../../text/times/calendar.ts";

const WIDTH = 1000;
const HEIGHT = 120;
const MARGIN = 40;
const AXIS = 60;
/** A span narrower than this is a dot, in units of the picture. */
const LEAST_BAR = 12;

/**
 * A dot for each day, larger for several; a bar for a longer span; years below, months where all lie
 * within two years. Colours are the page's. Empty for none.
 */
export function drawTimeline(spans: readonly DaySpan[]): string {
  if (spans.length === 0) return "";
  const ends = spans.flatMap(({ from, to }) => [toTime(from), toTime(to)]);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const whole = Math.max(last - first, 1);
  const across = (time: number): number =>
    Math.round(MARGIN + ((time - first) / whole) * (WIDTH - 2 * MARGIN));
  const marks = drawMarks(spans, across);
  const labels = listLabels(first, last).map(({ time, text }) => {
    const x = across(time);
    return `<line x1="${x}" y1="${AXIS}" x2="${x}" y2="${AXIS + 12}" stroke="currentColor" stroke-width="2" /><text x="${x}" y="104" text-anchor="middle" font-size="24">${text}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" role="img" aria-label="${describe(spans)}" fill="currentColor" font-family="system-ui, sans-serif">
<line x1="0" y1="${AXIS}" x2="${WIDTH}" y2="${AXIS}" stroke="currentColor" stroke-width="2" />
${[...marks, ...labels].join("\n")}
</svg>
`;
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
        `<rect x="${start}" y="${AXIS - 7}" width="${end - start}" height="14" rx="7" fill-opacity="0.35" />`,
      );
    } else {
      const middle = Math.round((start + end) / 2);
      dots.set(middle, (dots.get(middle) ?? 0) + 1);
    }
  }
  const circles = [...dots].map(
    ([x, count]) => `<circle cx="${x}" cy="${AXIS}" r="${Math.min(5 + 2 * count, 15)}" />`,
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
const MOST_LABELS = 10;
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
  const step = STEPS.find((one) => chosen.length / one <= MOST_LABELS) ?? chosen.length;
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
