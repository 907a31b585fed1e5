// An article's lineage ↔ the text of one column: prints in base64, a space, the rest as JSON.

import type { ArticleRecord } from "../../model/index-state.ts";
import type { Lineage } from "../../model/lineage.ts";

/** Base64 of 32-bit numbers, least byte first. Empty where there is no lineage. */
export function encodeLineage(lineage: Lineage | undefined): string {
  if (lineage === undefined) return "";
  const { prints, restsOn } = lineage;
  const bytes = Buffer.alloc(prints.length * 4);
  for (const [place, print] of prints.entries()) bytes.writeUInt32LE(print, place * 4);
  return `${bytes.toString("base64")} ${JSON.stringify(restsOn)}`;
}

/** Only what `encodeLineage` wrote may be passed. */
export function decodeLineage(text: string): Pick<ArticleRecord, "lineage"> {
  const cut = text.indexOf(" ");
  if (cut < 0) return {};
  const bytes = Buffer.from(text.slice(0, cut), "base64");
  const prints = new Uint32Array(bytes.length / 4);
  for (let place = 0; place < prints.length; place += 1) {
    prints[place] = bytes.readUInt32LE(place * 4);
  }
  const restsOn = JSON.parse(text.slice(cut + 1)) as Lineage["restsOn"];
  return { lineage: { prints, restsOn } };
}
