// `verify`: names of documents → the verdict on each of their quotes; with --fix the documents rewritten, after asking.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import {
  type AmendedDocument,
  type CheckedDocuments,
  listChanges,
  PullquoteError,
  passesWhole,
  projectCheck,
  reportGithub,
  reportJunit,
  reportSarif,
  reportText,
} from "../../index.ts";
import { chooseForm } from "../choose-form.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { requireLocation, useAssistant } from "../open-corpus.ts";
import { count } from "../progress.ts";
import { readDocuments } from "../read-documents.ts";
import type { Screen } from "../terminal.ts";
import { writeExport } from "../write-export.ts";

interface ReportForm {
  readonly strict: boolean;
  readonly all: boolean;
}

const REPORTS: Readonly<
  Record<
    string,
    (checked: CheckedDocuments, form: ReportForm, screen: Screen) => string | Promise<string>
  >
> = {
  text: (checked, form, { colour }) => reportText(checked, { ...form, colour }),
  json: async (checked, { strict }, screen) => {
    await screen.printJson(projectCheck(checked, strict));
    return "";
  },
  github: (checked, { strict }) => reportGithub(checked, strict),
  sarif: (checked, { strict }) => reportSarif(checked, strict),
  junit: (checked, { strict }) => reportJunit(checked, strict),
};

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const report = chooseForm(REPORTS, { flags, settings });
  const form = { strict: flags["strict"] === true, all: flags["all"] === true };
  const fixing = flags["fix"] === true;
  if (fixing && words.includes("-")) {
    throw new PullquoteError({
      code: "bad-setting",
      message: "Standard input cannot be rewritten.",
      hint: "Name files: pullquote verify --fix draft.md",
    });
  }
  const isSinceSaved = flags["sinceSaved"] === true;
  const documents = await readDocuments(words, process.stdin);
  const fixed = documents.find(
    ({ name, prose }) => prose !== undefined || /\.json(?:ld)?$/i.test(name),
  );
  if (fixing && fixed !== undefined) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${fixed.name} is checked, but not rewritten: --fix is for text.`,
      hint: `Put right by hand what is told by: pullquote verify ${fixed.name}`,
    });
  }
  return useAssistant(settings, requireLocation(settings), async (assistant) => {
    const check = async (): Promise<CheckedDocuments> => {
      if (!fixing) return assistant.check(documents, signal);
      const amended = await assistant.amend(documents, signal);
      const agreed = flags["yes"] === true;
      // The verdicts on the files as they then are.
      const written = await amendFiles(amended.documents, agreed, screen, signal);
      return written ? amended.after : amended.before;
    };
    const found = await check();
    const checked = isSinceSaved ? await assistant.compareSaved(found, documents, signal) : found;
    const text = await report(checked, form, screen);
    if (text !== "") screen.print(text);
    const passed = checked.documents.every((document) => passesWhole(document, form.strict));
    return passed ? EXIT.answered : EXIT.nothingFound;
  });
};

const MARK = "\ufeff";

/**
 * Shows what would change on stderr. On a terminal it asks; elsewhere only `--yes` writes. Each file is
 * written whole or not at all.
 * @returns whether the files are now as amended
 * @throws PullquoteError `file-unwritable` | `disk-full`
 */
async function amendFiles(
  documents: readonly AmendedDocument[],
  agreed: boolean,
  screen: Screen,
  signal: AbortSignal,
): Promise<boolean> {
  const changed = documents.filter(({ edits }) => edits.length > 0);
  if (changed.length === 0) {
    screen.note("note: nothing is safe to rewrite");
    return true;
  }
  for (const line of changed.flatMap(listChanges)) screen.note(line);
  const names = count(changed.length, "file");
  if (!agreed && !(await ask(`Rewrite ${names}? [y/N] `, signal))) {
    screen.note(`note: nothing was written; to rewrite ${names}: pullquote verify --fix --yes …`);
    return false;
  }
  for (const document of changed) {
    await writeExport(document.name, encode(document), "replace");
    screen.note(`rewritten: ${document.name}`);
  }
  return true;
}

/** The file must still be what was checked; its byte order mark stays. */
function encode({ name, before, after }: AmendedDocument): string {
  const bytes = readFileSync(name);
  if (bytes.equals(Buffer.from(before))) return after;
  if (bytes.equals(Buffer.from(MARK + before))) return MARK + after;
  throw new PullquoteError({
    code: "file-unwritable",
    message: `${name} was not rewritten: it has changed meanwhile, or is not UTF-8.`,
    hint: `Save it as UTF-8 and try again: pullquote verify --fix ${name}`,
  });
}

async function ask(question: string, signal: AbortSignal): Promise<boolean> {
  if (!(process.stdin.isTTY && process.stderr.isTTY)) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await lines.question(question, { signal })).trim());
  } catch {
    return false;
  } finally {
    lines.close();
  }
}
