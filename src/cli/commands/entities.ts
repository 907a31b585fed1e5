// The files and the user's corrections → who and what the articles name, or why names were put together.

import {
  type Entity,
  foldName,
  PullquoteError,
  renderEntities,
  renderMerges,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { ENTITY_COLUMNS } from "../json-fields.ts";
import { requireLocation, useAssistant } from "../open-corpus.ts";
import { printList } from "../print-list.ts";
import { readFilters } from "../question-options.ts";
import { readCorrections } from "../read-corrections.ts";
import { suggestWord } from "../settings/suggest-word.ts";

const KINDS: readonly unknown[] = ["person", "body", "place"] satisfies Entity["kind"][];

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  const { kind, explain } = flags;
  if (kind !== undefined && !KINDS.includes(kind)) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `There is no kind ${JSON.stringify(kind)}.`,
      hint: `--kind ${KINDS.join(" | ")}`,
    });
  }
  const options = { filters: readFilters(settings.values), ...readCorrections(settings), signal };
  return useAssistant(settings, requireLocation(settings), async (assistant) => {
    const all = await assistant.entities(options);
    if (explain !== undefined) return explainName(String(explain), all, { settings, screen });
    const listed = all
      .filter((one) => kind === undefined || one.kind === kind)
      .slice(0, settings.values.limit);
    return printEntities(listed, () => renderEntities(listed, screen), { settings, screen });
  });
};

type Output = Pick<Parameters<RunCommand>[0], "settings" | "screen">;

function printEntities(
  listed: readonly Entity[],
  layOut: () => string,
  output: Output,
): Promise<number> {
  const rows = listed.map(({ name, kind, articles, mentions, aliases }) => ({
    name,
    kind,
    articles,
    mentions,
    aliases: aliases.map((alias) => alias.name),
  }));
  const json = {
    entities: listed.map(({ name, kind, articles, mentions, aliases }) => ({
      name,
      kind,
      articles,
      mentions,
      aliases,
    })),
  };
  return printList({ rows, columns: ENTITY_COLUMNS, json, layOut }, output);
}

function explainName(
  name: string,
  all: readonly Entity[],
  output: Output,
): number | Promise<number> {
  const wanted = foldName(name);
  const meant = all.filter((one) =>
    [one.name, ...one.aliases.map((alias) => alias.name)].some((form) => foldName(form) === wanted),
  );
  if (meant.length > 0) {
    const layOut = (): string => meant.map((one) => renderMerges(one, output.screen)).join("\n\n");
    return printEntities(meant, layOut, output);
  }
  const near = suggestWord(
    name,
    all.map((one) => one.name),
  );
  output.screen.note(
    `note: nothing is called ${JSON.stringify(name)}${near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`}`,
  );
  return EXIT.nothingFound;
}
