// Addresses and files → saved in the corpus, each with a line of what became of it; then the index is brought up to date.

import { mkdirSync } from "node:fs";
import {
  type Addition,
  type IngestSummary,
  PullquoteError,
  sanitizeTerminal,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { findLocation, useAssistant } from "../open-corpus.ts";
import { count, describeSummary, followIndexRun } from "../progress.ts";
import type { Location } from "../settings/locate-corpus.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import type { Screen } from "../terminal.ts";

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const location = findLocation(settings);
  const wanted = readWanted(flags, settings);
  prepareFolder(location, settings, screen);
  return useAssistant(settings, location, async (assistant) => {
    const { json } = settings.values;
    const tell = json ? () => undefined : screen.print;
    const additions: Addition[] = [];
    for await (const addition of assistant.add(words, { ...wanted, signal })) {
      additions.push(addition);
      describeAddition(addition).forEach(tell);
    }
    const isIndexed = additions.some(isNew) && flags["noIndex"] !== true;
    const index = isIndexed ? await followIndexRun(assistant.index({ signal }), screen) : null;
    const { corpus } = location;
    if (json) await screen.printJson({ corpus, additions, index });
    else describeRun(index).forEach(screen.note);
    const isWhole = additions.every(({ kind }) => kind !== "refused");
    return isWhole ? EXIT.answered : EXIT.nothingFound;
  });
};

const describeRun = (summary: IngestSummary | null): readonly string[] =>
  summary === null ? [] : describeSummary(summary);

const isNew = ({ kind }: Addition): boolean => kind === "saved" || kind === "copied";

function readWanted(flags: Readonly<Record<string, unknown>>, settings: Settings) {
  const { limit } = settings.values;
  const timeout = flags["timeout"] === undefined ? undefined : Number(flags["timeout"]);
  if (timeout !== undefined && !(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `--timeout must be seconds, from 1 to ${LONGEST_TIMEOUT}, not ${JSON.stringify(flags["timeout"])}.`,
      hint: "Change --timeout, or leave it out.",
    });
  }
  return {
    feeds: flags["feed"] === true,
    allowPrivate: flags["allowPrivate"] === true,
    ...(flags["limit"] !== undefined && limit !== undefined && { limit }),
    ...(timeout !== undefined && { timeout }),
  };
}

const LONGEST_TIMEOUT = 3_600;

/** A first page may make the folder. */
function prepareFolder(
  { corpus, corpusExists }: Location,
  settings: Settings,
  screen: Screen,
): void {
  if (settings.values.sample) {
    throw new PullquoteError({
      code: "bad-setting",
      message: "Nothing is added to the sample: it belongs to pullquote.",
      hint: "Name a folder of your own: --corpus DIR",
    });
  }
  if (corpusExists) return;
  try {
    mkdirSync(corpus, { recursive: true });
  } catch (cause) {
    throw new PullquoteError({
      code: "file-unwritable",
      message: `The folder ${corpus} cannot be made (${(cause as NodeJS.ErrnoException).code}).`,
      hint: "Name a folder that you may write: --corpus DIR",
      cause,
    });
  }
  screen.note(`made the folder ${corpus}`);
}

function describeAddition(addition: Addition): readonly string[] {
  const { source, redirects } = addition;
  const lines = [
    ...redirects.map((address) => `  sent on to ${address}`),
    describeOutcome(addition),
  ];
  return [source, ...lines].map(sanitizeTerminal);
}

function describeOutcome(addition: Addition): string {
  switch (addition.kind) {
    case "saved":
    case "copied":
      return `  ${addition.kind} as ${addition.id}${addition.title === undefined ? "" : `: ${addition.title}`}`;
    case "present":
      return `  not saved again: ${addition.id} is the same`;
    case "feed": {
      const { items, known, left } = addition;
      const rest = left === 0 ? "" : `, ${left} more than --limit left for later`;
      return `  a feed of ${count(items, "article")}: ${known} saved before${rest}`;
    }
    case "refused":
      return `  not added: ${addition.detail}`;
  }
}
