// Texts → the XML of a Word document's parts: runs, paragraphs, fields, and the parts that are the same in all.

import { nameCode } from "../text/invisible.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The namespace of the part that holds the proofs. */
const PROOF_NAMESPACE = "urn:pullquote:proof";
/** The style of a run that names a character which XML cannot hold, or which would act: `U+0007`. */
const UNSEEN_STYLE = "PullquoteUnseen";

/**
 * What XML 1.0 cannot hold (section 2.2), the controls that Word takes for something else, and the marks
 * that turn the direction of all that follows.
 */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;
const PIECES = new RegExp(`\\r\\n|[\\n\\r\\t]|${UNSEEN.source}`, "gu");

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** For text and for attributes in double quotation marks; what XML cannot hold becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>]/g, (mark) => MARKS[mark] ?? mark)
    .replaceAll('"', "&quot;")
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
}

/**
 * A text as runs from which it can be read again: spaces stay, a line end is Word's break, a tab its tab,
 * and what cannot stand in XML is named in a run of {@link UNSEEN_STYLE}. `properties` is XML for `w:rPr`.
 */
export function writeRuns(text: string, properties = ""): string {
  const runs: string[] = [];
  const say = (words: string): void => {
    if (words !== "")
      runs.push(run(`<w:t xml:space="preserve">${escapeXml(words)}</w:t>`, properties));
  };
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    say(text.slice(from, index));
    from = index + piece.length;
    if (piece === "\t") runs.push(run("<w:tab/>", properties));
    else if (/^[\r\n]/.test(piece)) runs.push(run("<w:br/>", properties));
    else {
      const name = nameCode(piece.charCodeAt(0));
      runs.push(run(`<w:t>${name}</w:t>`, `<w:rStyle w:val="${UNSEEN_STYLE}"/>`));
    }
  }
  say(text.slice(from));
  return runs.join("");
}

function run(content: string, properties = ""): string {
  const about = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${about}${content}</w:r>`;
}

export function writeParagraph(content: string, style = ""): string {
  const about = style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${about}${content}</w:p>`;
}

/** A field as Word has it in parts: what it is, and the runs that stand for it until it is brought up to date. */
export function writeField(instruction: string, runs: string): string {
  return `${openField(instruction)}${runs}${CLOSE_FIELD}`;
}

export function openField(instruction: string): string {
  const code = `<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText>`;
  return `${fieldMark("begin")}${run(code)}${fieldMark("separate")}`;
}

const fieldMark = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
export const CLOSE_FIELD: string = fieldMark("end");

/** In the text, the mark that leads to footnote `id`. */
export function writeReference(id: number): string {
  return run(`<w:footnoteReference w:id="${id}"/>`, '<w:rStyle w:val="FootnoteReference"/>');
}

export function writeFootnote(id: number, runs: string): string {
  const mark = run("<w:footnoteRef/>", '<w:rStyle w:val="FootnoteReference"/>');
  return `<w:footnote w:id="${id}">${writeParagraph(`${mark}${writeRuns(" ")}${runs}`, "FootnoteText")}</w:footnote>`;
}

