// Pages as grey pixels → a PDF of scans; and one page of invented text, as a scanner at 150 dots an inch has it.

import { readFileSync } from "node:fs";
import { deflateSync, gunzipSync } from "node:zlib";
import type { PageImage } from "../../../src/core/ports/scan-reader.ts";

const FERRY = new URL("../../cases/scans/ferry.pgm.gz", import.meta.url);

/** Says "The ferry to Orlen sails again from Monday, the port\nauthority said on Tuesday, …": 374 by 245 points. */
export function readFerryScan(): PageImage {
  const bytes = gunzipSync(readFileSync(FERRY));
  const [head = "", width, height] =
    /^P5\s(\d+) (\d+)\s255\s/.exec(bytes.subarray(0, 40).toString("latin1")) ?? [];
  return { width: Number(width), height: Number(height), grey: bytes.subarray(head.length) };
}

export function mapPixels(
  { width, height, grey }: PageImage,
  map: (value: number, x: number, y: number) => number,
): PageImage {
  return {
    width,
    height,
    grey: grey.map((value, at) => map(value, at % width, Math.floor(at / width))),
  };
}

/** By half a turn. */
export const turnOver = (image: PageImage): PageImage => ({
  ...image,
  grey: Uint8Array.from(image.grey).reverse(),
});

export interface ScanForm {
  /** Degrees by which a page is to be shown turned. */
  readonly rotate?: number;
  /** Parts of the picture, one below the other, each a picture of its own. */
  readonly strips?: number;
  /** Makes of packed pixels what is written. */
  readonly damage?: (packed: Buffer) => Buffer;
}

/** Each page is its picture at 144 dots an inch and nothing else. `undefined` is a page without a picture. */
export function makeScan(
  pages: readonly (PageImage | undefined)[],
  { rotate = 0, strips = 1, damage = (packed) => packed }: ScanForm = {},
): Uint8Array {
  const objects: Buffer[] = [];
  const add = (...parts: readonly (string | Buffer)[]): number =>
    objects.push(Buffer.concat(parts.map((part) => Buffer.from(part as string, "latin1"))));
  const addStream = (entries: string, body: Buffer): number =>
    add(`<< ${entries} /Length ${body.length} >>\nstream\n`, body, "\nendstream");
  const kids = pages.map((page) => {
    const [width, height] = [page?.width ?? 600, page?.height ?? 400].map((side) => side / 2);
    const drawn = page === undefined ? [] : cutStrips(page, strips);
    const names = drawn.map(({ image, bottom }, at) => {
      const packed = damage(deflateSync(image.grey));
      const number = addStream(
        `/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
        packed,
      );
      const draw = `q ${image.width / 2} 0 0 ${image.height / 2} 0 ${bottom / 2} cm /I${at} Do Q`;
      return { draw, name: `/I${at} ${number + 2} 0 R` };
    });
    const content = addStream("", Buffer.from(names.map(({ draw }) => draw).join("\n")));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content + 2} 0 R /Resources << /XObject << ${names.map(({ name }) => name).join(" ")} >> >> >>`,
    );
  });
  const list = kids.map((kid) => `${kid + 2} 0 R`).join(" ");
  return join([
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${list}] /Count ${kids.length} >>`),
    ...objects,
  ]);
}

function cutStrips({ width, height, grey }: PageImage, strips: number) {
  const rows = Math.ceil(height / strips);
  return Array.from({ length: strips }, (_, at) => {
    const [top, end] = [at * rows, Math.min(height, (at + 1) * rows)];
    const image = { width, height: end - top, grey: grey.subarray(top * width, end * width) };
    return { image, bottom: height - end };
  });
}

function join(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [at, body] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
