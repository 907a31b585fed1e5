// The bytes of a Word document → what of it is checked: its paragraphs as prose, its footnotes, its proofs.

import type { ExtractOptions } from "../corpus/formats/format.ts";
import { readXml, type XmlAttributes } from "../corpus/formats/read-xml.ts";
import { openZip, type ZipEntries } from "../corpus/formats/zip.ts";
import type { ProseBlock, ProseCode } from "../text/prose.ts";
import type { DocumentToCheck } from "./check-documents.ts";
import { Story } from "./word-prose.ts";

/** Most that is unpacked of one document. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Built-in styles for quotations, by their English names. */
const QUOTING = /^(?:intense )?quote$|^block (?:text|quotation)$|^quotations$/;

/** @returns what is wrong with the file, where it is no document of Word that can be read. */
export async function readWordDocument(
  name: string,
  bytes: Uint8Array,
): Promise<DocumentToCheck | string> {
  const entries = await openZip(bytes, bound());
  if (!(entries instanceof Map)) return "detail" in entries ? String(entries.detail) : "damaged";
  const main = [...entries.keys()].find((entry) => /^word\/document\d*\.xml$/.test(entry));
  if (main === undefined) return "it has no word/document.xml";
  const styles = await readStyles(await readPart(entries, "word/styles.xml"));
  const story = new Story(styles, await readLinks(entries, main));
  const notes: { readonly id: string; readonly blocks: readonly ProseBlock[] }[] = [];
  for (const part of ["footnotes", "endnotes"]) {
    const reader = new Story(styles, await readLinks(entries, `word/${part}.xml`), part);
    await readXml(await readPart(entries, `word/${part}.xml`), reader);
    for (const [id, keys] of reader.cited) story.cited.set(id, keys);
    notes.push(...reader.notes);
  }
  const fault = await readXml(await readPart(entries, main), story);
  if (fault !== undefined) return `its text cannot be read: ${fault}`;
  const codes = await readProofParts(entries);
  return assemble(name, story.blocks, notes, codes);
}

function bound(): ExtractOptions {
  const nothing = async (): Promise<never> => {
    throw new Error("a document holds no articles");
  };
  const unpacked = { bytes: 0 };
  return { maxBytes: MOST_BYTES, depth: 0, unpacked, extract: nothing, isArticle: () => false };
}

/** Empty where there is none, or none that can be unpacked. */
async function readPart(entries: ZipEntries, name: string): Promise<Uint8Array> {
  const bytes = await entries.get(name)?.read();
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

const NOTHING = (): void => undefined;

/** The ids of styles in which a paragraph is a quotation or a heading. */
async function readStyles(bytes: Uint8Array): Promise<ReadonlyMap<string, ProseBlock["kind"]>> {
  const kinds = new Map<string, ProseBlock["kind"]>();
  let id = "";
  const open = (name: string, { styleId = "", val = "" }: XmlAttributes, parent: string): void => {
    if (name === "style") id = styleId;
    if (name !== "name" || parent !== "style") return;
    const written = val.toLowerCase();
    if (QUOTING.test(written)) kinds.set(id, "quotation");
    else if (/^(?:heading \d|title|subtitle)$/.test(written)) kinds.set(id, "heading");
  };
  await readXml(bytes, { open, words: NOTHING, close: NOTHING });
  return kinds;
}

async function readLinks(entries: ZipEntries, part: string): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  const open = (_name: string, { Id = "", Target = "", TargetMode }: XmlAttributes): void => {
    if (TargetMode === "External") links.set(Id, Target);
  };
  const name = part.replace(/([^/]+)$/, "_rels/$1.rels");
  await readXml(await readPart(entries, name), { open, words: NOTHING, close: NOTHING });
  return links;
}

/** Word numbers the parts anew when it saves: ours is told by its root. */
async function readProofParts(entries: ZipEntries): Promise<readonly ProseCode[]> {
  const codes: ProseCode[] = [];
  for (const name of entries.keys()) {
    if (!/^customXml\/item\d*\.xml$/.test(name)) continue;
    const found: string[] = [];
    let isProof = false;
    await readXml(await readPart(entries, name), {
      open: (element, _attributes, parent) => {
        isProof = element === "proof" && parent === "proofs";
        if (isProof) found.push("");
      },
      words: (words) => {
        if (isProof) found[found.length - 1] += words;
      },
      close: () => {
        isProof = false;
      },
    });
    codes.push(...found.map((text) => ({ text, start: 0, language: "json" })));
  }
  return codes;
}

/** The text that lines are counted in: a paragraph a line, whatever breaks it has inside. */
function assemble(
  name: string,
  body: readonly ProseBlock[],
  notes: readonly { readonly id: string; readonly blocks: readonly ProseBlock[] }[],
  codes: readonly ProseCode[],
): DocumentToCheck {
  const lines: string[] = [];
  let offset = 0;
  const place = (block: ProseBlock): ProseBlock => {
    const places = Array.from({ length: block.text.length + 1 }, (_, at) => offset + at);
    lines.push(block.text.replace(/[\n\r]/g, " "));
    offset += block.text.length + 1;
    return { ...block, places };
  };
  const blocks = [...body, ...notes.flatMap((note) => note.blocks)].map(place);
  const texts = notes.map(({ id, blocks: paragraphs }): [string, string] => [
    id,
    paragraphs.map(({ text }) => text).join("\n"),
  ]);
  return { name, text: lines.join("\n"), prose: { blocks, codes, notes: new Map(texts) } };
}
