// The flags `-o`, `--format`, `--proof` and `--force` → a place for an export, checked before there is any.

import { createHash } from "node:crypto";
import { basename, dirname, extname, isAbsolute, relative, resolve } from "node:path";
import {
  type AnnotatedOutcome,
  type AnswerOutcome,
  type Assistant,
  EXPORT_FORMATS,
  EXPORT_TABLE,
  type ExportFormat,
  encodePath,
  isRemotePlace,
  PullquoteError,
  renderExport,
} from "../index.ts";
import { refuseForm } from "./choose-form.ts";
import type { Screen } from "./terminal.ts";
import { checkTarget, writeExport } from "./write-export.ts";

const FORMAT_OF: ReadonlyMap<string, ExportFormat> = new Map(
  EXPORT_TABLE.flatMap(({ name, endings }) => endings.map((ending) => [ending, name] as const)),
);

const MADE_BY_PANDOC: ReadonlySet<string> = new Set([".odt", ".pdf", ".rtf", ".epub"]);
/** Programs that open these can make nothing of any format here, whatever is named with `--format`. */
const NEVER: RegExp =
  /^\.(?:doc|odt|ods|xlsx?|pptx?|pdf|rtf|epub|csv|tsv|tex|xml|ya?ml|zip|png|jpe?g|mp3|js|ts|py|sh|exe)$/;

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
  const isShort = readProofForm(flags["proof"], file, format);
  if (file === "-")
    return { format, write: (annotated, screen) => print(annotated, format, screen) };
  const existing = flags["force"] === true ? "replace" : "refuse";
  const bibliography = format === "pandoc" ? nameBeside(file, ".csl.json") : undefined;
  const proofFile = isShort ? nameBeside(file, ".proof.json") : undefined;
  for (const target of [file, bibliography, proofFile])
    if (target !== undefined) checkTarget(target, existing);
  return {
    format,
    write: async (annotated, screen) => {
      const linked =
        format === "html" ? annotated.map((one) => addAddresses(one, file)) : annotated;
      const rendered = renderExport(linked, format, {
        bibliography: bibliography && basename(bibliography),
        proof: proofFile === undefined ? undefined : { file: basename(proofFile), digest },
      });
      await writeExport(file, rendered.bytes ?? rendered.text, existing);
      screen.note(`written to ${file}`);
      const beside = [
        ["proof", proofFile, rendered.proof],
        ["bibliography", bibliography, rendered.bibliography],
      ] as const;
      for (const [what, target, text] of beside) {
        if (target === undefined || text === undefined) continue;
        await writeExport(target, text, existing);
        screen.note(`${what} written to ${target}`);
      }
    },
  };
}

/** Of a proof, by which a document that names it knows it again. */
export const digest = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("hex");

/** Bytes never go to a terminal. @throws PullquoteError `bad-setting` */
async function print(
  annotated: readonly AnnotatedOutcome[],
  format: ExportFormat,
  screen: Screen,
): Promise<void> {
  const { text, bytes } = renderExport(annotated, format);
  if (bytes === undefined) return screen.print(text.trimEnd());
  if (process.stdout.isTTY === true) {
    const message = `A terminal cannot show --format ${format}.`;
    throw new PullquoteError({ code: "bad-setting", message, hint: "Name a file: -o answer.docx" });
  }
  process.stdout.write(bytes);
}

/**
 * Whether the proofs are to lie in a file beside.
 * @throws PullquoteError `bad-setting` where that cannot be
 */
function readProofForm(proof: unknown, file: string, format: ExportFormat): boolean {
  if (proof === undefined || proof === "full") return false;
  const refuse = (message: string, hint: string): PullquoteError =>
    new PullquoteError({ code: "bad-setting", message, hint });
  if (proof !== "short") throw refuse(`There is no proof ${JSON.stringify(proof)}.`, PROOF_HINT);
  const forms = EXPORT_TABLE.filter((row) => row.proof === "block").map(({ name }) => name);
  if (!forms.includes(format)) {
    throw refuse(`--proof short is for ${forms.join(", ")}, not for ${format}.`, "Leave it out.");
  }
  if (file === "-") {
    throw refuse("--proof short writes a second file beside the first.", "Name it: -o answer.md");
  }
  return true;
}

const PROOF_HINT = "--proof full | short";

/**
 * Files that lie below the page's folder, or beside it, are linked from the page: a longer way would tell how
 * the folders of this machine are called.
 */
function addAddresses(annotated: AnnotatedOutcome, page: string): AnnotatedOutcome {
  const folder = dirname(resolve(page));
  const sources = annotated.outcome.sources.map((source) => {
    if (isRemotePlace(source.path)) return source;
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
  // A Word document is no text, and text under its name would be opened by Word.
  const isWord = format === "docx" && ending !== "";
  const isMisnamed = isWord !== (ending === ".docx");
  if (format === undefined || isMisnamed || NEVER.test(ending))
    throw refuseEnding(file, ending, format);
  return format;
}

/** Markdown under such a name would be opened by a program that cannot read it. */
function refuseEnding(file: string, ending: string, format?: ExportFormat): PullquoteError {
  const paper = `${file.slice(0, file.length - ending.length)}.md`;
  const shown = [...FORMAT_OF.keys()].filter((known) => known !== "").join(", ");
  return new PullquoteError({
    code: "bad-setting",
    message: `pullquote does not write ${ending} files${format === undefined ? "" : ` as ${format}`}. It writes ${shown}; --format is one of ${EXPORT_FORMATS.join(", ")}.`,
    hint: MADE_BY_PANDOC.has(ending)
      ? `Write --format pandoc -o ${paper}, then: pandoc --citeproc ${paper} -o ${file}`
      : ending === ".csv"
        ? `Positions of a question as a table: pullquote compare "…" --format csv > ${file}`
        : `Name a file of ${format === "docx" ? `Word: -o ${paper.slice(0, -3)}.docx` : `Markdown: -o ${paper}`}`,
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
function nameBeside(file: string, ending: string): string {
  return `${file.slice(0, file.length - extname(file).length)}${ending}`;
}
