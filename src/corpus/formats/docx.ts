// A Word document's parts → one article: what a reader sees with all changes accepted, and what else is in the file.

import { DocumentComposer, Tally } from "./compose-document.ts";
import { declareFields } from "./declare-fields.ts";
import { type Extraction, type Refused, refuse } from "./format.ts";
import { readXml, readXmlFields } from "./read-xml.ts";
import { StoryReader } from "./word-story.ts";
import { readStyles, type Styles } from "./word-styles.ts";
import type { ZipEntries } from "./zip.ts";

/** Places: the n-th `w:p` of `word/document.xml`; of a note, the n-th of its own part. */
export async function readDocx(entries: ZipEntries, document: string): Promise<Extraction> {
  const body = await readPart(entries, document);
  if (!(body instanceof Uint8Array)) return { articles: [], refused: [body] };
  const tally = new Tally();
  const composer = new DocumentComposer();
  const styles = await readStyles(await readOptional(entries, "word/styles.xml"));
  const fault = await readXml(body, new StoryReader(composer, styles, tally, []));
  if (fault !== undefined)
    return refuse("damaged", `its text cannot be read: ${fault}; open and save it in Word`);
  for (const name of ["footnotes", "endnotes"]) {
    const reader = new StoryReader(composer, styles, tally, [{ kind: "part", name }]);
    await readXml(await readOptional(entries, `word/${name}.xml`), reader);
    tally.add(`${name}, read at the end of the text`, reader.notes);
  }
  const comments = await countElements(await readOptional(entries, "word/comments.xml"), "comment");
  tally.add("comments that are not read", comments);
  await tallyMargins(entries, styles, tally);
  const { text, blocks, places } = composer.finish();
  if (text === "") return refuse("no-prose", "there is no text in it; pictures are not read");
  const core = await readOptional(entries, "docProps/core.xml");
  const properties = await readXmlFields(core, ["title", "creator"]);
  const { doubts = [], ...declared } = declareFields(properties, "property");
  const metadata = { ...declared, ...tally.tell(doubts) };
  return {
    articles: [{ text, extracted: { format: "Word document", blocks, metadata, places } }],
    refused: [],
  };
}

async function readPart(entries: ZipEntries, name: string): Promise<Uint8Array | Refused> {
  const detail = `there is no ${name} in it; open and save it in Word`;
  return (await entries.get(name)?.read()) ?? { reason: "damaged", detail };
}

/** Empty where there is none, or none that can be unpacked. */
async function readOptional(entries: ZipEntries, name: string): Promise<Uint8Array> {
  const bytes = await readPart(entries, name);
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

async function countElements(bytes: Uint8Array, wanted: string): Promise<number> {
  let count = 0;
  await readXml(bytes, {
    open: (name) => {
      if (name === wanted) count += 1;
    },
    words: () => undefined,
    close: () => undefined,
  });
  return count;
}

/** Running heads repeat on each page and are no part of the text. */
async function tallyMargins(entries: ZipEntries, styles: Styles, tally: Tally): Promise<void> {
  for (const name of entries.keys()) {
    const kind = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1];
    if (kind === undefined) continue;
    const composer = new DocumentComposer();
    const reader = new StoryReader(composer, styles, new Tally(), []);
    await readXml(await readOptional(entries, name), reader);
    if (composer.finish().text !== "") tally.add(`page ${kind}s that are not read`);
  }
}