export function writeLink(relation: string, text: string): string {
  return `<w:hyperlink r:id="${relation}">${writeRuns(text, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
}

const style = (
  id: string,
  name: string,
  { based = "", next = "", about = "", runs = "", type = "paragraph" } = {},
): string =>
  `<w:style w:type="${type}"${id === "Normal" ? ' w:default="1"' : ""}${id === UNSEEN_STYLE ? ' w:customStyle="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>${based === "" ? "" : `<w:basedOn w:val="${based}"/>`}${next === "" ? "" : `<w:next w:val="${next}"/>`}<w:qFormat/>${about === "" ? "" : `<w:pPr>${about}</w:pPr>`}${runs === "" ? "" : `<w:rPr>${runs}</w:rPr>`}</w:style>`;

const heading = (level: number, size: number): string =>
  style(`Heading${level}`, `heading ${level}`, {
    based: "Normal",
    next: "Normal",
    about: `<w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
    runs: `<w:b/><w:sz w:val="${size}"/>`,
  });

const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Georgia"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  style("Normal", "Normal"),
  style("Title", "Title", {
    based: "Normal",
    next: "Normal",
    runs: '<w:b/><w:sz w:val="40"/>',
  }),
  heading(1, 30),
  heading(2, 25),
  style("Quote", "Quote", {
    based: "Normal",
    about: '<w:spacing w:before="120" w:after="160"/><w:ind w:left="567" w:right="567"/>',
  }),
  style("Bibliography", "Bibliography", {
    based: "Normal",
    about: '<w:ind w:left="567" w:hanging="567"/>',
  }),
  style("FootnoteText", "footnote text", {
    based: "Normal",
    about: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    runs: '<w:sz w:val="18"/>',
  }),
  style("FootnoteReference", "footnote reference", {
    type: "character",
    runs: '<w:vertAlign w:val="superscript"/>',
  }),
  style("Hyperlink", "Hyperlink", {
    type: "character",
    runs: '<w:color w:val="1D4F91"/><w:u w:val="single"/>',
  }),
  style(UNSEEN_STYLE, "Pullquote Unseen", {
    type: "character",
    runs: '<w:color w:val="8A1C1C"/><w:sz w:val="16"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>',
  }),
].join("");

/** From a part to others: `[id, kind, target, isOutside]`. */
export type Relation = readonly [id: string, kind: string, target: string, isOutside?: boolean];

function writeRelations(relations: readonly Relation[]): string {
  const lines = relations.map(([id, kind, target, isOutside = false]) => {
    const type = kind.startsWith("http") ? kind : `${OFFICE}/${kind}`;
    return `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${isOutside ? ' TargetMode="External"' : ""}/>`;
  });
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

/** What a package of Word has besides its body, its footnotes and its proofs. */
export interface WordDocument {
  readonly title: string;
  readonly body: string;
  readonly footnotes: string;
  readonly footnoteRelations: readonly Relation[];
  readonly proofs: readonly string[];
}

const SEPARATORS =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';

/** Names and texts of all parts, in the order in which they are to be packed. */
export function listParts(document: WordDocument): readonly (readonly [string, string])[] {
  const { title, body, footnotes, footnoteRelations, proofs } = document;
  const part = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${type}"/>`;
  const types = [
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    part("word/document.xml", `${TYPES}.document.main+xml`),
    part("word/styles.xml", `${TYPES}.styles+xml`),
    part("word/footnotes.xml", `${TYPES}.footnotes+xml`),
    part("word/settings.xml", `${TYPES}.settings+xml`),
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    part(
      "customXml/itemProps1.xml",
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    ),
  ].join("");
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';
  const schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  return [
    ["[Content_Types].xml", `${XML}<Types xmlns="${PACKAGE}/content-types">${types}</Types>`],
    [
      "_rels/.rels",
      writeRelations([
        ["rId1", "officeDocument", "word/document.xml"],
        ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
      ]),
    ],
    [
      "docProps/core.xml",
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    ],
    ["word/document.xml", `${XML}<w:document ${WORD}><w:body>${body}${page}</w:body></w:document>`],
    [
      "word/_rels/document.xml.rels",
      writeRelations([
        ["rId1", "styles", "styles.xml"],
        ["rId2", "footnotes", "footnotes.xml"],
        ["rId3", "settings", "settings.xml"],
        ["rId4", "customXml", "../customXml/item1.xml"],
      ]),
    ],
    ["word/styles.xml", `${XML}<w:styles ${WORD}>${STYLES}</w:styles>`],
    [
      "word/settings.xml",
      `${XML}<w:settings ${WORD}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>`,
    ],
    ["word/footnotes.xml", `${XML}<w:footnotes ${WORD}>${SEPARATORS}${footnotes}</w:footnotes>`],
    ["word/_rels/footnotes.xml.rels", writeRelations(footnoteRelations)],
    [
      "customXml/item1.xml",
      `${XML}<proofs xmlns="${PROOF_NAMESPACE}">${proofs.map((proof) => `<proof>${escapeXml(proof)}</proof>`).join("")}</proofs>`,
    ],
    [
      "customXml/itemProps1.xml",
      `${XML}<ds:datastoreItem ds:itemID="{6B1F2C1E-3C55-4E0B-9B0A-5D0E6C1A7F42}" xmlns:ds="${schema}"><ds:schemaRefs><ds:schemaRef ds:uri="${PROOF_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ],
    [
      "customXml/_rels/item1.xml.rels",
      writeRelations([["rId1", "customXmlProps", "itemProps1.xml"]]),
    ],
  ];
}
