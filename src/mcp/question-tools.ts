// The tools that take a question: search, ask, compare and timeline → what was found, as items that can be paged.

import { z } from "zod";
import {
  type AnswerOutcome,
  type AskOptions,
  checkQuestion,
  type Filters,
  type Searched,
} from "../index.ts";
import type { Note } from "./page-response.ts";
import {
  ANSWER,
  FOUND,
  replyAnswer,
  replyPassages,
  replyTimeline,
  SHORT,
  TOLD,
} from "./reply-answers.ts";
import { count, tellInLine } from "./show-quotes.ts";
import {
  type Call,
  CURSOR,
  type Desk,
  defineTool,
  FILTERS,
  readFilters,
  SPEAKERS,
  type Tool,
  wholeNumber,
} from "./tool.ts";

const MOST_PASSAGES = 100;
const USUAL_PASSAGES = 10;

export function listQuestionTools(desk: Desk): readonly Tool[] {
  const { assistant, fresh, outline } = desk;
  const limit = wholeNumber("At most this many quotes", 1, MOST_PASSAGES).optional();
  const prepare = async (typed: string, given: object, call: Call) => {
    const question = checkQuestion(typed);
    const filters = readFilters(given);
    const before = await fresh(call.signal, call.tell);
    const noteAll = async ({
      searched,
      notes = [],
    }: Pick<AnswerOutcome, "searched" | "notes">): Promise<readonly Note[]> => [
      ...before,
      ...notes,
      ...(await noteFilters(desk, filters, searched)),
    ];
    return { question, filters, noteAll };
  };
  return [
    defineTool({
      name: "search",
      title: "Search passages",
      description: "The passages of the articles that match best, verbatim, best first.",
      input: {
        query: z.string().describe("What to look for, in words"),
        limit: wholeNumber(
          `At most this many passages (${USUAL_PASSAGES})`,
          1,
          MOST_PASSAGES,
        ).optional(),
        ...FILTERS,
        ...CURSOR,
      },
      output: outline("search.schema.json", FOUND),
      run: async (given, call) => {
        const { question, filters, noteAll } = await prepare(given.query, given, call);
        const wanted = { filters, limit: given.limit ?? USUAL_PASSAGES, signal: call.signal };
        const found = await assistant.search(question, wanted);
        return replyPassages(found, await noteAll(found));
      },
    }),
    defineTool({
      name: "ask",
      title: "Ask a question",
      description:
        "Answers from the articles alone, each claim with verbatim quotes, or says that they do not answer.",
      input: {
        question: z.string().describe("One question, in a sentence or two"),
        limit,
        ...FILTERS,
        ...SPEAKERS,
        ...CURSOR,
      },
      output: outline("answer.schema.json", ANSWER),
      run: async (given, call) => {
        const { question, filters, noteAll } = await prepare(given.question, given, call);
        const outcome = await followAsking(
          desk,
          question,
          withLimit(filters, given.limit, call),
          call,
        );
        return replyAnswer(outcome, await noteAll(outcome));
      },
    }),
    defineTool({
      name: "compare",
      title: "Compare sources",
      description:
        "Where articles differ on one question of fact (amount, date, name, place, yes or no): each position with its quotes.",
      input: { question: z.string().describe("The question of fact"), ...FILTERS, ...CURSOR },
      output: outline("answer.schema.json", SHORT),
      run: async (given, call) => {
        const { question, filters, noteAll } = await prepare(given.question, given, call);
        const outcome = await assistant.compare(question, { filters, signal: call.signal });
        return replyAnswer(outcome, await noteAll(outcome));
      },
    }),
    defineTool({
      name: "timeline",
      title: "Timeline of a subject",
      description:
        "Dated statements on a subject, the earliest first; their quotes are in answer, shaped as by ask.",
      input: {
        subject: z.string().describe("What the statements should be about"),
        limit,
        ...FILTERS,
        ...SPEAKERS,
        ...CURSOR,
      },
      output: outline("timeline.schema.json", TOLD),
      run: async (given, call) => {
        const { question, filters, noteAll } = await prepare(given.subject, given, call);
        const timeline = await assistant.timeline(question, withLimit(filters, given.limit, call));
        return replyTimeline(timeline, await noteAll(timeline.outcome));
      },
    }),
  ];
}

const withLimit = (filters: Filters, limit: number | undefined, { signal }: Call): AskOptions => ({
  filters,
  signal,
  ...(limit !== undefined && { limit }),
});

async function followAsking(
  { assistant }: Desk,
  question: string,
  wanted: AskOptions,
  { tell }: Call,
): Promise<AnswerOutcome> {
  let outcome: AnswerOutcome | undefined;
  for await (const event of assistant.askEvents(question, wanted)) {
    if (event.kind === "retrieved") {
      tell(`found ${count(event.passages, "passage")} in ${count(event.articles, "article")}`);
    }
    if (event.kind === "claim") tell("verified a claim");
    if (event.kind === "outcome") outcome = event.outcome;
  }
  if (outcome === undefined) throw new Error("the question had no outcome");
  return outcome;
}

const MOST_NAMED = 10;

/** Filters that leave nothing are mostly names that no article has: the ones that there are help on. */
async function noteFilters(
  { assistant }: Desk,
  filters: Filters,
  { articles: left, undated }: Searched,
): Promise<readonly Note[]> {
  const { publishers, authors, articles, since, until, asOf } = filters;
  const dated = since !== undefined || until !== undefined || asOf !== undefined;
  const late =
    dated && undated > 0
      ? [{ code: "undated", text: `${count(undated, "article")} without a known date left out.` }]
      : [];
  if (left > 0 || !(dated || publishers || authors || articles)) return late;
  const listed = (await assistant.names()).publishers
    .flatMap(({ name }) => name || [])
    .sort()
    .slice(0, MOST_NAMED)
    .map((name) => tellInLine(name, 40));
  const there = listed.length === 0 ? "" : ` Publishers that there are: ${listed.join("; ")}.`;
  return [...late, { code: "nothing-left", text: `The filters leave no article.${there}` }];
}
