// The flags `-o`, `--format` and `--force` → a place for an export, checked before there is any.

import { basename, dirname, extname, isAbsolute, relative, resolve } from "node:path";
import {
  type AnnotatedOutcome,
  type AnswerOutcome,
  type Assistant,
  EXPORT_FORMATS,
  type ExportFormat,
  encodePath,
  PullquoteError,
  renderExport,
} from "../index.ts";
import { refuseForm } from "./choose-form.ts";
import type { Screen } from "./terminal.ts";
import { checkTarget, writeExport } from "./write-export.ts";

/** Endings of text in Markdown; none at all, as in `/dev/stdout`, is one of them. */
const FORMAT_OF: ReadonlyMap<string, ExportFormat> = new Map([
  ...["", ".md", ".markdown", ".mdown", ".mkd", ".txt", ".text"].map(
    (ending) => [ending, "markdown"] as const,
  ),
  [".html", "html"],
  [".htm", "html"],
  [".json", "json"],
  [".bib", "bibtex"],
]);

const MADE_BY_PANDOC: ReadonlySet<string> = new Set([".docx", ".odt", ".pdf", ".rtf", ".epub"]);
/** Programs that open these can make nothing of any format here, whatever is named with `--format`. */
const NEVER: RegExp =
  /^\.(?:docx?|odt|ods|xlsx?|pptx?|pdf|rtf|epub|csv|tsv|tex|xml|ya?ml|zip|png|jpe?g|mp3|js|ts|py|sh|exe)$/;

export interface OutputFile {
  readonly format: ExportFormat;
  write(annotated: readonly AnnotatedOutcome[], screen: Screen): Promise<void>;
}

/**
 * `-` is stdout; without `-o` there is no output file.
 * @throws PullquoteError `bad-setting` | `file-exists` | `file-unwritable`
 */
export function prepareOutput(flags: Readonly<Record<string, unknown>>): OutputFile | undefined {
  const file = flags["output"];
  if (typeof file !== "string") return undefined;
  const format = chooseFormat(file, flags["format"]);
  if (file === "-") {
    return {
      format,
      write: async (annotated, screen) => {
        screen.print(renderExport(annotated, format).text.trimEnd());
      },
    };
  }
  const existing = flags["force"] === true ? "replace" : "refuse";
  const beside = format === "pandoc" ? nameBibliography(file) : undefined;
  checkTarget(file, existing);
  if (beside !== undefined) checkTarget(beside, existing);
  return {
    format,
    write: async (annotated, screen) => {
      const name = beside === undefined ? undefined : basename(beside);
      const linked =
        format === "html" ? annotated.map((one) => addAddresses(one, file)) : annotated;
      const { text, bibliography } = renderExport(linked, format, name);
      await writeExport(file, text, existing);
      screen.note(`written to ${file}`);
      if (beside === undefined || bibliography === undefined) return;
      await writeExport(beside, bibliography, existing);
      screen.note(`bibliography written to ${beside}`);
    },
  };
}

/**
 * Files that lie below the page's folder, or beside it, are linked from the page: a longer way would tell how
 * the folders of this machine are called.
 */
function addAddresses(annotated: AnnotatedOutcome, page: string): AnnotatedOutcome {
  const folder = dirname(resolve(page));
  const sources = annotated.outcome.sources.map((source) => {
    const way = relative(folder, source.path).replaceAll("\\", "/");
    const isNear = !(/^(?:\.\.\/){2}/.test(way) || isAbsolute(way));
    return isNear ? { ...source, address: encodePath(way) } : source;
  });
  return { ...annotated, outcome: { ...annotated.outcome, sources } };
}

/** The format that is named, else the one that the file's ending means. @throws PullquoteError `bad-setting` */
export function chooseFormat(file: string, named?: unknown): ExportFormat {
  const ending = extname(file).toLowerCase();
  const format =
    named === undefined ? FORMAT_OF.get(ending) : EXPORT_FORMATS.find((known) => known === named);
  if (named !== undefined && format === undefined) return refuseForm(named, EXPORT_FORMATS);
  if (format === undefined || NEVER.test(ending)) throw refuseEnding(file, ending);
  return format;
}

/** Markdown under such a name would be opened by a program that cannot read it. */
function refuseEnding(file: string, ending: string): PullquoteError {
  const paper = `${file.slice(0, file.length - ending.length)}.md`;
  const formats = "It writes .md, .txt, .html, .json and .bib";
  return new PullquoteError({
    code: "bad-setting",
    message: `pullquote does not write ${ending} files. ${formats}; --format is one of ${EXPORT_FORMATS.join(", ")}.`,
    hint: MADE_BY_PANDOC.has(ending)
      ? `Write --format pandoc -o ${paper}, then: pandoc --citeproc ${paper} -o ${file}`
      : ending === ".csv"
        ? `Positions of a question as a table: pullquote compare "…" --format csv > ${file}`
        : `Name a file of Markdown: -o ${paper}`,
  });
}

/** Outcomes as a format needs them: only a page shows the paragraphs around the quotes. */
export async function annotateOutcomes(
  outcomes: readonly AnswerOutcome[],
  format: ExportFormat,
  assistant: Assistant,
  signal: AbortSignal,
): Promise<readonly AnnotatedOutcome[]> {
  if (format !== "html") return outcomes.map((outcome) => ({ outcome, paragraphs: new Map() }));
  const annotated: AnnotatedOutcome[] = [];
  for (const outcome of outcomes) annotated.push(await assistant.annotate(outcome, signal));
  return annotated;
}

/** `answer.md` → `answer.csl.json`. */
function nameBibliography(file: string): string {
  return `${file.slice(0, file.length - extname(file).length)}.csl.json`;
}
