// Text → its sha256: the DigestText port.

import { createHash } from "node:crypto";
import type { DigestText } from "../../core/ports/article-source.ts";

export const digestText: DigestText = (text) =>
  createHash("sha256").update(text, "utf8").digest("hex");
