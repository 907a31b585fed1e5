// What a tool is to the server, and the parameters that several take.

import { z } from "zod";
import type { Assistant, Filters } from "../index.ts";
import type { KeepFresh, TellProgress } from "./keep-fresh.ts";
import type { Reply } from "./page-response.ts";
import type { Choice, Fields } from "./shape-output.ts";

/** What a tool works with. */
export interface Desk {
  readonly assistant: Assistant;
  readonly fresh: KeepFresh;
  readonly corpus: string;
  /** The exact command, or tool, that makes the index or brings it up to date. */
  readonly makeIndex: string;
  /** The schema of a result: the fields chosen of one of docs/schemas. */
  outline(file: string, choice: Choice): Fields;
}

export interface Call {
  /** Aborted when the client cancels the call or goes away. */
  readonly signal: AbortSignal;
  readonly tell: TellProgress;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: Fields;
  /** Absent: it changes nothing. */
  readonly writes?: true;
  run(given: unknown, call: Call): Promise<Reply>;
}

/** Types the arguments by the schema that they are checked with; unknown ones are refused. */
export function defineTool<Shape extends z.ZodRawShape>(
  tool: Omit<Tool, "input" | "run"> & {
    readonly input: Shape;
    run(given: z.infer<z.ZodObject<Shape>>, call: Call): Promise<Reply>;
  },
): Tool {
  const input = z.strictObject(tool.input);
  return {
    ...tool,
    input,
    run: (given, call) => tool.run(input.parse(given) as z.infer<z.ZodObject<Shape>>, call),
  };
}

const MOST_NAMES = 50;
const LONGEST_NAME = 500;

type Names = z.ZodOptional<z.ZodArray<z.ZodString>>;
type Text = z.ZodOptional<z.ZodString>;

const names = (of: string): Names =>
  z.array(z.string().min(1).max(LONGEST_NAME)).max(MOST_NAMES).describe(of).optional();

/** A day of the calendar: 30 February is none. */
const day = (of: string): Text =>
  z
    .string()
    .refine(
      (text) =>
        /^\d{4}-\d\d-\d\d$/.test(text) &&
        new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text,
      { error: "must be a day as YYYY-MM-DD" },
    )
    .describe(of)
    .optional();

export const wholeNumber = (of: string, least: number, most: number): z.ZodInt =>
  z.int().min(least).max(most).describe(of);

export const CURSOR: { readonly cursor: Text } = {
  cursor: z.string().max(100).describe("nextCursor of the same call").optional(),
};

export const FILTERS: {
  readonly articles: Names;
  readonly publishers: Names;
  readonly authors: Names;
  readonly since: Text;
  readonly until: Text;
  readonly asOf: Text;
} = {
  articles: names("Only articles with one of these in their id"),
  publishers: names("Only these publishers"),
  authors: names("Only these authors"),
  since: day("Published from this day on (YYYY-MM-DD)"),
  until: day("Published until this day"),
  asOf: day("As things stood that day"),
};

export const SPEAKERS: { readonly speakers: Names } = {
  speakers: names("Only what these say"),
};

const FILTER_NAMES = [
  "articles",
  "publishers",
  "authors",
  "since",
  "until",
  "asOf",
  "speakers",
] as const satisfies readonly (keyof Filters)[];

export function readFilters(given: object): Filters {
  const fields = given as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}
