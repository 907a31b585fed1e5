// The clock → the day of today.

import type { ReadToday } from "../../core/ports/read-today.ts";

export const readToday: ReadToday = () => {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${now.getFullYear()}-${month}-${day}`;
};
