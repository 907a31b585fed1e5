// The flags `-o`, `--format` and `--force` → a place for an export, checked before there is any.

import { basename, extname } from "node:path";
import {
  type AnnotatedOutcome,
  type AnswerOutcome,
  type Assistant,
  EXPORT_FORMATS,
  type ExportFormat,
  PullquoteError,
  renderExport,
} from "../index.ts";
import type { Screen } from "./terminal.ts";
import { checkTarget, writeExport } from "./write-export.ts";

const FORMAT_OF: ReadonlyMap<string, ExportFormat> = new Map([
  [".html", "html"],
  [".htm", "html"],
  [".json", "json"],
  [".bib", "bibtex"],
]);

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
      const { text, bibliography } = renderExport(annotated, format, name);
      await writeExport(file, text, existing);
      screen.note(`written to ${file}`);
      if (beside === undefined || bibliography === undefined) return;
      await writeExport(beside, bibliography, existing);
      screen.note(`bibliography written to ${beside}`);
    },
  };
}

/** The format that is named, else the one that the file's ending means. @throws PullquoteError `bad-setting` */
export function chooseFormat(file: string, named?: unknown): ExportFormat {
  if (named === undefined) return FORMAT_OF.get(extname(file).toLowerCase()) ?? "markdown";
  const format = EXPORT_FORMATS.find((known) => known === named);
  if (format !== undefined) return format;
  throw new PullquoteError({
    code: "bad-setting",
    message: `There is no format ${JSON.stringify(named)}.`,
    hint: `--format ${EXPORT_FORMATS.join(" | ")}`,
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
