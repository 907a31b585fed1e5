// What Node gives: the day of today, and the digest of a text.

import { createHash } from "node:crypto";
import type { DigestText } from "../../core/ports/article-source.ts";

/** Text → its sha256: the DigestText port. */
export const digestText: DigestText = (text) =>
  createHash("sha256").update(text, "utf8").digest("hex");

/** Today where the reader is, as `YYYY-MM-DD`. */
export const readToday = (): string => {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${now.getFullYear()}-${month}-${day}`;
};
