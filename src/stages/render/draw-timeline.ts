// Dates → a picture of when they lie, as SVG that needs no style sheet and no script.

const WIDTH = 1000;
const MARGIN = 40;
const AXIS = 46;

/**
 * One dot for each date, larger for several; years are written where they begin. Colours are the
 * page's. Empty for no date. `dates` are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export function drawTimeline(dates: readonly string[]): string {
  const places = dates.map(toTime);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0) return "";
  const span = Math.max(last - first, 1);
  const across = (time: number): number =>
    Math.round(MARGIN + ((time - first) / span) * (WIDTH - 2 * MARGIN));
  const counts = new Map<number, number>();
  for (const time of places) counts.set(across(time), (counts.get(across(time)) ?? 0) + 1);
  const dots = [...counts].map(
    ([x, count]) => `<circle cx="${x}" cy="${AXIS}" r="${Math.min(5 + 2 * count, 15)}" />`,
  );
  const years = listYears(dates).map((year) => {
    const x = Math.min(Math.max(across(toTime(year)), MARGIN), WIDTH - MARGIN);
    return `<text x="${x}" y="82" text-anchor="middle" font-size="22">${year}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} 96" width="100%" role="img" aria-label="${dates.length} dated statements" fill="currentColor" font-family="system-ui, sans-serif">
<line x1="0" y1="${AXIS}" x2="${WIDTH}" y2="${AXIS}" stroke="currentColor" stroke-width="2" />
${[...dots, ...years].join("\n")}
</svg>
`;
}

/** A month or year stands at its beginning. */
function toTime(date: string): number {
  const [year = "0", month = "01", day = "01"] = date.split("-");
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`);
}

/** The first, the last and so many between that their figures do not meet. */
function listYears(dates: readonly string[]): readonly string[] {
  const years = [...new Set(dates.map((date) => date.slice(0, 4)))].sort();
  const step = Math.ceil(years.length / 12);
  return years.filter((_year, place) => place % step === 0);
}
