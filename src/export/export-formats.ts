// Nothing → the one table of what an answer can be written as; help, endings and documents are made from it.

export type ExportFormat =
  | "markdown"
  | "html"
  | "docx"
  | "json"
  | "pandoc"
  | "bibtex"
  | "annotations"
  | "claimreview";

interface FormatRow {
  readonly name: ExportFormat;
  /** Endings of file names that mean it, in lower case. */
  readonly endings: readonly string[];
  /** For whom it is, in a table of the documents. */
  readonly what: string;
  /** `block`: each answer's proof stands in it as a block, and `--proof short` can put that beside it. */
  readonly proof: "block" | "inside" | "none";
}

export const EXPORT_TABLE: readonly FormatRow[] = [
  {
    name: "markdown",
    endings: ["", ".md", ".markdown", ".mdown", ".mkd", ".txt", ".text"],
    what: "Markdown for GitHub, with sources and a proof block; to be edited",
    proof: "block",
  },
  {
    name: "html",
    endings: [".html", ".htm"],
    what: "one page, each quote beside its paragraph; to be read, printed, sent",
    proof: "block",
  },
  {
    name: "docx",
    endings: [".docx"],
    what: "a Word document with a footnote for each quote, its sources as Zotero's fields; to be edited",
    proof: "inside",
  },
  {
    name: "json",
    endings: [".json"],
    what: "a list of what `--json` prints, one object an answer ([json.md](json.md))",
    proof: "none",
  },
  {
    name: "pandoc",
    endings: [],
    what: "Markdown with Pandoc's citations, and a bibliography in CSL JSON beside it",
    proof: "block",
  },
  {
    name: "bibtex",
    endings: [".bib"],
    what: "the sources alone, for BibTeX and biblatex",
    proof: "none",
  },
  {
    name: "annotations",
    endings: [".jsonld"],
    what: "the quotes as annotations of the Web Annotation Data Model, in JSON-LD",
    proof: "inside",
  },
  {
    name: "claimreview",
    endings: [],
    what: "the quotes as schema.org's ClaimReview without a rating, in JSON-LD, for a fact-checker to complete",
    proof: "inside",
  },
];

export const EXPORT_FORMATS: readonly ExportFormat[] = EXPORT_TABLE.map(({ name }) => name);
