// Words with their places on pages → the bytes of a PDF, as small as they can be.

export interface PdfWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
  /** A tag's number on this page; `artifact` for what is no content. */
  readonly tag?: number | "artifact";
  /** Degrees, against the clock. */
  readonly turn?: number;
}

export interface PdfParts {
  readonly pages: readonly (readonly PdfWords[])[];
  readonly info?: Readonly<Record<string, string>>;
  /** `[role, page, tags]` in reading order: pages are counted from 0. */
  readonly tags?: readonly (readonly [role: string, page: number, tags: readonly number[]])[];
  /** More for the trailer: an encryption, for one. */
  readonly trailer?: string;
}

/** `¬` is a soft hyphen, `ﬁ` a ligature: the font's table of letters says so. */
const LETTERS = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfrange <20> <7e> <0020> endbfrange
3 beginbfchar <01> <fb01> <02> <00ad> <95> <2022> endbfchar
endcmap end`;
const ENCODING =
  "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /hyphen] >>";

export function makePdf({ pages, info = {}, tags = [], trailer = "" }: PdfParts): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (body: string): string =>
    `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const first = 7;
  const pageOf = (at: number): number => first + 2 * at;
  const root = first + 2 * pages.length;
  add(`<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R >>`);
  add(
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${pageOf(at)} 0 R`).join(" ")}] /Count ${pages.length} >>`,
  );
  for (const name of ["Helvetica", "Helvetica-Bold"])
    add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding ${ENCODING} /ToUnicode 5 0 R >>`,
    );
  add(stream(LETTERS));
  add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${value})`)
      .join(" ")} >>`,
  );
  for (const [at, words] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents ${pageOf(at) + 1} 0 R /StructParents ${at} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    );
    add(stream(words.map(drawWords).join("\n")));
  }
  addTags(add, tags, root, pageOf);
  return joinObjects(objects, trailer);
}

function drawWords({ x, y, text, size = 10, bold = false, tag, turn = 0 }: PdfWords): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((part) => part.toFixed(4));
  const escaped = text
    .replace(/[\\()]/g, "\\$&")
    .replaceAll("ﬁ", "\\001")
    .replaceAll("¬", "\\002")
    .replaceAll("•", "\\225");
  const drawn = `BT /${bold ? "F2" : "F1"} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm (${escaped}) Tj ET`;
  if (tag === undefined) return drawn;
  return tag === "artifact"
    ? `/Artifact BMC ${drawn} EMC`
    : `/Span << /MCID ${tag} >> BDC ${drawn} EMC`;
}

function addTags(
  add: (body: string) => number,
  tags: NonNullable<PdfParts["tags"]>,
  root: number,
  pageOf: (at: number) => number,
): void {
  const nodes = tags.map((_, at) => root + 1 + at);
  const kids = nodes.map((node) => `${node} 0 R`).join(" ");
  const parents = [...new Set(tags.map(([, page]) => page))].map((page) => {
    const own = tags.flatMap(([, on, marks], at) =>
      on === page ? marks.map((mark) => [mark, at] as const) : [],
    );
    const refs = own.toSorted(([a], [b]) => a - b).map(([, at]) => `${nodes[at]} 0 R`);
    return `${page} [${refs.join(" ")}]`;
  });
  add(`<< /Type /StructTreeRoot /K [${kids}] /ParentTree << /Nums [${parents.join(" ")}] >> >>`);
  for (const [role, page, marks] of tags)
    add(
      `<< /Type /StructElem /S /${role} /P ${root} 0 R /Pg ${pageOf(page)} 0 R /K [${marks.join(" ")}] >>`,
    );
}

function joinObjects(objects: readonly string[], trailer: string): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets: number[] = [];
  for (const [at, body] of objects.entries()) {
    offsets.push(file.length);
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** Lines of text below one another. */
export function drawLines(
  x: number,
  y: number,
  lines: readonly string[],
  more: Partial<PdfWords> = {},
): readonly PdfWords[] {
  const size = more.size ?? 10;
  return lines.map((text, at) => ({ ...more, x, y: y - at * size * 1.2, text }));
}
