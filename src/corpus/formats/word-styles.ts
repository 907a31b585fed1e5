// Word's `styles.xml` → for each style of a paragraph, what it makes of one: a heading and its level, a list item.

import type { ExtractedBlock } from "../../core/article.ts";
import { readXml } from "./read-xml.ts";

export interface Style {
  kind: ExtractedBlock["kind"];
  level: number;
  /** A line of the table of contents. */
  isContents: boolean;
}

export type Styles = ReadonlyMap<string, Style>;

export const DEFAULT_STYLE: Style = { kind: "paragraph", level: 0, isContents: false };

interface Written {
  name: string;
  base: string;
  outline?: number;
  isList: boolean;
}

/** Styles may stand on one another. */
const LONGEST_CHAIN = 10;

/** Built-in styles have English names in every language. */
export async function readStyles(bytes: Uint8Array): Promise<Styles> {
  const written = new Map<string, Written>();
  let open: Written | undefined;
  const note = (style: Written, name: string, value: string): void => {
    if (name === "name") style.name = value.toLowerCase();
    else if (name === "basedOn") style.base = value;
    else if (name === "outlineLvl") style.outline = Number(value);
    else if (name === "numPr") style.isList = true;
  };
  await readXml(bytes, {
    open: (name, attributes) => {
      if (name === "style") {
        open = { name: "", base: "", isList: false };
        written.set(attributes["styleId"] ?? "", open);
      } else if (open !== undefined) note(open, name, attributes["val"] ?? "");
    },
    words: () => undefined,
    close: (name) => {
      if (name === "style") open = undefined;
    },
  });
  return new Map([...written.keys()].map((id) => [id, resolveStyle(id, written)]));
}

function resolveStyle(id: string, written: ReadonlyMap<string, Written>): Style {
  let style = written.get(id);
  for (let step = 0; style !== undefined && step < LONGEST_CHAIN; step += 1) {
    const read = readStyle(style);
    if (read !== undefined) return read;
    style = written.get(style.base);
  }
  return DEFAULT_STYLE;
}

function readStyle({ name, outline, isList }: Written): Style | undefined {
  if (/^toc \d$/.test(name)) return { ...DEFAULT_STYLE, isContents: true };
  const heading = /^heading ([1-9])$/.exec(name)?.[1];
  if (heading !== undefined) return { ...DEFAULT_STYLE, kind: "heading", level: Number(heading) };
  if (name === "title" || name === "subtitle")
    return { ...DEFAULT_STYLE, kind: "heading", level: 1 };
  if (name === "quote" || name === "intense quote") return { ...DEFAULT_STYLE, kind: "quotation" };
  if (outline !== undefined && outline < 9)
    return { ...DEFAULT_STYLE, kind: "heading", level: outline + 1 };
  if (isList || /^list (?:bullet|number)/.test(name))
    return { ...DEFAULT_STYLE, kind: "list-item" };
  return undefined;
}
