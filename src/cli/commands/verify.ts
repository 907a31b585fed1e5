// Names of documents → the verdict on each of their quotes.

import {
  type CheckedDocuments,
  PullquoteError,
  passes,
  projectCheck,
  reportGithub,
  reportJunit,
  reportSarif,
  reportText,
} from "../../index.ts";
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
  const report = chooseReport(flags["format"] ?? (settings.values.json ? "json" : "text"));
  const form = { strict: flags["strict"] === true, all: flags["all"] === true };
  const documents = await readDocuments(words, process.stdin);
  const { assistant } = await openCorpus(settings);
  try {
    const checked = await assistant.check(documents, signal);
    const text = report(checked, form, screen);
    if (text !== "") screen.print(text);
    const passed = checked.documents.every(({ findings }) =>
      findings.every((finding) => passes(finding, form.strict)),
    );
    return passed ? EXIT.answered : EXIT.nothingFound;
  } finally {
    await assistant.close();
  }
};

function chooseReport(form: unknown): NonNullable<(typeof REPORTS)[string]> {
  const report =
    typeof form === "string" && Object.hasOwn(REPORTS, form) ? REPORTS[form] : undefined;
  if (report !== undefined) return report;
  throw new PullquoteError({
    code: "bad-setting",
    message: `There is no format ${JSON.stringify(form)}.`,
    hint: `--format ${Object.keys(REPORTS).join(" | ")}`,
  });
}
