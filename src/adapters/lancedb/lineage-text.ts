// An article's lineage ↔ the text of one column: prints and marks in base64, the rest as JSON, a space between.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { Lineage } from "../../core/lineage.ts";

/** Base64 of 32-bit numbers, least byte first. Empty where there is no lineage. */
export function encodeLineage(lineage: Lineage | undefined): string {
  if (lineage === undefined) return "";
  const { prints, marks, restsOn } = lineage;
  return [encodeHashes(prints), encodeHashes(marks), JSON.stringify(restsOn)].join(" ");
}

/** Only what `encodeLineage` wrote may be passed. */
export function decodeLineage(text: string): Pick<ArticleRecord, "lineage"> {
  if (text === "") return {};
  const [prints = "", marks = ""] = text.split(" ", 2);
  const rest = text.slice(prints.length + marks.length + 2);
  const restsOn = JSON.parse(rest) as Lineage["restsOn"];
  return { lineage: { prints: decodeHashes(prints), marks: decodeHashes(marks), restsOn } };
}

function encodeHashes(hashes: Uint32Array): string {
  const bytes = Buffer.alloc(hashes.length * 4);
  for (const [place, hash] of hashes.entries()) bytes.writeUInt32LE(hash, place * 4);
  return bytes.toString("base64");
}

function decodeHashes(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  const hashes = new Uint32Array(bytes.length / 4);
  for (let place = 0; place < hashes.length; place += 1) {
    hashes[place] = bytes.readUInt32LE(place * 4);
  }
  return hashes;
}
