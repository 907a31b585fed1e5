// `read`: an article's id and an offset → its text from there, in whole blocks with their lines.

import { z } from "zod";
import { type Assistant, PullquoteError, type ShownArticle } from "../index.ts";
import type { Note, Reply } from "./page-response.ts";
import { describeFields, type Fields } from "./shape-output.ts";
import { linkTo, markFacts, markVerbatim, readAddress, tellInLine } from "./show-quotes.ts";
import { type Desk, defineTool, type Tool, wholeNumber } from "./tool.ts";

const READ: Fields = describeFields({
  articleId: "string",
  title: "string",
  publisher: "string",
  author: "string",
  published: "string",
  url: "string",
  blocks: "array",
  nextOffset: "integer",
});

const LONGEST_ID = 4096;
const MOST_NEAR = 3;
/** As much as a reader takes in at once; a response holds little more. */
const USUAL_READ = 10_000;

export function createReadTool({ assistant, fresh }: Desk): Tool {
  return defineTool({
    name: "read",
    title: "Read an article",
    description: "An article's text in whole blocks with their lines, from an offset on.",
    input: {
      article: z.string().max(LONGEST_ID).describe("Its articleId, or pullquote:// address"),
      offset: wholeNumber("Begin at the block with this character (0)", 0, 1e9).optional(),
      limit: wholeNumber(`About this many characters (${USUAL_READ})`, 1, 1e6).optional(),
    },
    output: READ,
    run: async ({ article, offset = 0, limit = USUAL_READ }, { signal, tell }) => {
      const notes = await fresh(signal, tell);
      const id = await findArticle(article, assistant);
      const within = { start: offset, end: Number.POSITIVE_INFINITY };
      return replyArticle(await assistant.show(id, signal, within), offset, limit, notes);
    },
  });
}

/**
 * Only an article of the index, by its whole id: no path leads out of the corpus.
 * @throws PullquoteError `unknown-article`
 */
export async function findArticle(typed: string, assistant: Assistant): Promise<string> {
  const wanted = (readAddress(typed)?.articleId ?? typed).normalize("NFC");
  const [exact] = await assistant.articlesOf([wanted]);
  if (exact !== undefined) return exact.id;
  const part = wanted.toLowerCase().slice(0, LONGEST_ID);
  const near: string[] = [];
  for await (const { id } of assistant.articles({ articles: [wanted.slice(0, LONGEST_ID)] })) {
    if (id.normalize("NFC") === wanted) return id;
    // The filter fits titles too.
    if (part !== "" && id.toLowerCase().includes(part) && near.length < MOST_NEAR) near.push(id);
  }
  const meant = near.map((id) => JSON.stringify(tellInLine(id)));
  throw new PullquoteError({
    code: "unknown-article",
    message: `No indexed article has the id ${JSON.stringify(tellInLine(wanted))}${near.length === 0 ? "" : `; near it: ${meant.join(", ")}`}.`,
    hint: "Take an articleId from a result of search or ask, or from resources/list.",
  });
}

function replyArticle(
  { articleId, metadata, blocks: rest }: ShownArticle,
  offset: number,
  limit: number,
  notes: readonly Note[],
): Reply {
  const first = rest[0]?.excerpt.start ?? 0;
  const wanted = rest.filter(({ excerpt }, at) => at === 0 || excerpt.end - first <= limit);
  const known = (["title", "publisher", "author", "published", "url"] as const).flatMap((name) => {
    const value = metadata[name]?.value;
    return value === undefined ? [] : [[name, value]];
  });
  return {
    count: wanted.length,
    notes,
    show: (items) => {
      const shown = items.flatMap((at) => wanted[at] ?? []);
      const last = shown.at(-1)?.excerpt.end ?? offset;
      const next = rest.find(({ excerpt }) => excerpt.start >= last);
      const structured: Fields = {
        articleId,
        ...Object.fromEntries(known),
        blocks: shown.map(({ excerpt: { start, end, text }, line, excluded }) => ({
          line,
          start,
          end,
          text,
          ...(excluded !== undefined && { excluded }),
        })),
        ...(next !== undefined && { nextOffset: next.excerpt.start }),
      };
      const texts = shown.map(
        ({ excerpt, line, excluded }) =>
          `line ${line}${excluded === undefined ? "" : ` (${excluded})`}:\n${markVerbatim(excerpt.text)}`,
      );
      const more = next === undefined ? [] : [`More: read with offset ${next.excerpt.start}.`];
      const facts = markFacts([articleId, ...known.map(([, value]) => value)]);
      const span = shown[0] && { articleId, start: shown[0].excerpt.start, end: last };
      return {
        structured,
        text: [...facts, ...texts, ...more].join("\n"),
        links: span === undefined ? [] : [linkTo(span, "part of")],
      };
    },
  };
}
