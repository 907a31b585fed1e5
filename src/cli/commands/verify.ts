// Names of documents → the verdict on each of their quotes.

import {
  type Assistant,
  type CheckedDocuments,
  type DocumentToCheck,
  PullquoteError,
  passesWhole,
  projectCheck,
  reportGithub,
  reportJunit,
  reportSarif,
  reportText,
} from "../../index.ts";
import { amendFiles } from "../amend-files.ts";
import { chooseForm } from "../choose-form.ts";
import { EXIT } from "../exit-codes.ts";
import type { RunCommand } from "../invocation.ts";
import { openCorpus } from "../open-corpus.ts";
import { readDocuments } from "../read-documents.ts";
import type { Screen } from "../terminal.ts";

interface ReportForm {
  readonly strict: boolean;
  readonly all: boolean;
}

const REPORTS: Readonly<
  Record<string, (checked: CheckedDocuments, form: ReportForm, screen: Screen) => string>
> = {
  text: (checked, form, { colour }) => reportText(checked, { ...form, colour }),
  json: (checked, { strict }) => JSON.stringify(projectCheck(checked, strict)),
  github: (checked, { strict }) => reportGithub(checked, strict),
  sarif: (checked, { strict }) => reportSarif(checked, strict),
  junit: (checked, { strict }) => reportJunit(checked, strict),
};

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const report = chooseForm(REPORTS, { flags, settings });
  const form = { strict: flags["strict"] === true, all: flags["all"] === true };
  const fixing = flags["fix"] === true;
  if (fixing && words.includes("-")) throw refuseInput();
  const documents = await readDocuments(words, process.stdin);
  const { assistant } = await openCorpus(settings);
  try {
    const checked = fixing
      ? await fixAndCheck(assistant, documents, { agreed: flags["yes"] === true, screen, signal })
      : await assistant.check(documents, signal);
    const text = report(checked, form, screen);
    if (text !== "") screen.print(text);
    const passed = checked.documents.every((document) => passesWhole(document, form.strict));
    return passed ? EXIT.answered : EXIT.nothingFound;
  } finally {
    await assistant.close();
  }
};

interface Fixing {
  readonly agreed: boolean;
  readonly screen: Screen;
  readonly signal: AbortSignal;
}

/** The verdicts on the files as they then are. */
async function fixAndCheck(
  assistant: Assistant,
  documents: readonly DocumentToCheck[],
  { agreed, screen, signal }: Fixing,
): Promise<CheckedDocuments> {
  const amended = await assistant.amend(documents, signal);
  const written = await amendFiles(amended.documents, agreed, screen, signal);
  return written ? amended.after : amended.before;
}

function refuseInput(): PullquoteError {
  return new PullquoteError({
    code: "bad-setting",
    message: "Standard input cannot be rewritten.",
    hint: "Name files: pullquote verify --fix draft.md",
  });
}
