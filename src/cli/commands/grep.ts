// A word, a phrase or an expression → every sentence that has it, from the files.

import { type Concordance, renderConcordance, renderFound, renderText } from "../../index.ts";
import type { RunCommand } from "../invocation.ts";
import { COUNT_COLUMNS, MATCH_COLUMNS } from "../json-fields.ts";
import { requireLocation, useAssistant } from "../open-corpus.ts";
import { type ListRow, printList } from "../print-list.ts";
import { count } from "../progress.ts";
import { noteUndated, readFilters } from "../question-options.ts";

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  return useAssistant(settings, requireLocation(settings), async (assistant) => {
    const found = await assistant.grep(words[0] ?? "", {
      filters: readFilters(settings.values),
      ignoreCase: flags["ignoreCase"] === true,
      regex: flags["regex"] === true,
      signal,
    });
    const isCount = flags["count"] === true;
    const rows = isCount ? countRows(found) : matchRows(found);
    const isWhole = flags["sentences"] === true;
    const code = await printList(
      {
        rows,
        columns: isCount ? COUNT_COLUMNS : MATCH_COLUMNS,
        json: projectFound(found, rows),
        layOut: () =>
          isCount
            ? rows
                .map(({ articleId, matches }) => renderText(`${articleId}: ${matches}`, screen))
                .join("\n")
            : isWhole
              ? renderFound(found, screen)
              : renderConcordance(found, screen),
      },
      { settings, screen },
    );
    noteUndated(found, screen);
    const sentences = found.articles.reduce((sum, one) => sum + one.found.length, 0);
    screen.note(
      `${found.matches.toLocaleString("en-US")} ${found.matches === 1 ? "match" : "matches"} in ${count(sentences, "sentence")} of ${count(found.articles.length, "article")}; ${found.read.toLocaleString("en-US")} read`,
    );
    return code;
  });
};

function describeArticle({ id, path, metadata }: Concordance["articles"][number]["article"]) {
  return {
    articleId: id,
    path,
    title: metadata.title?.value ?? null,
    publisher: metadata.publisher?.value ?? null,
    published: metadata.published?.value.slice(0, 10) ?? null,
  };
}

function matchRows({ articles }: Concordance): readonly ListRow[] {
  return articles.flatMap(({ article, found }) =>
    found.flatMap(({ excerpt, line, matches, part }) =>
      matches.map(({ start, end }) => ({
        ...describeArticle(article),
        line,
        start,
        end,
        match: excerpt.text.slice(start - excerpt.start, end - excerpt.start),
        part: part ?? null,
        text: excerpt.text,
      })),
    ),
  );
}

function countRows({ articles }: Concordance): readonly ListRow[] {
  return articles.map(({ article, found }) => ({
    ...describeArticle(article),
    matches: found.reduce((sum, { matches }) => sum + matches.length, 0),
    sentences: found.length,
  }));
}

function projectFound({ pattern, matches, read }: Concordance, rows: readonly ListRow[]): object {
  return { pattern, matches, articlesRead: read, found: rows };
}
