// What Node gives: the day of today.

/** Today where the reader is, as `YYYY-MM-DD`. */
export const readToday = (): string => {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${now.getFullYear()}-${month}-${day}`;
};
