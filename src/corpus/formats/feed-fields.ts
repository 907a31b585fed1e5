// A feed's file → the fields of its items as they stand there: the feed's reader trims them and leaves comments out.

import { readXml } from "./read-xml.ts";

/** Fields by their names without a prefix. */
type WrittenItem = Readonly<Record<string, unknown>>;

const ITEMS: ReadonlySet<string> = new Set(["item", "entry"]);

export async function listWrittenItems(bytes: Uint8Array): Promise<readonly WrittenItem[]> {
  const items: Record<string, string>[] = [];
  let field: string | undefined;
  await readXml(bytes, {
    open: (name, _, parent) => {
      if (ITEMS.has(name)) items.push({});
      field = ITEMS.has(parent) ? name : undefined;
    },
    words: (words) => {
      const item = items.at(-1);
      if (item !== undefined && field !== undefined) item[field] = (item[field] ?? "") + words;
    },
    close: () => {
      field = undefined;
    },
  });
  return items;
}

/** The field's text with all that places count; as the reader has it where the two say something else. */
export function restoreText(
  { field, text }: { readonly field: string; readonly text: string },
  written: WrittenItem | undefined,
): string {
  const own = written?.[field.replace(/^.*:/, "")];
  return typeof own === "string" && leaveBare(own) === leaveBare(text) ? own : text;
}

const leaveBare = (text: string): string => text.replace(/<!--[\s\S]*?-->|\s+/g, "");
